package import Findings
import SourceText
package import YAML

/// Makes findings of the drafts about one file, with what only its tree knows.
///
/// A tree is made of the same bytes that the facts were taken from; then its nodes have the same numbers.
package struct FindingCompleter: Sendable {
  private let tree: Tree?

  /// A completer for a file with this tree; without one, findings have no pointer and no record.
  package init(tree: Tree?) {
    self.tree = tree
  }

  /// The findings of some drafts about the file, sorted. One mistake that a rule meets several times, because an
  /// alias repeats it, is one finding.
  package func findings(_ drafts: [Draft]) -> [Finding] {
    var findings: [Finding] = []
    var names = RecordNames()
    for draft in drafts.sorted() {
      let finding = finding(draft, &names)
      let isRepeated = draft.node.map { tree?.aliasRange(of: $0) != nil } ?? false
      if let last = findings.indices.last, findings[last].isSameMistake(as: finding, isRepeated: isRepeated) {
        let known = Set(findings[last].related)
        findings[last].related += finding.related.filter { !known.contains($0) }
      } else {
        findings.append(finding)
      }
    }
    return findings
  }

  /// The finding of a draft.
  package func finding(_ draft: Draft) -> Finding {
    var names = RecordNames()
    return finding(draft, &names)
  }

  private func finding(_ draft: Draft, _ names: inout RecordNames) -> Finding {
    var finding = Finding(
      rule: draft.rule, severity: draft.severity, message: draft.message, path: draft.path,
      range: draft.range, value: draft.value, suggestions: draft.suggestions, help: draft.help,
      related: draft.related)
    var place = ""
    if let tree, let node = draft.node, Int(node.index) < tree.nodeCount {
      finding.pointer = tree.pointer(of: node)
      finding.document = tree.document(of: node)
      finding.record = tree.record(around: node, &names)
      place = tree.stablePointer(of: node, &names)
      if let alias = tree.aliasRange(of: node), alias != draft.range {
        finding.related.append(
          RelatedPlace(path: draft.path, range: alias, message: "it is repeated here by an alias"))
      }
      finding.basis = draft.basis.map { tree.range(of: $0) }
      finding.fixes = draft.repair.map { [fix($0, of: draft, in: tree)] } ?? []
    }
    func fingerprint(_ rule: RuleID) -> String {
      Fingerprint.hash([rule.rawValue, draft.path, place, draft.value ?? ""])
    }
    finding.fingerprint = fingerprint(draft.rule)
    finding.formerFingerprints = draft.formerly.map(fingerprint)
    return finding
  }

  private func fix(_ repair: Draft.Repair, of draft: Draft, in tree: Tree) -> Fix {
    let edit =
      switch repair {
      case .edit(let edit): edit
      case .replaceScalar(let node, let text):
        TextEdit(
          range: tree.range(of: node), text: ScalarText.text(text, inPlaceOf: node, in: tree))
      }
    return Fix(
      title: draft.repairTitle, isSafe: draft.isSafe,
      edits: [FileEdit(path: draft.path, edit: edit)])
  }
}

extension Finding {
  /// - Parameter isRepeated: whether `other` is about what an alias repeats, which may be called otherwise there.
  fileprivate func isSameMistake(as other: Finding, isRepeated: Bool) -> Bool {
    rule == other.rule && range == other.range && path == other.path
      && (message == other.message || isRepeated && value == other.value && help == other.help)
  }
}

// MARK: Records

/// The names of mappings, each looked for once: one with very many members may have as many mistakes.
private struct RecordNames {
  private var known: [NodeID: String?] = [:]

  mutating func name(of node: NodeID, in tree: Tree) -> String? {
    guard tree.kind(of: node) == .mapping else { return nil }
    if let known = known[node] { return known }
    let name = tree.nameNode(of: node).map { tree.text(of: $0) }
    known.updateValue(name, forKey: node)
    return name
  }
}

extension Tree {
  /// What names a record, in the order in which it is looked for.
  private static let nameFields = ["title", "name", "code", "id", "person"]

  /// The first scalar among `title`, `name`, `code`, `id`, `person` of the nearest mapping around `node` (or of
  /// `node` itself) that has one.
  fileprivate func record(around node: NodeID, _ names: inout RecordNames) -> String? {
    var current: NodeID? = node
    while let candidate = current {
      if let name = names.name(of: candidate, in: self) { return name }
      current = parent(of: candidate)
    }
    return nil
  }

  /// The scalar that names the mapping `node`, as `record(around:)` has it; nothing when it has none.
  package func nameNode(of node: NodeID) -> NodeID? {
    guard kind(of: node) == .mapping else { return nil }
    for field in Self.nameFields {
      if let value = value(field, of: node), hasText(value) { return value }
    }
    return nil
  }

  /// The pointer with places in lists replaced by what stands there, so that it stays when lists are reordered.
  fileprivate func stablePointer(of node: NodeID, _ names: inout RecordNames) -> String {
    var tokens: [String] = []
    var current = node
    while let parent = parent(of: current) {
      if isKey(current) {
        tokens.append(text(of: current))
      } else if let key = key(of: current) {
        tokens.append(text(of: key))
      } else if kind(of: current).isScalar {
        tokens.append("=" + text(of: current))
      } else {
        let name = names.name(of: current, in: self)
        tokens.append(name.map { "=" + $0 } ?? String(position(of: current) ?? 0))
      }
      current = parent
    }
    return tokens.reversed().joined(separator: "\u{0}")
  }
}
