import SourceText
import Spelling
import YAML

/// Takes the facts out of one file's tree.
struct FactCollector {
  private let tree: Tree
  private let path: String
  private let sources: [Int]
  private var sections: [FileFacts.Section] = []
  private var values: [FactValue] = []
  private var text: [UInt8] = []
  /// For each node of the tree, where its text is among `text`, or `Known.nowhere`: one that many rows have is there
  /// once.
  private var known: [Known]
  private var isComplete = true
  private let doubts: Doubts

  /// Where a text is.
  private struct Known {
    var start: UInt32
    var count: UInt32

    static let nowhere = Known(start: .max, count: 0)
  }

  /// - Parameter doubts: what is wrong in the file, so that nothing is put together of it.
  init(tree: Tree, path: String, sources: [Int], doubts: Doubts = Doubts()) {
    self.doubts = doubts
    self.tree = tree
    self.path = path
    self.sources = sources
    known = Array(repeating: .nowhere, count: tree.nodeCount)
    // What most files need, so that nothing moves while it grows; `finish` gives back what is too much.
    sections.reserveCapacity(FactCollector.usualSections)
    values.reserveCapacity(min(tree.nodeCount, FactCollector.mostReserved))
    text.reserveCapacity(min(tree.source.bytes.count, 16 * FactCollector.mostReserved))
  }

  /// For how many sections room is made before there are any.
  private static let usualSections = 16

  /// For how many values room is made before there are any.
  private static let mostReserved = 1024

  /// The facts, when all is collected.
  func finish() -> FileFacts.Contents {
    var facts = FileFacts.Contents(
      path: path, sources: sources, state: isComplete ? .known : .partial, documents: tree.documents.count)
    facts.sections = sections.withoutSpareRoom
    facts.values = values.withoutSpareRoom
    facts.text = text.withoutSpareRoom
    return facts
  }

  /// Adds the rows of a collector; the collectors come by rising number.
  ///
  /// - Returns: whether there are any.
  mutating func collect(_ collector: FactPlan.Collector, number: Int) -> Bool {
    let start = values.count
    for index in tree.documents.indices { collect(collector, in: tree.documents[index].root) }
    guard values.count > start else { return false }
    sections.append(
      FileFacts.Section(
        collector: UInt16(truncatingIfNeeded: number), start: UInt32(truncatingIfNeeded: start)))
    return true
  }

  private mutating func collect(_ collector: FactPlan.Collector, in root: NodeID) {
    let first = values.count
    guard collector.expansion != nil || !collector.selection.isDocument else {
      return appendRow(root, from: root, root: root, first: first, collector)
    }
    let isWhole = collector.selection.forEachNode(in: tree, root: root) { node in
      guard let expansion = collector.expansion else {
        return appendRow(node, from: node, root: root, first: first, collector)
      }
      let isWhole = expansion.forEachNode(in: tree, root: root, current: node) {
        appendRow($0, from: node, root: root, first: first, collector)
      }
      if !isWhole { isComplete = false }
    }
    if !isWhole { isComplete = false }
  }

  /// A row about `node`, with the values of `origin`.
  ///
  /// - Parameter first: where the document's first row of the collector begins.
  private mutating func appendRow(
    _ node: NodeID, from origin: NodeID, root: NodeID, first: Int, _ collector: FactPlan.Collector
  ) {
    let isFirst = values.count == first
    append(
      node, comparison: collector.comparison, isSelf: true, at: range(of: node, collector.place))
    for column in collector.values.indices {
      let template = collector.values[column]
      if !isFirst, template.isPathOfDocument {
        values.append(values[first + 1 + column])
        continue
      }
      switch template.value(in: tree, root: root, current: origin) {
      case .nothing:
        values.append(.absent)
      case .node(let node):
        append(node, comparison: collector.comparison, isSelf: false, at: tree.range(of: node))
      case .text(let text, let place):
        if !doubts.isEmpty, doubts.refuses(template.nodes(in: tree, root: root, current: origin)) {
          values.append(.absent)
          continue
        }
        var fact = FactValue(at: tree.range(of: place ?? origin), of: place ?? origin, kind: .text)
        add(text, to: &fact)
        values.append(fact)
      }
    }
  }

  private func range(of node: NodeID, _ place: FactPlan.Place) -> ByteRange {
    switch place {
    case .node: tree.range(of: node)
    case .key: tree.keyOrNode(node)
    case .firstLine: tree.firstLine(ofDocument: node)
    }
  }

  /// Appends what is there. The node itself is there for its place; its content is kept only when it is a scalar.
  private mutating func append(
    _ node: NodeID, comparison: FactPlan.Comparison, isSelf: Bool, at range: ByteRange
  ) {
    var fact = FactValue(at: range, of: node, kind: .place)
    // The name of a member is text, whatever it looks like.
    let kind = tree.kind(of: node)
    switch kind.isScalar && tree.isKey(node) ? .string : kind {
    case .null:
      fact.kind = .null
    case .string:
      fact.kind = .text
      addText(of: node, to: &fact)
    case .integer where comparison == .text, .float where comparison == .text:
      fact.kind = .number
      addText(of: node, to: &fact)
    case .boolean where comparison == .text:
      fact.kind = .text
      addText(of: node, to: &fact)
    case .mapping where isSelf || comparison == .text,
      .sequence where isSelf || comparison == .text:
      break
    default:
      fact.kind = .json
      add(tree.canonicalJSON(of: node), to: &fact)
    }
    values.append(fact)
  }

  private mutating func addText(of node: NodeID, to fact: inout FactValue) {
    let place = known[Int(node.index)]
    if place.start != Known.nowhere.start {
      fact.textStart = place.start
      fact.textCount = place.count
      return
    }
    let start = text.count
    begin(&fact, count: tree.textCount(of: node))
    tree.appendText(of: node, to: &text)
    if !isCertainlyNormalized(from: start) {
      text.removeSubrange(start...)
      add(tree.text(of: node), to: &fact)
    }
    known[Int(node.index)] = Known(start: fact.textStart, count: fact.textCount)
  }

  private func isCertainlyNormalized(from start: Int) -> Bool {
    let added = text.span.extracting(start...)
    return added.isASCII || added.isCertainlyNormalized
  }

  private mutating func add(_ written: String, to fact: inout FactValue) {
    let bytes = written.normalizedC.utf8
    begin(&fact, count: bytes.count)
    text.append(contentsOf: bytes)
  }

  private func begin(_ fact: inout FactValue, count: Int) {
    fact.textStart = UInt32(truncatingIfNeeded: text.count)
    fact.textCount = UInt32(truncatingIfNeeded: count)
  }
}

extension FactValue {
  fileprivate init(at range: ByteRange, of node: NodeID, kind: Kind) {
    self.init(
      kind: kind, node: node.index, start: UInt32(truncatingIfNeeded: range.start),
      end: UInt32(truncatingIfNeeded: range.end), textStart: 0, textCount: 0)
  }
}

extension Array {
  /// The same elements in no more memory than they need: facts of many files are kept for long.
  fileprivate var withoutSpareRoom: [Element] {
    guard capacity > count + count / 4 else { return self }
    var exact: [Element] = []
    exact.reserveCapacity(count)
    exact.append(contentsOf: self)
    return exact
  }
}
