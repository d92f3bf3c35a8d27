import Findings
import SourceText
import Workspace

/// What is wrong in one file.
struct FileDiagnosis: Sendable, Hashable {
  /// The findings, sorted.
  var findings: [Finding] = []
  /// The data set that they are about, by its root.
  var root = ""
  /// The text that they are about, when it is not a file of the set's.
  var source: SourceText?
}

extension Snapshot {
  /// What is wrong in each file, by absolute path. A file is told of by the innermost set that it is in.
  func diagnoses() -> [String: FileDiagnosis] {
    var diagnoses: [String: FileDiagnosis] = [:]
    for set in sets {
      for finding in set.session?.findings ?? [] {
        let path = Path.absolute(finding.path, in: set.root)
        guard self.set(around: path)?.root == set.root else { continue }
        diagnoses[path, default: FileDiagnosis(root: set.root)].findings.append(finding)
      }
      for mistake in set.mistakes {
        diagnoses[mistake.path, default: FileDiagnosis(root: set.root)].findings.append(mistake.finding)
        diagnoses[mistake.path]?.source = mistake.source
      }
    }
    return diagnoses
  }

  /// What is wrong in the file at `path`.
  func diagnosis(of path: String) -> FileDiagnosis {
    guard let set = set(around: path) else { return diagnoses()[path] ?? FileDiagnosis() }
    var diagnosis = FileDiagnosis(root: set.root)
    let inner = Path.below(path, set.root)
    diagnosis.findings = (set.session?.findings ?? []).filter { $0.path == inner }
    for mistake in sets.flatMap(\.mistakes) where mistake.path == path {
      diagnosis.findings.append(mistake.finding)
      diagnosis.source = mistake.source
    }
    return diagnosis
  }

  /// The diagnostics of a file.
  func json(_ diagnosis: FileDiagnosis, of path: String) -> JSON {
    let session = sets.first { $0.root == diagnosis.root }?.session
    let writer = DiagnosticJSON(
      unit: client.unit, hasRelated: client.hasRelatedPlaces, dataSet: session?.dataSet)
    var locations = session.map { Locations(self, $0) }
    let inner = Path.below(path, diagnosis.root)
    let text =
      documents[path]?.text ?? diagnosis.source ?? inner.flatMap { locations?.text($0) } ?? SourceText("")
    return .array(
      diagnosis.findings.map { finding in
        writer.json(finding, in: text) { path, range in locations?.location(path, range) }
      })
  }
}
