/// Labels of any letters in ASCII. (RFC 3492.)
enum Punycode {
  private static let (base, tMin, tMax, skew, damp) = (36, 1, 26, 38, 700)

  /// What `text`, without `xn--`, stands for; nothing when it is no Punycode.
  static func decode(_ text: Span<UInt8>) -> Label? {
    var output = Label()
    var index = 0
    if let delimiter = text.lastIndex(of: UInt8(ascii: "-")) {
      guard delimiter > 0 else { return nil }
      while index < delimiter {
        guard output.append(Unicode.Scalar(text[index].lowercased)) else { return nil }
        index += 1
      }
      index += 1
    }
    var (code, place, bias) = (128, 0, 72)
    while index < text.count {
      let before = place
      var (weight, k) = (1, base)
      while true {
        guard index < text.count, let digit = value(text[index]) else { return nil }
        index += 1
        place += digit * weight
        let t = threshold(k, bias)
        if digit < t { break }
        weight *= base - t
        k += base
        guard weight < 1 << 40, place < 1 << 40 else { return nil }
      }
      bias = adapt(place - before, output.count + 1, isFirst: before == 0)
      code += place / (output.count + 1)
      place %= output.count + 1
      guard code <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(code)), output.insert(scalar, at: place)
      else { return nil }
      place += 1
    }
    return output
  }

  /// `label` in ASCII, without `xn--`; nothing when it is too long for a label.
  static func encode(_ label: Label) -> Label? {
    var output = Label()
    for place in label.indices where label[place].isASCII {
      guard output.append(label[place]) else { return nil }
    }
    let basic = output.count
    var handled = basic
    if handled > 0 {
      guard output.append("-") else { return nil }
    }
    var (code, delta, bias) = (128, 0, 72)
    while handled < label.count {
      var next = Int.max
      for place in label.indices {
        let value = Int(label[place].value)
        if value >= code { next = min(next, value) }
      }
      delta += (next - code) * (handled + 1)
      code = next
      for place in label.indices {
        let value = Int(label[place].value)
        if value < code { delta += 1 }
        guard value == code else { continue }
        var (rest, k) = (delta, base)
        while true {
          let t = threshold(k, bias)
          if rest < t { break }
          guard output.append(digit(t + (rest - t) % (base - t))) else { return nil }
          rest = (rest - t) / (base - t)
          k += base
        }
        guard output.append(digit(rest)) else { return nil }
        bias = adapt(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      code += 1
    }
    return output
  }

  private static func threshold(_ k: Int, _ bias: Int) -> Int { min(max(k - bias, tMin), tMax) }

  private static func adapt(_ delta: Int, _ points: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / points
    var k = 0
    while delta > (base - tMin) * tMax / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + skew)
  }

  private static func value(_ digit: UInt8) -> Int? {
    if digit.isLetter { return Int(digit.lowercased) - 0x61 }
    return digit.isDigit ? Int(digit) - 0x30 + 26 : nil
  }

  private static func digit(_ value: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30))
  }
}
