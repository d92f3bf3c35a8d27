extension TextFormat {
  /// RFC 4122, section 3.
  static let uuid = TextFormat(
    name: "uuid", noun: "UUID", hint: "32 hexadecimal digits as 8-4-4-4-12"
  ) { text in
    guard text.count == 36 else { return false }
    for index in 0..<36 {
      let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
      if isHyphen ? text[index] != UInt8(ascii: "-") : text[index].hexadecimalValue == nil { return false }
    }
    return true
  }
}
