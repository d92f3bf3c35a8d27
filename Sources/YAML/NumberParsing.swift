extension Number {
  /// The number that `text` is in the YAML 1.2 core schema (section 10.3.2), which has all that JSON has;
  /// nothing when it is none.
  package init?(coreSchema text: Span<UInt8>) {
    guard !text.isEmpty else { return nil }
    var index = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative || text[0] == UInt8(ascii: "+") { index = 1 }
    guard index < text.count else { return nil }

    if text[index] == UInt8(ascii: ".") {
      switch Number.special(text.extracting((index + 1)...)) {
      case .infinity:
        self.init(.infinity(isNegative: isNegative))
        return
      case .notANumber where index == 0:
        self.init(.notANumber)
        return
      default: break
      }
    }
    if index == 0, text.count > 2, text[0] == UInt8(ascii: "0") {
      if text[1] == UInt8(ascii: "o") {
        self.init(digits: text.extracting(2...), radix: 8)
        return
      }
      if text[1] == UInt8(ascii: "x") {
        self.init(digits: text.extracting(2...), radix: 16)
        return
      }
    }
    self.init(decimal: text.extracting(index...), isNegative: isNegative)
  }

  /// The number that `text` is in the YAML 1.2 core schema; nothing when it is none.
  package init?(coreSchema text: String) {
    let bytes = Array(text.utf8)
    self.init(coreSchema: bytes.span)
  }

  private enum Special {
    case infinity, notANumber, other
  }

  private static func special(_ name: Span<UInt8>) -> Special {
    guard name.count == 3 else { return .other }
    switch (name[0], name[1], name[2]) {
    case (0x69, 0x6E, 0x66), (0x49, 0x6E, 0x66), (0x49, 0x4E, 0x46): return .infinity
    case (0x6E, 0x61, 0x6E), (0x4E, 0x61, 0x4E), (0x4E, 0x41, 0x4E): return .notANumber
    default: return .other
    }
  }

  /// Digits, `.`, digits, exponent: `[0-9]+(\.[0-9]*)?` or `\.[0-9]+`, then `([eE][-+]?[0-9]+)?`.
  private init?(decimal text: Span<UInt8>, isNegative: Bool) {
    var significand: UInt64 = 0
    var long: [UInt8] = []
    var (digitCount, fractionCount, index) = (0, 0, 0)
    var inFraction = false
    while index < text.count {
      let byte = text[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        let digit = byte - UInt8(ascii: "0")
        digitCount += 1
        if inFraction { fractionCount += 1 }
        if long.isEmpty, significand < Number.smallLimit / 10 {
          significand = significand * 10 + UInt64(digit)
        } else {
          if long.isEmpty { long = String(significand).utf8.map { $0 - UInt8(ascii: "0") } }
          long.append(digit)
        }
      } else if byte == UInt8(ascii: "."), !inFraction {
        inFraction = true
      } else {
        break
      }
      index += 1
    }
    guard digitCount > 0 else { return nil }
    guard let power = Number.power(text.extracting(index...)) else { return nil }
    if long.isEmpty {
      self.init(isNegative: isNegative, significand: significand, exponent: power - fractionCount)
    } else {
      self.init(isNegative: isNegative, digits: long, exponent: power - fractionCount)
    }
  }

  /// `([eE][-+]?[0-9]+)?` as a number, held within ±10^15, far outside of what can be told apart.
  private static func power(_ text: Span<UInt8>) -> Int? {
    guard !text.isEmpty else { return 0 }
    guard text[0] | 0x20 == UInt8(ascii: "e"), text.count > 1 else { return nil }
    var index = 1
    let isNegative = text[1] == UInt8(ascii: "-")
    if isNegative || text[1] == UInt8(ascii: "+") { index = 2 }
    guard index < text.count else { return nil }
    var power = 0
    while index < text.count {
      guard text[index] >= UInt8(ascii: "0"), text[index] <= UInt8(ascii: "9") else { return nil }
      power = min(power * 10 + Int(text[index] - UInt8(ascii: "0")), 1_000_000_000_000_000)
      index += 1
    }
    return isNegative ? -power : power
  }

  /// `0o…` and `0x…`, without the first two characters.
  private init?(digits text: Span<UInt8>, radix: UInt8) {
    var decimal: [UInt8] = [0]
    for index in 0..<text.count {
      let byte = text[index]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      guard digit < radix else { return nil }
      var carry = Int(digit)
      for place in decimal.indices.reversed() {
        carry += Int(decimal[place]) * Int(radix)
        decimal[place] = UInt8(carry % 10)
        carry /= 10
      }
      while carry > 0 {
        decimal.insert(UInt8(carry % 10), at: 0)
        carry /= 10
      }
      // Longer ones would take time that grows with the square of their length.
      if decimal.count > 2_000 { return nil }
    }
    self.init(isNegative: false, digits: decimal, exponent: 0)
  }
}
