extension Keyword {
  /// A name for a part of a schema. (Core, section 8.2.2.)
  static let anchor = Keyword(name: "$anchor", vocabulary: .core, drafts: .since2019) { value, compiler in
    compiler.checkAnchor(value)
    return []
  }
}

extension Compiler {
  /// Refuses a name that is no anchor: a letter or `_`, then letters, digits, `-`, `_` and `.`.
  mutating func checkAnchor(_ value: KeywordValue) {
    guard let name = text(value) else { return }
    let bytes = name.utf8
    let isAnchor =
      bytes.first.map { $0.isLetter || $0 == UInt8(ascii: "_") } ?? false
      && bytes.allSatisfy { $0.isLetter || $0.isDigit || "-_.".utf8.contains($0) }
    if !isAnchor {
      refuse(
        value, "\"\(name.shortened)\" is no name for \(value.keyword)",
        help: "begin with a letter or _, and go on with letters, digits, -, _ and .")
    }
  }
}
