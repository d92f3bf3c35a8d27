/// Labels of any letters in ASCII. (RFC 3492.)
enum Punycode {
  private static let (base, tMin, tMax, skew, damp) = (36, 1, 26, 38, 700)

  /// What `text`, without `xn--`, stands for; nothing when it is no Punycode.
  static func decode(_ text: [UInt8]) -> [Unicode.Scalar]? {
    // A label that is longer stands for nothing, and takes time that grows with the square of its length.
    guard text.count <= 63 else { return nil }
    var output: [Unicode.Scalar] = []
    var rest = text[...]
    if let delimiter = text.lastIndex(of: UInt8(ascii: "-")) {
      guard delimiter > 0 else { return nil }
      output = text[..<delimiter].map { Unicode.Scalar($0) }
      rest = text[(delimiter + 1)...]
    }
    var (code, place, bias) = (128, 0, 72)
    while !rest.isEmpty {
      let before = place
      var (weight, k) = (1, base)
      while true {
        guard let digit = rest.popFirst().flatMap(value) else { return nil }
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
      guard code <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
      output.insert(scalar, at: place)
      place += 1
    }
    return output
  }

  /// `label` in ASCII, without `xn--`; nothing when it is too long for a label.
  static func encode(_ label: [Unicode.Scalar]) -> [UInt8]? {
    guard label.count <= 63 else { return nil }
    var output = label.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
    var handled = output.count
    if handled > 0 { output.append(UInt8(ascii: "-")) }
    let basic = handled
    var (code, delta, bias) = (128, 0, 72)
    while handled < label.count {
      guard let next = label.lazy.map({ Int($0.value) }).filter({ $0 >= code }).min() else { return nil }
      delta += (next - code) * (handled + 1)
      code = next
      for scalar in label {
        if Int(scalar.value) < code { delta += 1 }
        guard Int(scalar.value) == code else { continue }
        var (rest, k) = (delta, base)
        while true {
          let t = threshold(k, bias)
          if rest < t { break }
          output.append(digit(t + (rest - t) % (base - t)))
          rest = (rest - t) / (base - t)
          k += base
        }
        output.append(digit(rest))
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
    if digit.isLetter { return Int(digit | 0x20) - 0x61 }
    return digit.isDigit ? Int(digit) - 0x30 + 26 : nil
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
  }
}
