import SourceText
import YAML

extension Ruleset {
  /// What a rule looks at, its kind and what it says, as its file has them: the members of the file's mapping that are
  /// neither about how much it weighs nor for its readers, a line or more each, without a last line break. The file is
  /// read for it: who checks does not ask.
  package func definition(of rule: Rule) -> String {
    let elsewhere = ["summary", "severity", "rationale", "examples", "formerly"]
    let source = SourceText(fileBytes: files.files[rule.path] ?? [])
    guard let tree = loadYAML(source).tree, let root = tree.documents.first?.root else { return "" }
    return tree.members(of: root).compactMap { key, value -> String? in
      let end = (tree.aliasRange(of: value) ?? tree.range(of: value)).end
      guard !elsewhere.contains(tree.text(of: key)) else { return nil }
      // A text of several lines ends with the break of its last one.
      let lines = source.bytes[tree.range(of: key).start..<end]
        .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
      let rest = lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1)
      return String(decoding: Array(rest.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
    }.joined(separator: "\n")
  }
}
