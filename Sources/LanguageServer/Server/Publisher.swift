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
  /// For each file the files with a finding that has a related place in it.
  private var speakers: [String: Set<String>] = [:]
  /// Files whose text is another, so that places in them may have moved though findings are the same.
  private var edited: Set<String> = []
  private var pulled: Set<String> = []
  private var isAllPulled = false

  /// Notes that the client asks for a file itself; for all when there is no path.
  mutating func notePulled(_ path: String?) {
    if let path { pulled.insert(path) } else { isAllPulled = true }
  }

  /// Notes that the text of some files is another.
  mutating func noteChanged(_ paths: Set<String>) {
    edited.formUnion(paths)
  }

  /// Sends what is new.
  ///
  /// - Parameter changed: the files of which something else may be told than before, by path; nothing for all.
  /// - Returns: whether the client should ask again for files that it asks for itself.
  mutating func publish(_ snapshot: Snapshot, changed: Set<String>?, _ outbox: Outbox) -> Bool {
    let moved = edited.reduce(into: edited) { $0.formUnion(speakers[$1] ?? []) }
    let others = changed ?? Set(snapshot.diagnoses().keys).union(known.keys)
    // What was pushed of a file that is pulled now is taken back.
    let taken = known.keys.filter(isPulled)
    // The client asks again by itself for a file that it has edited.
    let isOther =
      changed == nil
      ? isAllPulled || !pulled.isEmpty : others.contains { isPulled($0) && !edited.contains($0) }
    for path in others.union(moved).union(taken).sorted() {
      let after = isPulled(path) ? FileDiagnosis() : snapshot.diagnosis(of: path)
      let isSame = known[path] == after || known[path] == nil && after.findings.isEmpty
      guard !isSame || known[path] != nil && moved.contains(path) else { continue }
      send(after, of: path, snapshot, outbox)
      know(after, of: path)
    }
    edited = []
    return isOther
  }

  private func isPulled(_ path: String) -> Bool { isAllPulled || pulled.contains(path) }

  private mutating func know(_ diagnosis: FileDiagnosis, of path: String) {
    for other in known[path]?.relatedPaths ?? [] { speakers[other]?.remove(path) }
    for other in diagnosis.relatedPaths { speakers[other, default: []].insert(path) }
    known[path] = diagnosis.findings.isEmpty ? nil : diagnosis
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

extension FileDiagnosis {
  /// The files in which findings have related places.
  fileprivate var relatedPaths: Set<String> {
    Set(findings.lazy.flatMap(\.related).map { Path.absolute($0.path, in: root) })
  }
}
