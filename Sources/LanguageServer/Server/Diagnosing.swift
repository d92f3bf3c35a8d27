import Findings
import SourceText
import Workspace

/// What is wrong in one file.
struct FileDiagnosis: Sendable, Hashable {
  /// More findings of a file are not shown: no editor lives with a million.
  static let mostFindings = 1_000

  /// The findings, sorted; the worst ones when there are very many.
  var findings: [Finding] = []
  /// How many others there are.
  var left = 0
  /// The data set that they are about, by its root.
  var root = ""
  /// The text that they are about, when it is not a file of the set's.
  var source: SourceText?
}

extension Snapshot {
  /// What is wrong in each file in which something is, by absolute path.
  func diagnoses() -> [String: FileDiagnosis] {
    var paths: Set<String> = []
    for set in sets {
      for path in (set.session?.findings ?? [:]).keys { paths.insert(Path.join(set.root, path)) }
      paths.formUnion(set.mistakes.map(\.path))
    }
    var diagnoses: [String: FileDiagnosis] = [:]
    for path in paths {
      let diagnosis = diagnosis(of: path)
      if !diagnosis.findings.isEmpty { diagnoses[path] = diagnosis }
    }
    return diagnoses
  }

  /// What is wrong in the file at `path`, which is told of by the innermost set that it is in.
  func diagnosis(of path: String) -> FileDiagnosis {
    var diagnosis = FileDiagnosis()
    let around = set(around: path)
    if let around, let inner = Path.below(path, around.root) {
      diagnosis.root = around.root
      let all = around.session?.findings[inner] ?? []
      diagnosis.findings = all.worst(FileDiagnosis.mostFindings)
      diagnosis.left = all.count - diagnosis.findings.count
    }
    for set in sets {
      for mistake in set.mistakes where mistake.path == path {
        if around == nil { diagnosis.root = set.root }
        diagnosis.findings.append(mistake.finding)
        diagnosis.source = mistake.source
      }
    }
    return diagnosis
  }

  /// The diagnostics of a file.
  func json(_ diagnosis: FileDiagnosis, of path: String) -> JSON {
    let session = sets.first { $0.root == diagnosis.root }?.session
    let writer = DiagnosticJSON(self, session?.dataSet)
    var locations = session.map { Locations(self, $0) }
    let inner = Path.below(path, diagnosis.root)
    let text =
      documents[path]?.text ?? diagnosis.source ?? inner.flatMap { locations?.text($0) } ?? SourceText("")
    let shown = diagnosis.findings.map { finding in
      writer.json(finding, in: text) { path, range in locations?.location(path, range) }
    }
    return .array(shown + (diagnosis.left > 0 ? [writer.json(left: diagnosis.left)] : []))
  }
}
