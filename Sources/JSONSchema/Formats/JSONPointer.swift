extension TextFormat {
  /// RFC 6901, section 5.
  static let jsonPointer = TextFormat(
    name: "json-pointer", noun: "JSON Pointer", hint: "/ before each name, with ~0 for ~ and ~1 for /"
  ) { $0.isJSONPointer }

  /// A number of steps upwards, and a pointer or `#`. (draft-handrews-relative-json-pointer-01, section 3.)
  static let relativeJSONPointer = TextFormat(
    name: "relative-json-pointer", noun: "relative JSON Pointer",
    hint: "a number, then a JSON Pointer or #, such as 1/name"
  ) { text in
    let end = text.endOfDigits(from: 0)
    guard end > 0, end == 1 || text[0] != UInt8(ascii: "0") else { return false }
    let rest = text.extracting(end...)
    return rest.count == 1 && rest[0] == UInt8(ascii: "#") || rest.isJSONPointer
  }
}

extension Span<UInt8> {
  fileprivate var isJSONPointer: Bool {
    guard !isEmpty else { return true }
    guard has("/", at: 0) else { return false }
    for index in 0..<count where self[index] == UInt8(ascii: "~") {
      guard has("0", at: index + 1) || has("1", at: index + 1) else { return false }
    }
    return true
  }
}
