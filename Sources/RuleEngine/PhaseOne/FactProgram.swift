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
    /// The node that a path leads to. From `$` on it is the same for all rows of a document.
    case path(PathTable.Entry, isOfDocument: Bool)
    /// What a template with this number in `templates` gives.
    case other(Int)
  }

  /// What is needed for nearly every value.
  struct Flat: Sendable {
    var columns: [Column] = []
    var paths = PathTable()
  }

  /// By the rising numbers of the collectors.
  let steps: [Step]
  let flat: Flat
  let others: [FactPlan.Collector]
  let templates: [ValueTemplate]
  /// For each step the rules that look at its rows, one bit for each as in `FileFacts.selecting`.
  let selecting: [UInt64]

  /// - Parameters:
  ///   - numbers: the collectors, rising.
  ///   - selecting: for each collector of the plan, the rules that look at its rows.
  init(_ numbers: [Int], of plan: FactPlan, selecting rules: [[UInt64]]) {
    var steps: [Step] = []
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
        } else if let path = template.path(in: &flat.paths) {
          flat.columns.append(.path(path, isOfDocument: template.isPathOfDocument))
        } else {
          flat.columns.append(.other(templates.count))
          templates.append(template)
        }
      }
      let firstWord = selecting.count
      selecting += rules[number]
      steps.append(
        Step(
          collector: number, selection: selection, columns: firstColumn..<flat.columns.count,
          comparison: collector.comparison, place: collector.place, selecting: firstWord..<selecting.count))
    }
    self.steps = steps
    self.flat = flat
    self.others = others
    self.templates = templates
    self.selecting = selecting
  }
}
