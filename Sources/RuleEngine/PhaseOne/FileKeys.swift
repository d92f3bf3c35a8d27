import JSONPath
import Spelling
import YAML

// Keys that are compared within their file are mostly all different there, and rows of them have nothing to say then. So the
// keys of a file are compared by their hashes before rows are made, and these only where two may be the same. Those of a piece
// are compared with those of the other pieces, too, and rows are made of the pieces where one may be the same as another's.

/// Of what part of a file a tree is.
enum FilePart {
  case whole
  case piece
  /// A piece with keys that another piece may have, too.
  case sharingPiece
}

extension FactCollector {
  /// Finds the keys of which two may be the same in the file.
  ///
  /// - Parameter selecting: gets the rules that look at rows which are not made, and the queries that these were of.
  mutating func findRepeatedKeys(
    _ program: FactProgram, _ flat: FactProgram.Flat, in tree: Tree, of part: FilePart,
    _ subjects: inout FactProgram.Subjects, _ selecting: inout [UInt64]
  ) {
    collected.isRepeated.removeAll(keepingCapacity: true)
    for key in program.fileKeys {
      let isRepeated =
        part == .sharingPiece || mayRepeat(key, program, flat, in: tree, of: part, &subjects)
      collected.isRepeated.append(isRepeated)
      if part == .piece {
        collected.pieceKeys.append(
          PieceKeys(
            documents: collected.documents.map(\.self), hashes: collected.hashes.map(\.self),
            haveRows: isRepeated))
      }
      guard !isRepeated else { continue }
      for (step, filled) in zip(key.steps, collected.filled) {
        if let filled { program.addQueries(of: program.steps[step], filled: filled, to: &selecting) }
      }
    }
  }

  private mutating func mayRepeat(
    _ key: FactProgram.FileKey, _ program: FactProgram, _ flat: FactProgram.Flat, in tree: Tree,
    of part: FilePart, _ subjects: inout FactProgram.Subjects
  ) -> Bool {
    collected.hashes.removeAll(keepingCapacity: true)
    collected.documents.removeAll(keepingCapacity: true)
    collected.filled.removeAll(keepingCapacity: true)
    while collected.filled.count < key.steps.count { collected.filled.append(nil) }
    // What all keys have in common tells none from another.
    let isOneDocument = part == .whole && tree.documents.count == 1
    var (isComplete, isRepeated) = (true, false)
    for document in tree.documents.indices {
      let root = tree.documents[document].root
      let first = collected.hashes.count
      var (common, isFirst) = (KeyHash(), true)
      for (place, index) in key.steps.enumerated() {
        let step = program.steps[index]
        let rows = program.gather(
          &subjects, of: step, flat, in: tree, root: root, isComplete: &isComplete)
        guard !rows.isEmpty else { continue }
        if isFirst {
          // All steps of a key ask for the same values.
          isFirst = false
          common = commonKey(
            step, key.count, program, flat, subjects.beginnings, in: tree, root: root,
            isOneDocument: isOneDocument)
        }
        let filled = addKeys(of: rows, subjects, step, key.count, common, program, flat, in: tree, root: root)
        collected.filled[place] = (collected.filled[place] ?? 0) | filled
      }
      guard collected.hashes.count > first else { continue }
      isRepeated = isRepeated || collected.hashes.span.extracting(first...).hasRepetition
      if part == .whole, isRepeated || !isComplete { return true }
      if isOneDocument { return false }
      collected.documents.append(PieceKeys.Document(common: common.bits, end: collected.hashes.count))
    }
    return isRepeated || !isComplete || isAnyShared()
  }

  /// What the keys of a document have in common.
  ///
  /// - Parameters:
  ///   - step: the first that gives a key.
  ///   - count: how many values a key has.
  private func commonKey(
    _ step: FactProgram.Step, _ count: Int, _ program: FactProgram, _ flat: FactProgram.Flat,
    _ beginnings: PathTable.Beginnings, in tree: Tree, root: NodeID, isOneDocument: Bool
  ) -> KeyHash {
    var common = KeyHash()
    for column in step.columns.prefix(count) where flat.columns[column].isOfDocument {
      guard let value = program.value(column, flat, doubts, beginnings, in: tree, root: root, origin: root)
      else {
        continue
      }
      let hash = isOneDocument ? 0 : tree.hash(of: value, step.comparison)
      common.add(hash, at: column - step.columns.lowerBound)
    }
    return common
  }

