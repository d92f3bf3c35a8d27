import Findings
import Workspace

/// Tells the client what is wrong in each file whenever that is something else than it knows, and takes back what is
/// not wrong any more, also in files that are not open.
///
/// A file that the client asks for itself is told of once, by its question, and not pushed as well: editors would show
/// each finding twice.
struct Publisher: Sendable {
  /// What was said last of each file that something was said of.
  private var known: [String: FileDiagnosis] = [:]
  /// Files whose places may have moved though their findings are the same.
  private var changed: Set<String> = []
  private var pulled: Set<String> = []
  private var isAllPulled = false

  /// Notes that the client asks for a file itself; for all when there is no path.
  mutating func notePulled(_ path: String?) {
    if let path { pulled.insert(path) } else { isAllPulled = true }
  }

  /// Notes that the text of some files is another.
  mutating func noteChanged(_ paths: Set<String>) {
    changed.formUnion(paths)
  }

  /// Sends what is new.
  mutating func publish(_ snapshot: Snapshot, _ outbox: Outbox) {
    let now = isAllPulled ? [:] : snapshot.diagnoses().filter { !pulled.contains($0.key) }
    for path in Set(now.keys).union(known.keys).sorted() {
      let (before, after) = (known[path], now[path])
      guard before != after || after.map({ isMoved($0, path) }) == true else { continue }
      send(after ?? FileDiagnosis(), of: path, snapshot, outbox)
    }
    if known != now {
      for method in snapshot.client.refreshes { outbox.ask(method, .null) }
    }
    known = now
    changed = []
  }

  private func isMoved(_ diagnosis: FileDiagnosis, _ path: String) -> Bool {
    guard !changed.isEmpty else { return false }
    return changed.contains(path)
      || diagnosis.findings.contains { finding in
        finding.related.contains { changed.contains(Path.absolute($0.path, in: diagnosis.root)) }
      }
  }

  private func send(_ diagnosis: FileDiagnosis, of path: String, _ snapshot: Snapshot, _ outbox: Outbox) {
    outbox.notify(
      "textDocument/publishDiagnostics",
      .of([
        "uri": .string(snapshot.uri(of: path)),
        "version": snapshot.documents[path].map { .int($0.version) },
        "diagnostics": snapshot.json(diagnosis, of: path),
      ]))
  }
}
