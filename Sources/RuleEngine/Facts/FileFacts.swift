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

  /// All that facts consist of.
  struct Contents: Sendable, Hashable {
    var path: String
    /// By number, rising.
    var sources: [UInt16]
    var state: State
    var documents: Int

    var rows = FactRows.none

    /// One bit for each rule of the ruleset, by number: whether it selected anything here. And after them one for each query
    /// (`FactStore.filledQueries`): whether it found something here of which there are no rows, since nobody needs them.
    var selecting: [UInt64] = []

    /// The nodes whose values are wrong, or keys that may be, by number, rising: it is said already.
    var refused: [UInt32] = []

    /// The collectors, by number, rising, that may miss rows or values, because of a mistake that is said.
    var doubted: [UInt16] = []

    /// Contents without rows.
    init(path: String, sources: [UInt16], state: State, documents: Int) {
      self.path = path
      self.sources = sources
      self.state = state
      self.documents = documents
    }
  }

  /// What holds the contents: one reference, so that handing facts on costs one count.
  private final class Storage: Sendable {
    let contents: Contents

    init(_ contents: consuming Contents) { self.contents = contents }
  }

  private let storage: Storage

  /// Facts with these contents.
  init(_ contents: consuming Contents) { storage = Storage(contents) }

  /// The facts of a file that could not be read: that nothing is known of it.
  package static func unreadable(path: String, sources: [Int]) -> FileFacts {
    FileFacts(Contents(path: path, sources: sources.asSources, state: .unreadable, documents: 0))
  }

  /// The facts of a file without a document, which counts as one that says nothing.
  static func empty(path: String, sources: [Int]) -> FileFacts {
    FileFacts(Contents(path: path, sources: sources.asSources, state: .empty, documents: 1))
  }

  package static func == (left: FileFacts, right: FileFacts) -> Bool { left.contents == right.contents }

  package func hash(into hasher: inout Hasher) { contents.hash(into: &hasher) }
}

// MARK: What facts say

extension FileFacts {
  /// All that they consist of.
  var contents: Contents { storage.contents }

  /// The file, relative to the data set's root, with `/`.
  package var path: String { contents.path }

  /// The sources that it belongs to, by number, rising.
  package var sources: [UInt16] { contents.sources }

  /// Whether the file could be read.
  package var state: State { contents.state }

  /// How many documents the file has.
  package var documents: Int { contents.documents }

  /// The rows.
  var rows: FactRows { contents.rows }

  /// What selected anything here: one bit for each rule and each query, as `Contents` has them.
  var selecting: [UInt64] { contents.selecting }

  /// The nodes whose values are wrong, or keys that may be, by number, rising: it is said already.
  var refused: [UInt32] { contents.refused }

  /// The collectors, by number, rising, that may miss rows or values, because of a mistake that is said.
  var doubted: [UInt16] { contents.doubted }

  /// Whether the rule with this number selected anything here.
  package func isSelecting(_ rule: Int) -> Bool {
    selecting.hasBit(rule)
  }

  /// Adds what selected anything here to `all`, which begins with one bit for each rule.
  package func addSelecting(to all: inout [UInt64]) {
    all.formUnion(selecting)
  }
}

extension FileFacts.Contents {
  /// These without path and rows.
  var head: FileFacts.Contents {
    var head = self
    head.path = ""
    head.rows = .none
    return head
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
