import YAML

/// What checking one file leaves for the next by the same checker: memory to work in, and values that most files have in
/// common and so are kept once. Each of those who check has its own.
package struct CheckMemory {
  /// What files are read with.
  var loading = LoadingMemory()
  /// Where facts are gathered.
  var collected = Collected()
  /// The nodes that a rule selects.
  var nodes: [NodeID] = []
  /// While a file is checked, what `FileFacts.Head.selecting` is going to have.
  var selecting: [UInt64] = []
  /// What reads the rows of all files that are checked, for a join that follows; nothing when none does.
  package var reading: FactReading?
  /// What looks at the last file that was of several sources.
  var work: (sources: [Int], work: FileChecker.Work)?
  private var keptHeads: [FileFacts.SharedHead] = []
  private var lastSources: [UInt16] = []

  /// Nothing so far.
  package init(reading: FactReading? = nil) { self.reading = reading }

  /// Begins another file, for so many rules.
  mutating func begin(rules: Int) {
    if nodes.capacity > Collected.mostKept { nodes = [] }
    selecting.removeAll(keepingCapacity: true)
    selecting.append(contentsOf: repeatElement(0, count: (rules + 63) >> 6))
  }

  /// Where facts are gathered.
  struct Collected {
    var beginnings: [FactRows.Beginning] = []
    var values: [FactValue] = []
    /// The texts of the values, in UTF-8 and Normalization Form C.
    var texts: [UInt8] = []
    /// For each node of the tree, where its text is among `texts`: one that many rows have is there once.
    var known: [Known] = []
    /// What rows are written to.
    var written: [UInt8] = []
    /// For each key that is compared within the file (`FactProgram.fileKeys`), whether it may be there twice.
    var isRepeated: [Bool] = []
    /// The hashes of such a key, and of which document they are.
    var hashes: [UInt64] = []
    var documents: [PieceKeys.Document] = []
    /// The same for each of them, when only a piece of a file is looked at.
    var pieceKeys: [PieceKeys] = []
    /// For each step that gives such keys, the values that some have, one bit for each; nothing when there is no key.
    var filled: [UInt64?] = []
    /// What a step has rows about.
    var subjects = FactProgram.Subjects()

    /// Where a text is.
    struct Known {
      var start: UInt32
      var count: UInt32

      static let nowhere = Known(start: .max, count: 0)
    }
  }

  /// A head with the bits of `selecting`, as one for all files that have the same: mostly there are a few kinds of files.
  mutating func keptHead(_ head: consuming FileFacts.Head) -> FileFacts.SharedHead {
    // Exchanged and not copied: else `selecting` would get new memory for each file.
    swap(&head.selecting, &selecting)
    let kept = keptHeads.first { $0.isSame(as: head) }
    swap(&head.selecting, &selecting)
    if let kept { return kept }
    head.selecting = selecting.map(\.self)
    let new = FileFacts.SharedHead(head)
    if keptHeads.count < 32 { keptHeads.append(new) }
    return new
  }

  /// Some sources as facts have them, as one array for all files that follow each other and have the same.
  mutating func keptSources(_ sources: [Int]) -> [UInt16] {
    if !lastSources.elementsEqual(sources.lazy.map { UInt16(truncatingIfNeeded: $0) }) {
      lastSources = sources.asSources
    }
    return lastSources
  }
}

extension CheckMemory.Collected {
  /// How many values, nodes and keys, and bytes of texts, are kept room for at most from one file to the next.
  fileprivate static let mostKept = 1 << 16

  /// Empties it for a tree with so many nodes.
  mutating func begin(nodes: Int) {
    if values.capacity > Self.mostKept { values = [] }
    if texts.capacity > 16 * Self.mostKept { texts = [] }
    if known.capacity > Self.mostKept { known = [] }
    if hashes.capacity > Self.mostKept { hashes = [] }
    if documents.capacity > Self.mostKept { documents = [] }
    beginnings.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    known.append(contentsOf: repeatElement(.nowhere, count: nodes))
  }
}
