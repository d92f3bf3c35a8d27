import JSONPath
import YAML

/// What takes the facts out of the files of a source: its collectors, kept flat, so that going through them for each file
/// counts no references.
final class FactProgram: Sendable {
  /// A collector of the program.
  struct Step: Sendable {
    /// Its number in the plan.
    let collector: Int
    let selection: Selection
    let columns: Range<Int>
    let comparison: FactPlan.Comparison
    let place: FactPlan.Place
    /// Where its bits are in `selecting`.
    let selecting: Range<Int>
    /// The bits there of its query and of the first query for a value.
    let queryBit: Int
    let firstValueBit: Int
    /// The keys that its rows are kept for and nothing else, by number in `fileKeys`; nothing when others ask for them, too.
    let fileKey: Int?
    /// Which value of such a key is the node that is asked, when that is all in which the keys of a document differ.
    let ownPart: Int?
  }

  /// Keys that are compared within a file: rows are kept only where one stands twice.
  struct FileKey: Sendable {
    /// The steps that give the rows, by number.
    var steps: [Int] = []
    /// How many values of a row are its key, from the first on.
    let count: Int
  }

  /// What nodes a step is about.
  enum Selection: Sendable {
    /// The documents.
    case document
    /// Those that a path leads to.
    case path(PathTable.Entry)
    /// Those that a collector with this number in `others` selects.
    case other(Int)
  }

  /// Where the value of a column comes from.
  enum Column: Sendable {
    /// The document.
    case document
    /// The node that is asked.
    case origin
    /// The node that a path leads to. From `$` on it is the same for all rows of a document.
    case path(PathTable.Entry, isOfDocument: Bool)
    /// What a template with this number in `templates` gives.
    case other(Int)

    /// Whether it is the same for all rows of a document, and found at once.
    var isOfDocument: Bool {
      switch self {
      case .document, .path(_, isOfDocument: true): true
      case .origin, .path, .other: false
      }
    }

    /// Whether it is the node that is asked.
    var isOrigin: Bool {
      if case .origin = self { true } else { false }
    }
  }

  /// What is needed for nearly every value.
  struct Flat: Sendable {
    var columns: [Column] = []
    var paths = PathTable()
  }

  /// By the rising numbers of the collectors.
  let steps: [Step]
  let fileKeys: [FileKey]
  let flat: Flat
  let others: [FactPlan.Collector]
  let templates: [ValueTemplate]
  /// For each step the rules that look at its rows, one bit for each as in `FileFacts.selecting`.
  let selecting: [UInt64]

  /// What a program is made for, beside the plan.
  struct Purpose: Sendable {
    /// How many rules the ruleset has.
    let ruleCount: Int
    /// For each collector of the plan, the number of its first value among all queries.
    let firstValues: [Int]
    /// For each collector of the plan, the rules that look at its rows.
    var selecting: [[UInt64]]
    /// For each collector of the plan, the rule that alone looks at its rows, and only to compare them within a file.
    var fileKeys: [(rule: Int, count: Int)?]
  }

  /// - Parameters:
  ///   - numbers: the collectors, rising.
  ///   - paths: those that others follow in the same files; the program adds its own.
  init(_ numbers: [Int], of plan: FactPlan, for purpose: Purpose, _ paths: PathTable) {
    var steps: [Step] = []
    var fileKeys: [FileKey] = []
    var fileKeyOfRule: [Int: Int] = [:]
    var flat = Flat(paths: paths)
    var others: [FactPlan.Collector] = []
    var templates: [ValueTemplate] = []
    var selecting: [UInt64] = []
    for number in numbers {
      let collector = plan.collectors[number]
      let selection: Selection
      if collector.expansion == nil, collector.selection.isDocument {
        selection = .document
      } else if collector.expansion == nil, let path = collector.selection.path(in: &flat.paths) {
        selection = .path(path)
      } else {
        selection = .other(others.count)
        others.append(collector)
      }
      let firstColumn = flat.columns.count
      for template in collector.values {
        if template.isDocument {
          flat.columns.append(.document)
        } else if template.isOrigin {
          flat.columns.append(.origin)
        } else if let path = template.path(in: &flat.paths) {
          flat.columns.append(.path(path, isOfDocument: template.isPathOfDocument))
        } else {
          flat.columns.append(.other(templates.count))
          templates.append(template)
        }
      }
      let firstWord = selecting.count
      selecting += purpose.selecting[number]
      let fileKey = purpose.fileKeys[number].map { rule, count in
        let key = fileKeyOfRule[rule] ?? fileKeys.count
        if key == fileKeys.count { fileKeys.append(FileKey(count: count)) }
        fileKeyOfRule[rule] = key
        fileKeys[key].steps.append(steps.count)
        return key
      }
      let keyColumns = flat.columns[firstColumn...].prefix(fileKey.map { fileKeys[$0].count } ?? 0)
      let ownColumns = keyColumns.indices.filter { !flat.columns[$0].isOfDocument }
      let isOwn = ownColumns.count == 1 && ownColumns.allSatisfy { flat.columns[$0].isOrigin }
      steps.append(
        Step(
          collector: number, selection: selection, columns: firstColumn..<flat.columns.count,
          comparison: collector.comparison, place: collector.place, selecting: firstWord..<selecting.count,
          queryBit: purpose.ruleCount + number,
          firstValueBit: purpose.ruleCount + purpose.firstValues[number],
          fileKey: fileKey, ownPart: isOwn ? ownColumns[0] - firstColumn : nil))
    }
    self.steps = steps
    self.fileKeys = fileKeys
    self.flat = flat
    self.others = others
    self.templates = templates
    self.selecting = selecting
  }
}

