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

  /// - Parameter numbers: the collectors, rising.
  init(_ numbers: [Int], of plan: FactPlan, for purpose: Purpose) {
    var steps: [Step] = []
    var fileKeys: [FileKey] = []
    var fileKeyOfRule: [Int: Int] = [:]
    var flat = Flat()
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
      steps.append(
        Step(
          collector: number, selection: selection, columns: firstColumn..<flat.columns.count,
          comparison: collector.comparison, place: collector.place, selecting: firstWord..<selecting.count,
          queryBit: purpose.ruleCount + number,
          firstValueBit: purpose.ruleCount + purpose.firstValues[number],
          fileKey: fileKey))
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
  /// Calls `body` with each node that a step has a row about, the node that the row's values are of, and the document's root.
  ///
  /// - Returns: whether these are all: false when a limit was reached and nodes may be missing.
  @inline(__always)
  func forEachRow(
    of step: Step, _ flat: Flat, in tree: Tree,
    _ body: (_ node: NodeID, _ origin: NodeID, _ root: NodeID) -> Void
  ) -> Bool {
    var isComplete = true
    for document in tree.documents.indices {
      if !forEachRow(of: step, flat, in: tree, document, body) { isComplete = false }
    }
    return isComplete
  }

  /// The same for one document.
  @inline(__always)
  func forEachRow(
    of step: Step, _ flat: Flat, in tree: Tree, _ document: Int,
    _ body: (_ node: NodeID, _ origin: NodeID, _ root: NodeID) -> Void
  ) -> Bool {
    let root = tree.documents[document].root
    switch step.selection {
    case .document:
      body(root, root, root)
      return true
    case .path(let path):
      flat.paths.forEachNode(of: path, in: tree, root: root, current: root) { body($0, $0, root) }
      return true
    case .other(let number):
      let collector = others[number]
      var isComplete = true
      let isWhole = collector.selection.forEachNode(in: tree, root: root) { node in
        guard let expansion = collector.expansion else { return body(node, node, root) }
        let isWhole = expansion.forEachNode(in: tree, root: root, current: node) { body($0, node, root) }
        if !isWhole { isComplete = false }
      }
      return isWhole && isComplete
    }
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
