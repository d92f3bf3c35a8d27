import YAML

/// One run of a query or an expression over a tree.
struct Evaluation {
  /// How deep segments may run in each other. A tree is never as deep by default, so only filters in filters
  /// can get there.
  static let deepest = 2_000

  /// How many patterns may give up before none is tried any more.
  static let mostPatternsGivenUp = 16

  let tree: Tree
  let root: NodeID

  /// Whether all that should be looked at was. When it is false, nodes may be missing.
  var isComplete = true

  /// How many matches gave up.
  var patternsGivenUp = 0

  /// The nodes whose values were asked for; nothing when nobody wants to know.
  var nodesRead: [NodeID]?

  /// How many segments run in each other just now.
  var depth = 0

  /// How many nodes may still be looked at. A query with many descendant segments can ask for more than there is
  /// time for.
  var stepsLeft: Int

  /// The number of queries that begin at the root.
  let slots: Int

  /// Whether all is asked for several nodes, not only what stands in a filter.
  let isRepeated: Bool

  /// What is known of them; empty until there is something.
  var answers: [Answer] = []

  /// What is known of a query that begins at the root, and so has the same answer everywhere.
  struct Answer {
    var exists: Outcome3?
    var count: Value?
    var onlyValue: Value?
  }

  /// - Parameters:
  ///   - slots: how many such queries there are.
  ///   - isRepeated: whether all is asked for several nodes, not only what stands in a filter.
  ///   - steps: how many nodes may be looked at.
  init(tree: Tree, root: NodeID, slots: Int, isRepeated: Bool = false, steps: Int = Query.steps) {
    self.tree = tree
    self.root = root
    self.slots = slots
    self.isRepeated = isRepeated
    stepsLeft = steps
  }
}
