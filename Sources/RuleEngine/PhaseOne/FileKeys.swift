import JSONPath
import Spelling
import YAML

// Keys that are compared within their file are mostly all different there, and rows of them have nothing to say then. So the
// keys of a file are compared by their hashes before rows are made, and these only where two may be the same.

extension FactCollector {
  /// Finds the keys of which two may be the same in the file.
  ///
  /// - Parameters:
  ///   - isWhole: whether the tree is that of the whole file. Of a part of one, any key may be repeated.
  ///   - selecting: gets the rules that look at rows which are not made, and the queries that these were of.
  mutating func findRepeatedKeys(
    _ program: FactProgram, _ flat: FactProgram.Flat, in tree: Tree, isWhole: Bool,
    _ selecting: inout [UInt64]
  ) {
    // What a value is that is put together depends on what is doubted.
    let isCertain = isWhole && doubts == nil
    collected.isRepeated.removeAll(keepingCapacity: true)
    for key in program.fileKeys {
      let isRepeated = !isCertain || mayRepeat(key, program, flat, in: tree)
      collected.isRepeated.append(isRepeated)
      guard !isRepeated else { continue }
      for (step, filled) in zip(key.steps, collected.filled) {
        if let filled { program.addQueries(of: program.steps[step], filled: filled, to: &selecting) }
      }
    }
  }

  private mutating func mayRepeat(
    _ key: FactProgram.FileKey, _ program: FactProgram, _ flat: FactProgram.Flat, in tree: Tree
  ) -> Bool {
    collected.hashes.removeAll(keepingCapacity: true)
    collected.filled.removeAll(keepingCapacity: true)
    // What all keys have in common tells none from another.
    let isOneDocument = tree.documents.count == 1
    for index in key.steps {
      let step = program.steps[index]
      let columns = step.columns.prefix(key.count)
      var filled: UInt64?
      var (document, ofDocument) = (NodeID?.none, KeyHash())
      let isComplete = program.forEachRow(of: step, flat, in: tree) { _, origin, root in
        if root.index != document?.index {
          (document, ofDocument) = (root, KeyHash())
          for column in columns where flat.columns[column].isOfDocument {
            guard let value = value(column, program, flat, in: tree, root: root, origin: root) else {
              continue
            }
            let hash = isOneDocument ? 0 : tree.hash(of: value, step.comparison)
            ofDocument.add(hash, at: column - columns.lowerBound)
          }
        }
        var key = ofDocument
        for column in columns where !flat.columns[column].isOfDocument {
          guard let value = value(column, program, flat, in: tree, root: root, origin: origin) else {
            continue
          }
          key.add(tree.hash(of: value, step.comparison), at: column - columns.lowerBound)
        }
        filled = (filled ?? 0) | key.filled
        if key.filled != 0 { collected.hashes.append(key.bits) }
      }
      guard isComplete else { return true }
      collected.filled.append(filled)
    }
    return collected.hashes.hasRepetition
  }

  /// What is in a column: a node or a text that is put together.
  private func value(
    _ column: Int, _ program: FactProgram, _ flat: FactProgram.Flat, in tree: Tree, root: NodeID,
    origin: NodeID
  ) -> TemplateValue? {
    switch flat.columns[column] {
    case .document: return .node(root)
    case .origin: return .node(origin)
    case .path(let path, _):
      return flat.paths.node(of: path, in: tree, root: root, current: origin).map { .node($0) }
    case .other(let number):
      let value = program.templates[number].value(in: tree, root: root, current: origin)
      if case .nothing = value { return nil }
      return value
    }
  }
}

extension Tree {
  /// A number for a value of a row: the same for values that are one there.
  fileprivate func hash(of value: TemplateValue, _ comparison: FactPlan.Comparison) -> UInt64 {
    switch value {
    case .nothing: return 0
    case .text(let text, _): return text.normalizedHash(.text)
    case .node(let node):
      let kind = valueKind(of: node, comparison, isSelf: false)
      switch kind {
      case .text, .number:
        let hash = withText(of: node) { $0.isCertainlyNormalized ? $0.valueHash(kind) : nil }
        return hash ?? text(of: node).normalizedHash(kind)
      case .json: return canonicalJSON(of: node).normalizedHash(kind)
      case .absent, .null, .place: return UInt64(kind.rawValue)
      }
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
    UInt64(textHash) << 8 | UInt64(kind.rawValue)
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

extension [UInt64] {
  /// Whether an element is there twice. They may change their order.
  fileprivate var hasRepetition: Bool {
    mutating get {
      if count > 16 {
        sort()
        return zip(self, dropFirst()).contains { $0 == $1 }
      }
      for later in indices {
        for earlier in 0..<later where self[earlier] == self[later] { return true }
      }
      return false
    }
  }
}
