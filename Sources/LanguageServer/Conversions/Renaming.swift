import RuleEngine
import SourceText
import Spelling
import Workspace
import YAML

/// A key or an alias that is given another name, wherever it stands.
struct Renaming {
  private let session: Session
  private let keys: KeyLookup
  /// What is renamed.
  let place: KeyPlace
  private let index: Int
  private let entry: IndexEntry

  /// The renaming of what stands at `offset` of `file`.
  ///
  /// - Throws: why that cannot be renamed.
  init(at offset: Int, in file: Snapshot.File) throws(ResponseError) {
    guard let session = file.session else { throw .failed("this file is in no data set") }
    self.session = session
    keys = session.keys
    guard let place = KeyPlace(at: offset, in: file, keys) else {
      throw .failed("there is neither a key nor a reference here")
    }
    self.place = place
    let names = place.indexes.map { session.dataSet.ruleset.indexes[$0].name }.joined(separator: " or ")
    guard let entry = place.entries(keys).first else { throw .failed("\(place.text) is no known \(names)") }
    self.entry = entry
    index = entry.index
    if let gap = keys.gap(around: index) { throw .failed("\(gap), so not every use is known") }
    guard place.isWritten else { throw .failed("\(place.text) is put together of several values") }
    let defined = keys.names(place.text, in: index)
    guard !defined.isEmpty else {
      throw .failed("\(place.text) is another spelling of \(entry.key); correct it first")
    }
    guard defined.allSatisfy(\.isWritten) else {
      throw .failed("\(place.text) is put together of several values where it is defined")
    }
  }

  /// The edits that make `name` of it, by the file's path from the root.
  ///
  /// - Throws: why it cannot have this name.
  func edits(to name: String) throws(ResponseError) -> [String: [TextEdit]] {
    let name = name.trimmingBlanks
    let kind = session.dataSet.ruleset.indexes[index].name
    guard !name.isEmpty else { throw .failed("the new name is empty") }
    guard name != place.text else { return [:] }
    if let taken = keys.names(name.normalizedC, in: index).first {
      let line = session.source(taken.path)?.position(at: taken.range.start).line ?? 1
      let what = taken.isAlias ? "an alias of the \(kind) \(taken.key)" : "the \(kind)"
      throw .failed("\(name) is taken: it is \(what) in \(taken.path), line \(line)")
    }
    var places: [String: [NodeID]] = [:]
    for name in keys.names(place.text, in: index) { places[name.path, default: []].append(name.node) }
    let most = RequestHandler.mostPlaces
    guard let uses = keys.uses(of: entry.key, in: index, atMost: most) else {
      throw .failed("\(entry.key) is used at more than \(most) places, too many to change at once")
    }
    for use in uses where use.text == place.text && use.isWritten {
      places[use.path, default: []].append(use.node)
    }
    var edits: [String: [TextEdit]] = [:]
    for (path, nodes) in places {
      guard let source = session.source(path), let tree = loadYAML(source).tree else {
        throw .failed("\(path) cannot be read just now")
      }
      var seen: Set<ByteRange> = []
      edits[path] = nodes.filter { Int($0.index) < tree.nodeCount }
        .map { TextEdit(range: tree.range(of: $0), text: ScalarText.text(name, inPlaceOf: $0, in: tree)) }
        .filter { seen.insert($0.range).inserted }.sorted { $0.range < $1.range }
    }
    return edits
  }
}

extension ResponseError {
  /// Something that is right to ask for and cannot be done.
  static func failed(_ message: String) -> ResponseError {
    ResponseError(code: .requestFailed, message: message)
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
