import Findings
import RuleEngine

/// What phase two says of a whole set, with what only the trees of the files know.
struct JoinedFindings: Sendable, Hashable {
  /// What was found, sorted, by the path of the file that it is about.
  var findings: [String: [Finding]] = [:]
  /// What could not be decided, sorted.
  var notChecked: [NotChecked] = []
  /// The queries, by number (`FactStore.filledQueries`), that found something in some file, rising.
  var filled: [Int] = []

  /// Writes it. The same findings give the same bytes.
  func encode(_ writer: inout ByteWriter) {
    let files = findings.sorted { Path.precedes($0.key, $1.key) }
    writer.append(list: files) { writer, file in
      writer.append(file.key)
      writer.append(list: file.value) { $1.encode(&$0) }
    }
    writer.append(list: notChecked) { writer, note in
      writer.append(note.path)
      note.encode(&writer)
    }
    writer.append(list: filled) { $0.append($1) }
  }
}

extension JoinedFindings {
  /// What `encode` wrote.
  init?(_ reader: inout ByteReader) {
    let files = reader.list { reader -> (String, [Finding])? in
      guard let path = reader.string(), let findings = reader.list({ Finding(&$0, path: path) }) else {
        return nil
      }
      return (path, findings)
    }
    let notes = reader.list { reader in reader.string().flatMap { NotChecked(&reader, path: $0) } }
    guard let files, let notes, let filled = reader.list({ $0.number() }) else { return nil }
    self.filled = filled
    findings = Dictionary(files) { first, _ in first }
    notChecked = notes
  }
}