extension FactProgram {
  /// What steps have rows about. Gathered, so that what is done with each is a plain loop.
  struct Subjects {
    private(set) var nodes: [NodeID] = []
    /// For each the node that the row's values are of; none when these are the nodes themselves.
    private var origins: [NodeID] = []
    /// Where the paths of the program begin, when the file is one document.
    private(set) var beginnings = PathTable.Beginnings()

    /// How many nodes are kept at most when others are gathered: to empty a list takes as long as some nodes do.
    private static let mostLeft = 1 << 10
    /// How many nodes are kept room for at most.
    private static let mostRoom = 1 << 16

    /// Begins with another file.
    mutating func begin(_ tree: Tree, _ paths: PathTable) {
      clear()
      if tree.documents.count == 1 {
        paths.find(&beginnings, in: tree, root: tree.documents[0].root)
      } else {
        beginnings.forget()
      }
    }

    private mutating func clear() {
      if nodes.capacity > Self.mostRoom { nodes = [] }
      nodes.removeAll(keepingCapacity: true)
      if !origins.isEmpty { origins = [] }
    }

    /// Where those begin that are gathered next.
    fileprivate mutating func next() -> Int {
      if nodes.count > Self.mostLeft || !origins.isEmpty { clear() }
      return nodes.count
    }

    fileprivate mutating func append(_ node: NodeID) { nodes.append(node) }

    fileprivate mutating func append(_ node: NodeID, from origin: NodeID) {
      while origins.count < nodes.count { origins.append(nodes[origins.count]) }
      nodes.append(node)
      origins.append(origin)
    }

    fileprivate mutating func append(
      _ path: PathTable.Entry, _ paths: PathTable, in tree: Tree, _ root: NodeID
    ) {
      paths.appendNodes(of: path, in: tree, root: root, current: root, beginnings, to: &nodes)
    }

    /// The node that the values of a row are of.
    func origin(_ row: Int) -> NodeID { origins.isEmpty ? nodes[row] : origins[row] }
  }

  /// Gathers what a step has rows about in a document.
  ///
  /// - Parameter isComplete: becomes false when a limit was reached and nodes may be missing.
  /// - Returns: where they are in `subjects`.
  func gather(
    _ subjects: inout Subjects, of step: Step, _ flat: Flat, in tree: Tree, root: NodeID,
    isComplete: inout Bool
  ) -> Range<Int> {
    let start = subjects.next()
    switch step.selection {
    case .document:
      subjects.append(root)
    case .path(let path):
      subjects.append(path, flat.paths, in: tree, root)
    case .other(let number):
      let collector = others[number]
      let isWhole = collector.selection.forEachNode(in: tree, root: root) { node in
        guard let expansion = collector.expansion else { return subjects.append(node) }
        let isWhole = expansion.forEachNode(in: tree, root: root, current: node) {
          subjects.append($0, from: node)
        }
        if !isWhole { isComplete = false }
      }
      if !isWhole { isComplete = false }
    }
    return start..<subjects.nodes.count
  }

  /// Adds the rules that look at the rows of a step to bits as `FileFacts.selecting` has them.
  func addRules(of step: Step, to bits: inout [UInt64]) {
    for (place, word) in step.selecting.enumerated() { bits[place] |= selecting[word] }
  }

  /// Adds the same and the queries of a step whose rows are not made.
  ///
  /// - Parameter filled: one bit for each value that some row has.
  func addQueries(of step: Step, filled: UInt64, to bits: inout [UInt64]) {
    addRules(of: step, to: &bits)
    bits.insertBit(step.queryBit)
    for value in 0..<step.columns.count where filled & 1 << UInt64(value) != 0 {
      bits.insertBit(step.firstValueBit + value)
    }
  }
}
