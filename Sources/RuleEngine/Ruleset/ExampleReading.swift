import SourceText
import YAML

extension RuleReading {
  /// The examples of a rule: a list of `{title, files, fixed, today}`.
  mutating func examples(_ node: NodeID) -> [Example] {
    guard tree.kind(of: node) == .sequence else {
      mistake(
        "examples is a list", at: node,
        help: "write each example as - title: … with its files below")
      return []
    }
    return Array(tree.elements(of: node)).compactMap { example($0) }
  }

  private mutating func example(_ node: NodeID) -> Example? {
    guard let fields = fields(of: node, what: "an example", allowed: ["title", "files", "fixed", "today"]),
      let filesNode = fields.required("files", &mistakes)
    else { return nil }
    let title = fields.text("title", &mistakes)
    var files: [String: Example.File] = [:]
    for (path, value) in members(of: filesNode, "files") {
      if tree.kind(of: value) == .null {
        files[path] = .absent
      } else if let text = text(value, of: path) {
        files[path] = .text(text)
        checkMarks(text, at: value)
      }
    }
    let fixedMembers = fields["fixed"].map { members(of: $0, "fixed") } ?? []
    var fixed: [String: String] = [:]
    for (path, value) in fixedMembers {
      fixed[path] = text(value, of: path)
    }
    return Example(title: title, files: files, fixed: fixed, today: fields["today"].flatMap { day($0) })
  }

  private mutating func day(_ node: NodeID) -> String? {
    let text = tree.kind(of: node).isScalar ? tree.text(of: node) : ""
    if case .date(_, _, .some) = Bounded(text) { return text }
    mistake("today is a day such as 2021-04-30", at: node)
    return nil
  }

  private mutating func members(of node: NodeID, _ name: String) -> [(path: String, value: NodeID)] {
    guard tree.kind(of: node) == .mapping else {
      mistake("\(name) is a mapping from paths to texts", at: node)
      return []
    }
    return tree.members(of: node).map { (tree.text(of: $0.key), $0.value) }
  }

  private mutating func text(_ value: NodeID, of path: String) -> String? {
    if tree.hasText(value) { return tree.text(of: value) }
    mistake(
      "the file \(path) is a text, but \(Fields.name(of: tree.kind(of: value))) is here", at: value,
      help: "write | after the path and the file's lines below it")
    return nil
  }

  private mutating func checkMarks(_ text: String, at node: NodeID) {
    guard text.utf8.contains(0x9F) else { return }
    do {
      _ = try MarkedText(Array(text.utf8))
    } catch {
      let places = ScalarPlaces(of: node, in: tree)
      mistakes.add(
        error.message, in: file, at: places.range(of: error.codePoint..<error.codePoint + 1),
        help: "put each place where the rule must report between ⟦ and ⟧")
    }
  }
}
