/// All of one file that crosses to other files: every key it defines, every value that a rule over the whole set
/// looks at, each with its exact place. A plain value; the tree it comes from is gone.
///
/// Facts are rows. A collector (`FactPlan`) says which rows a file gives: one for each selected node, with the
/// node itself and the values asked of it. Facts belong to the ruleset that they were taken for: without it they
/// say nothing.
package struct FileFacts: Sendable, Hashable {
  /// Whether the file could be read.
  package enum State: UInt8, Sendable, Hashable {
    /// Its facts are here.
    case known
    /// It has no tree, so what it says is not known.
    case unreadable
    /// A query took too long in it, so that facts may be missing.
    case partial
    /// It has no document: nobody knows what it is going to say.
    case empty
  }

  /// What facts have besides the path of their file and their rows.
  struct Head: Sendable, Hashable {
    /// By number, rising.
    var sources: [UInt16]
    var state: State
    var documents: Int

    /// One bit for each rule of the ruleset, by number: whether it selected anything here. And after them one for each query
    /// (`FactStore.filledQueries`): whether it found something here of which there are no rows, since nobody needs them.
    var selecting: [UInt64] = []

    /// The nodes whose values are wrong, or keys that may be, by number, rising: it is said already.
    var refused: [UInt32] = []

    /// The collectors, by number, rising, that may miss rows or values, because of a mistake that is said.
    var doubted: [UInt16] = []

    init(sources: [UInt16], state: State, documents: Int) {
      self.sources = sources
      self.state = state
      self.documents = documents
    }
  }

  /// A head that many files have, as they mostly do that belong to one source.
  final class SharedHead: Sendable {
    let head: Head

    init(_ head: Head) { self.head = head }

    /// Whether it is `other`, part by part, the one that differs most often first. As a comparison of two values it would have
    /// both copied.
    func isSame(as other: borrowing Head) -> Bool {
      head.sources == other.sources && head.selecting == other.selecting && head.documents == other.documents
        && head.state == other.state && head.refused == other.refused && head.doubted == other.doubted
    }
  }

  /// What holds all of it: one reference, so that handing facts on costs one count.
  private final class Storage: Sendable {
    let path: String
    let shared: SharedHead
    let rows: FactRows

    init(path: String, shared: SharedHead, rows: FactRows) {
      self.path = path
      self.shared = shared
      self.rows = rows
    }
  }

  private let storage: Storage

  /// Facts of the file at `path`.
  init(path: String, _ shared: SharedHead, rows: FactRows = .none) {
    storage = Storage(path: path, shared: shared, rows: rows)
  }

  /// The same with a head of their own.
  init(path: String, _ head: Head, rows: FactRows = .none) {
    self.init(path: path, SharedHead(head), rows: rows)
  }

  /// The facts of a file that could not be read: that nothing is known of it.
  package static func unreadable(path: String, sources: [Int]) -> FileFacts {
    FileFacts(path: path, Head(sources: sources.asSources, state: .unreadable, documents: 0))
  }

  /// The facts of a file without a document, which counts as one that says nothing.
  static func empty(path: String, sources: [Int]) -> FileFacts {
    FileFacts(path: path, Head(sources: sources.asSources, state: .empty, documents: 1))
  }

  package static func == (left: FileFacts, right: FileFacts) -> Bool {
    left.path == right.path && left.hasHead(of: right) && left.rows == right.rows
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(storage.shared.head)
    hasher.combine(rows)
  }
}

// MARK: What facts say

extension FileFacts {
  /// The file, relative to the data set's root, with `/`.
  package var path: String { storage.path }

  /// The sources that it belongs to, by number, rising.
  package var sources: [UInt16] { storage.shared.head.sources }

  /// Whether the file could be read.
  package var state: State { storage.shared.head.state }

  /// How many documents the file has.
  package var documents: Int { storage.shared.head.documents }

  /// The rows.
  var rows: FactRows { storage.rows }

  /// What selected anything here: one bit for each rule and each query, as `Head` has them.
  var selecting: [UInt64] { storage.shared.head.selecting }

  /// The nodes whose values are wrong, or keys that may be, by number, rising: it is said already.
  var refused: [UInt32] { storage.shared.head.refused }

  /// The collectors, by number, rising, that may miss rows or values, because of a mistake that is said.
  var doubted: [UInt16] { storage.shared.head.doubted }

  /// These facts without their path and rows.
  package var head: FileFacts { moved(to: "") }

  /// Whether all but path and rows is the same in `other`.
  package func hasHead(of other: FileFacts) -> Bool {
    sharesHead(with: other) || storage.shared.isSame(as: other.storage.shared.head)
  }

  /// Whether that is even kept only once for both.
  package func sharesHead(with other: FileFacts) -> Bool { storage.shared === other.storage.shared }

  /// Tells a head that is kept once for several from others, as long as one of these facts is there.
  package var sharedHead: ObjectIdentifier { ObjectIdentifier(storage.shared) }

  /// The same without rows, for another file.
  package func moved(to path: String) -> FileFacts { FileFacts(path: path, storage.shared) }

  /// The same with other rows.
  func with(rows: FactRows) -> FileFacts { FileFacts(path: path, storage.shared, rows: rows) }

  /// Whether the rule with this number selected anything here.
  package func isSelecting(_ rule: Int) -> Bool {
    selecting.hasBit(rule)
  }

  /// Adds what selected anything here to `all`, which begins with one bit for each rule.
  package func addSelecting(to all: inout [UInt64]) {
    all.formUnion(selecting)
  }
}

extension [Int] {
  /// Numbers of sources as facts keep them: rising.
  var asSources: [UInt16] { sorted().map { UInt16(truncatingIfNeeded: $0) } }
}

extension [UInt64] {
  /// Whether the bit with a number is set, the lowest of the first word being 0.
  package func hasBit(_ number: Int) -> Bool {
    number >> 6 < count && self[number >> 6] & 1 << UInt64(number & 63) != 0
  }

  /// Sets the bit with a number.
  mutating func insertBit(_ number: Int) {
    while count <= number >> 6 { append(0) }
    self[number >> 6] |= 1 << UInt64(number & 63)
  }

  /// Sets all bits that `other` has.
  mutating func formUnion(_ other: [UInt64]) {
    while count < other.count { append(0) }
    for (place, word) in other.enumerated() { self[place] |= word }
  }
}
