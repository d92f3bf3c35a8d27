/// Plain scalars that a reader of YAML 1.1 takes for something else than YAML 1.2 does. Dates are left alone.
enum AmbiguousScalar {
  /// What a reader of YAML 1.1 makes of a plain scalar that YAML 1.2 reads as `kind`; nothing when both agree.
  static func otherReading(ofPlain text: Span<UInt8>, kind: Kind) -> String? {
    guard let first = text.isEmpty ? nil : text[0] else { return nil }
    switch first | 0x20 {
    case UInt8(ascii: "y"):
      return text.isOneOf("yes", "Yes", "YES") ? "true" : nil
    case UInt8(ascii: "n"):
      return text.isOneOf("no", "No", "NO") ? "false" : nil
    case UInt8(ascii: "o"):
      if text.isOneOf("on", "On", "ON") { return "true" }
      return text.isOneOf("off", "Off", "OFF") ? "false" : nil
    default:
      break
    }
    guard
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: "-")
        || first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
    else { return nil }
    return otherNumber(text, kind: kind)
  }

  private static func otherNumber(_ text: Span<UInt8>, kind: Kind) -> String? {
    let hasSign = text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+")
    let body = text.extracting((hasSign ? 1 : 0)...)
    guard !body.isEmpty else { return nil }
    if kind == .integer {
      return body[0] == UInt8(ascii: "0") && body.count > 1 ? otherLeadingZero(body) : nil
    }
    if kind == .float {
      return isExponentOf12Only(body) ? "text" : nil
    }
    guard kind == .string else { return nil }
    if isSexagesimal(body) { return "a number in base 60" }
    if isNumberOf11Only(body) { return "a number" }
    if body.count > 2, body[0] == UInt8(ascii: "0"), body[1] == UInt8(ascii: "b"),
      body.extracting(2...).consists(of: "01_")
    {
      return "a binary number"
    }
    return nil
  }

  /// `010` is 8 to a reader of YAML 1.1, `08` is text, `0o10` is text; `01` is 1 to both.
  private static func otherLeadingZero(_ body: Span<UInt8>) -> String? {
    if body[1] == UInt8(ascii: "o") { return "text" }
    if body[1] == UInt8(ascii: "x") { return nil }
    guard body.consists(of: "01234567") else { return "text" }
    let digits = body.extracting(1...)
    var significant = 0
    for index in 0..<digits.count where significant > 0 || digits[index] != UInt8(ascii: "0") {
      significant += 1
    }
    return significant > 1 ? "an octal number" : nil
  }

  /// YAML 1.1 wants a point before an exponent and a sign in it.
  private static func isExponentOf12Only(_ body: Span<UInt8>) -> Bool {
    var hasPoint = false
    for index in 0..<body.count {
      if body[index] == UInt8(ascii: ".") { hasPoint = true }
      if body[index] | 0x20 == UInt8(ascii: "e") {
        let isSigned =
          index + 1 < body.count
          && (body[index + 1] == UInt8(ascii: "-") || body[index + 1] == UInt8(ascii: "+"))
        return !(hasPoint && isSigned)
      }
    }
    return false
  }

  /// `[1-9][0-9_]*(:[0-5]?[0-9])+` with an optional fraction.
  private static func isSexagesimal(_ body: Span<UInt8>) -> Bool {
    var (groups, digitsInGroup, index) = (0, 0, 0)
    while index < body.count {
      let byte = body[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digitsInGroup += 1
        if groups > 0, digitsInGroup > 2 || digitsInGroup == 2 && body[index - 1] > UInt8(ascii: "5") {
          return false
        }
      case UInt8(ascii: "_") where groups == 0 && index > 0: break
      case UInt8(ascii: ":") where digitsInGroup > 0:
        groups += 1
        digitsInGroup = 0
      case UInt8(ascii: ".") where groups > 0 && digitsInGroup > 0:
        return body.extracting((index + 1)...).consists(of: "0123456789_")
      default: return false
      }
      index += 1
    }
    // A whole one does not begin with 0 there, so `08:30` is text to both.
    return groups > 0 && digitsInGroup > 0 && body[0] != UInt8(ascii: "0")
  }

  /// `1_000`, `0x_FF`, `-0xFF`, `1_000.5`, `685.230_15e+03`: none of these is a number in YAML 1.2.
  private static func isNumberOf11Only(_ body: Span<UInt8>) -> Bool {
    if body.count > 2, body[0] == UInt8(ascii: "0"), body[1] == UInt8(ascii: "x") {
      return body.extracting(2...).consists(of: "0123456789ABCDEFabcdef_")
    }
    let first = body[0] == UInt8(ascii: ".") ? 1 : 0
    guard first < body.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(body[first]) else {
      return false
    }
    var hasPoint = false
    for index in 0..<body.count {
      switch body[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): break
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "e") where hasPoint, UInt8(ascii: "E") where hasPoint:
        return isSignedExponent(body.extracting((index + 1)...))
      default: return false
      }
    }
    // Without a point a 0 at the beginning makes it octal, so that `0_8` is text to both.
    return hasPoint || body[0] != UInt8(ascii: "0") || body.consists(of: "01234567_")
  }

  /// YAML 1.1 wants a sign in an exponent.
  private static func isSignedExponent(_ text: Span<UInt8>) -> Bool {
    text.count > 1 && (text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+"))
      && text.extracting(1...).consists(of: "0123456789")
  }
}

extension Span<UInt8> {
  /// Whether a plain scalar with this text may be something else than text, in YAML 1.1 or 1.2: the words for null, true
  /// and false begin with few letters, and have at most five.
  var mayBeNoText: Bool {
    guard let first = isEmpty ? nil : self[0] else { return true }
    switch first | 0x20 {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "y"), UInt8(ascii: "o"):
      return count <= 5
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      return false
    default:
      return true
    }
  }

  /// Whether every byte is one of `characters`.
  func consists(of characters: StaticString) -> Bool {
    for index in 0..<count {
      let byte = self[index]
      let found = characters.withUTF8Buffer { unsafe $0.contains(byte) }
      if !found { return false }
    }
    return true
  }
}
