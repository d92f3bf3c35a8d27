import Findings
import RuleEngine
import SourceText
import Workspace
import YAML

extension RequestHandler {
  /// `textDocument/codeAction`: each fix of what is wrong there, or the closest valid values, all safe fixes of the file, and hiding what is wrong in
  /// a line.
  static let codeAction = RequestHandler("textDocument/codeAction") {
    params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    guard let session = file.session else { return [] }
    let wanted = try file.text.range(of: params["range"], in: snapshot.client.unit)
    let only = params["context"]?["only"]?.array?.compactMap(\.string)
    let findings = session.findings[file.inner] ?? []
    var actions = CodeActions(snapshot, session, file, only)
    // An empty range touches what it stands in or beside. Nobody picks from the actions of very many findings.
    let touched = findings.lazy.filter { $0.range.start <= wanted.end && $0.range.end >= wanted.start }
    for finding in touched.prefix(CodeActions.mostFindings) {
      for fix in finding.fixes { actions.add(fix, of: finding) }
      if finding.fixes.isEmpty { actions.addSuggestions(of: finding) }
      actions.addSuppression(of: finding)
    }
    actions.addAllSafe(of: findings)
    return .array(actions.all)
  }
}

/// The code actions of one place.
private struct CodeActions {
  /// The actions of more findings are not listed.
  static let mostFindings = 20
  /// How many bytes are read at most to see where comments may stand, besides the first time.
  private static let mostBytes = 128 << 20

  private let snapshot: Snapshot
  private let file: Snapshot.File
  private let only: [String]?
  private let writer: DiagnosticJSON
  private var locations: Locations
  private(set) var all: [JSON] = []
  private lazy var tree = loadYAML(file.text).tree
  private var bytesRead = 0
  private lazy var suppressions = Suppressions(of: file.text)

  init(_ snapshot: Snapshot, _ session: Session, _ file: Snapshot.File, _ only: [String]?) {
    self.snapshot = snapshot
    self.file = file
    self.only = only
    writer = DiagnosticJSON(snapshot, session.dataSet)
    locations = Locations(snapshot, session)
  }

  /// Whether the client wants actions of this kind. A kind that is asked for includes those that begin with it.
  private func isWanted(_ kind: String) -> Bool {
    only.map { $0.contains { kind == $0 || kind.hasPrefix($0 + ".") || $0.isEmpty } } ?? true
  }

  private mutating func add(
    _ title: String, _ kind: String, _ edits: [String: [TextEdit]], of finding: Finding? = nil,
    isPreferred: Bool = false
  ) {
    guard isWanted(kind) else { return }
    let diagnostic = finding.map { finding in
      writer.json(finding, in: file.text) { path, range in locations.location(path, range) }
    }
    all.append(
      .of([
        "title": .string(title), "kind": .string(kind), "diagnostics": diagnostic.map { [$0] },
        "isPreferred": isPreferred ? true : nil, "edit": locations.edit(edits),
      ]))
  }

  mutating func add(_ fix: Fix, of finding: Finding) {
    var edits: [String: [TextEdit]] = [:]
    for edit in fix.edits { edits[edit.path, default: []].append(edit.edit) }
    add(fix.title, "quickfix", edits, of: finding, isPreferred: fix.isSafe)
  }

  /// The values that come closest, where nobody can tell for certain what was meant. What is put together of several values
  /// is shown at the last of them, whose place it cannot take.
  mutating func addSuggestions(of finding: Finding) {
    guard !finding.suggestions.isEmpty, isWanted("quickfix"), let tree,
      let node = tree.scalar(at: finding.range.start), tree.range(of: node) == finding.range,
      finding.value == tree.text(of: node)
    else { return }
    for suggestion in finding.suggestions {
      let text = ScalarText.text(suggestion.value, inPlaceOf: node, in: tree)
      let label = suggestion.label.map { " (\($0))" } ?? ""
      add(
        "replace by \(suggestion.value)\(label)", "quickfix",
        [file.inner: [TextEdit(range: finding.range, text: text)]], of: finding)
    }
  }

  mutating func addAllSafe(of findings: [Finding]) {
    let edits = findings.flatMap(\.fixes).filter(\.isSafe).flatMap(\.edits).filter { $0.path == file.inner }
      .map(\.edit)
    let applied = file.text.applying(edits).applied
    guard !applied.isEmpty else { return }
    add("Apply all safe fixes of this file", "source.fixAll.metrolint", [file.inner: applied])
  }

  mutating func addSuppression(of finding: Finding) {
    guard isWanted("quickfix"), bytesRead == 0 || bytesRead + file.text.bytes.count <= Self.mostBytes
    else { return }
    bytesRead += file.text.bytes.count
    guard let edit = Suppressing.edit(hiding: finding, in: file.text, besides: suppressions)
    else { return }
    add("Hide \(finding.rule) here, with a reason", "quickfix", [file.inner: [edit]], of: finding)
  }
}