  /// Adds the hashes of the keys that a step gives in a document.
  ///
  /// - Returns: one bit for each value that some key has.
  private mutating func addKeys(
    of rows: Range<Int>, _ subjects: FactProgram.Subjects, _ step: FactProgram.Step, _ count: Int,
    _ common: KeyHash,
    _ program: FactProgram, _ flat: FactProgram.Flat, in tree: Tree, root: NodeID
  ) -> UInt64 {
    if let own = step.ownPart {
      for row in rows {
        var key = common
        key.add(tree.hash(of: subjects.origin(row), step.comparison), at: own)
        collected.hashes.append(key.bits)
      }
      return common.filled | 1 << UInt64(own)
    }
    var filled: UInt64 = 0
    for row in rows {
      var key = common
      for column in step.columns.prefix(count) where !flat.columns[column].isOfDocument {
        guard
          let value = program.value(
            column, flat, doubts, subjects.beginnings, in: tree, root: root, origin: subjects.origin(row))
        else { continue }
        key.add(tree.hash(of: value, step.comparison), at: column - step.columns.lowerBound)
      }
      filled |= key.filled
      if key.filled != 0 { collected.hashes.append(key.bits) }
    }
    return filled
  }

  /// Whether two documents have a key that is the same.
  private func isAnyShared() -> Bool {
    guard collected.documents.count > 1 else { return false }
    // Mostly they differ in what their keys have in common.
    let common = collected.documents.map(\.common)
    guard common.span.hasRepetition else { return false }
    return collected.hashes.span.hasRepetition
  }
}

extension FactProgram {
  /// What is in a column: a node or a text that is put together.
  ///
  /// - Parameter doubts: what is wrong in the file.
  fileprivate func value(
    _ column: Int, _ flat: Flat, _ doubts: Doubts?, _ beginnings: PathTable.Beginnings, in tree: Tree,
    root: NodeID, origin: NodeID
  ) -> TemplateValue? {
    switch flat.columns[column] {
    case .document: return .node(root)
    case .origin: return .node(origin)
    case .path(let path, _):
      return flat.paths.node(of: path, in: tree, root: root, current: origin, beginnings).map { .node($0) }
    case .other(let number):
      let value = templates[number].value(in: tree, root: root, current: origin)
      switch value {
      case .nothing: return nil
      case .node: return value
      case .text:
        let isWrong = doubts?.refuses(templates[number], in: tree, root: root, current: origin) == true
        return isWrong ? nil : value
      }
    }
  }
}

extension Tree {
  /// A number for a value of a row: the same for values that are one there.
  fileprivate func hash(of value: TemplateValue, _ comparison: FactPlan.Comparison) -> UInt64 {
    switch value {
    case .nothing: return 0
    case .text(let text, _): return text.normalizedHash(.text)
    case .node(let node): return hash(of: node, comparison)
    }
  }

  /// The same for the value of a node.
  fileprivate func hash(of node: NodeID, _ comparison: FactPlan.Comparison) -> UInt64 {
    let kind = valueKind(of: node, comparison, isSelf: false)
    switch kind {
    case .text, .number:
      let hash = withText(of: node) { $0.isASCII || $0.isCertainlyNormalized ? $0.valueHash(kind) : nil }
      return hash ?? text(of: node).normalizedHash(kind)
    case .json: return canonicalJSON(of: node).normalizedHash(kind)
    case .absent, .null, .place: return UInt64(kind.rawValue)
    }
  }
}

extension String {
  fileprivate func normalizedHash(_ kind: FactValue.Kind) -> UInt64 {
    normalizedC.utf8Span.span.valueHash(kind)
  }
}

extension Span<UInt8> {
  fileprivate func valueHash(_ kind: FactValue.Kind) -> UInt64 {
    wideTextHash ^ UInt64(kind.rawValue)
  }
}

/// A number for a key: the same for keys of the same values.
private struct KeyHash {
  private(set) var bits: UInt64 = 0
  /// One bit for each of the values that are there.
  private(set) var filled: UInt64 = 0

  /// Adds the value at a place of the key; the order of adding does not matter.
  mutating func add(_ value: UInt64, at place: Int) {
    let product = (value &+ 1).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 &+ UInt64(place) << 1)
    bits &+= product.high ^ product.low
    filled |= 1 << UInt64(place)
  }
}

extension Span<UInt64> {
  /// Whether an element is there twice.
  fileprivate var hasRepetition: Bool {
    if count > 16 {
      let sorted = indices.map { self[$0] }.sorted()
      return zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
    }
    for later in indices {
      for earlier in 0..<later where self[earlier] == self[later] { return true }
    }
    return false
  }
}
