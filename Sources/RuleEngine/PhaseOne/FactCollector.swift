import JSONPath
import SourceText
import Spelling
import YAML

/// Takes the facts out of one file's tree.
struct FactCollector {
  private let tree: Tree
  var collected: CheckMemory.Collected
  /// Whether no query took too long.
  private(set) var isComplete = true
  let doubts: Doubts?

  /// - Parameters:
  ///   - doubts: what is wrong in the file, so that nothing is put together of it; nothing when nothing is.
  ///   - memory: where the facts are gathered, until `finish`.
  init(tree: Tree, doubts: Doubts?, memory: inout CheckMemory) {
    self.doubts = doubts
    self.tree = tree
    collected = CheckMemory.Collected()
    swap(&collected, &memory.collected)
    collected.begin(nodes: tree.nodeCount)
  }

  /// The rows, when all is collected. The memory is given back.
  mutating func finish(_ memory: inout CheckMemory) -> FactRows {
    let rows = FactRows(
      &collected.beginnings, collected.values, texts: collected.texts, memory: &collected.written)
    memory.reading?.add(rows, collected.beginnings, collected.values)
    swap(&collected, &memory.collected)
    return rows
  }

  /// Adds the rows of all collectors of a program.
  ///
  /// - Parameters:
  ///   - part: of what part of the file the tree is.
  ///   - selecting: gets the rules that look at the rows, and the queries of rows that nobody needs.
  mutating func collect(_ program: FactProgram, of part: FilePart, selecting: inout [UInt64]) {
    // What is asked for again and again is loaded once.
    let (steps, flat, tree) = (program.steps, program.flat, tree)
    var subjects = FactProgram.Subjects()
    swap(&subjects, &collected.subjects)
    defer { swap(&subjects, &collected.subjects) }
    findRepeatedKeys(program, flat, in: tree, of: part, &subjects, &selecting)
    for index in steps.indices {
      let step = steps[index]
      if let key = step.fileKey, !collected.isRepeated[key] { continue }
      let start = collected.values.count
      for document in tree.documents.indices {
        let root = tree.documents[document].root
        let rows = program.gather(
          &subjects, of: step, flat, in: tree, root: root, isComplete: &isComplete)
        let first = collected.values.count
        for row in rows {
          appendRow(
            subjects.nodes[row], from: subjects.origin(row), root: root, first: first, step, program, flat,
            subjects.beginnings, in: tree)
        }
      }
      guard collected.values.count > start else { continue }
      collected.beginnings.append(FactRows.Beginning(collector: step.collector, start: start))
      program.addRules(of: step, to: &selecting)
    }
  }

  /// A row about `node`, with the values of `origin`.
  ///
  /// - Parameter first: where the document's first row of the collector begins.
  private mutating func appendRow(
    _ node: NodeID, from origin: NodeID, root: NodeID, first: Int, _ step: FactProgram.Step,
    _ program: FactProgram, _ flat: FactProgram.Flat, _ beginnings: PathTable.Beginnings, in tree: Tree
  ) {
    let isFirst = collected.values.count == first
    append(node, step.comparison, isSelf: true, at: tree.range(of: node, step.place), in: tree)
    for column in step.columns {
      switch flat.columns[column] {
      case .document:
        append(root, step.comparison, in: tree)
      case .origin:
        append(origin, step.comparison, in: tree)
      case .path(_, isOfDocument: true) where !isFirst:
        collected.values.append(collected.values[first + 1 + column - step.columns.lowerBound])
      case .path(let path, _):
        append(
          flat.paths.node(of: path, in: tree, root: root, current: origin, beginnings), step.comparison,
          in: tree)
      case .other(let number):
        append(program.templates[number], of: origin, root: root, step.comparison, in: tree)
      }
    }
  }

  /// Appends the value that a template gives.
  private mutating func append(
    _ template: ValueTemplate, of origin: NodeID, root: NodeID, _ comparison: FactPlan.Comparison,
    in tree: Tree
  ) {
    switch template.value(in: tree, root: root, current: origin) {
    case .nothing:
      collected.values.append(.absent)
    case .node(let node):
      append(node, comparison, in: tree)
    case .text(let text, let place):
      if let doubts, doubts.refuses(template, in: tree, root: root, current: origin) {
        return collected.values.append(.absent)
      }
      var fact = FactValue(at: tree.range(of: place ?? origin), of: place ?? origin, kind: .text)
      add(text, to: &fact)
      collected.values.append(fact)
    }
  }

  /// Appends the value of a node; nothing when there is none.
  private mutating func append(_ node: NodeID?, _ comparison: FactPlan.Comparison, in tree: Tree) {
    guard let node else { return collected.values.append(.absent) }
    append(node, comparison, isSelf: false, at: tree.range(of: node), in: tree)
  }

  /// Appends what is there. The node itself is there for its place; its content is kept only when it is a scalar.
  private mutating func append(
    _ node: NodeID, _ comparison: FactPlan.Comparison, isSelf: Bool, at range: ByteRange, in tree: Tree
  ) {
    var fact = FactValue(at: range, of: node, kind: tree.valueKind(of: node, comparison, isSelf: isSelf))
    switch fact.kind {
    case .text, .number: addText(of: node, to: &fact, in: tree)
    case .json: addJSON(of: node, to: &fact, in: tree)
    case .absent, .null, .place: break
    }
    collected.values.append(fact)
  }

  private mutating func addText(of node: NodeID, to fact: inout FactValue, in tree: Tree) {
    let place = collected.known[Int(node.index)]
    if place.start != CheckMemory.Collected.Known.nowhere.start {
      fact.textStart = place.start
      fact.textCount = place.count
      return
    }
    let isNormalized = tree.withText(of: node) { text in
      guard text.isASCII || text.isCertainlyNormalized else { return false }
      begin(&fact, count: text.count)
      collected.texts.append(contentsOf: text)
      return true
    }
    if !isNormalized { add(tree.text(of: node), to: &fact) }
    collected.known[Int(node.index)] = CheckMemory.Collected.Known(
      start: fact.textStart, count: fact.textCount)
  }

  private mutating func addJSON(of node: NodeID, to fact: inout FactValue, in tree: Tree) {
    let start = collected.texts.count
    tree.appendCanonicalJSON(of: node, to: &collected.texts)
    if collected.texts.span.extracting(start...).isCertainlyNormalized {
      fact.textStart = UInt32(truncatingIfNeeded: start)
      fact.textCount = UInt32(truncatingIfNeeded: collected.texts.count - start)
    } else {
      collected.texts.removeSubrange(start...)
      add(tree.canonicalJSON(of: node), to: &fact)
    }
  }

  private mutating func add(_ written: String, to fact: inout FactValue) {
    let bytes = written.normalizedC.utf8
    begin(&fact, count: bytes.count)
    collected.texts.append(contentsOf: bytes)
  }

  private func begin(_ fact: inout FactValue, count: Int) {
    fact.textStart = UInt32(truncatingIfNeeded: collected.texts.count)
    fact.textCount = UInt32(truncatingIfNeeded: count)
  }
}

extension Tree {
  /// Where a row about a node points at.
  fileprivate func range(of node: NodeID, _ place: FactPlan.Place) -> ByteRange {
    switch place {
    case .node: range(of: node)
    case .key: keyOrNode(node)
    case .firstLine: firstLine(ofDocument: node)
    }
  }

  /// What is kept of a node.
  ///
  /// - Parameter isSelf: whether it is a row's own node.
  func valueKind(of node: NodeID, _ comparison: FactPlan.Comparison, isSelf: Bool) -> FactValue.Kind {
    let kind = kind(of: node)
    // The name of a member is text, whatever it looks like.
    switch kind.isScalar && isKey(node) ? .string : kind {
    case .null: return .null
    case .string: return .text
    case .integer, .float: return comparison == .text ? .number : .json
    case .boolean: return comparison == .text ? .text : .json
    case .mapping, .sequence: return isSelf || comparison == .text ? .place : .json
    }
  }
}

extension FactValue {
  fileprivate init(at range: ByteRange, of node: NodeID, kind: Kind) {
    self.init(
      kind: kind, node: node.index, start: UInt32(truncatingIfNeeded: range.start),
      end: UInt32(truncatingIfNeeded: range.end), textStart: 0, textCount: 0)
  }
}
