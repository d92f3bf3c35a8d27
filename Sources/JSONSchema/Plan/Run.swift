import YAML

/// What one validation keeps: the value's tree, the limits that are left, and what has been looked at.
struct Run: Sendable {
  let tree: Tree

  /// How many more schemas may be applied inside each other.
  private var depthLeft: Int

  /// How many more schemas may be applied.
  private var stepsLeft: Int

  /// How many more patterns may give up: after that none is tried, because each costs milliseconds.
  private var patternsLeft = Run.patterns

  /// The members or elements of the value in hand that schemas have looked at, when somebody asks.
  var marks = Marks()

  /// Whether somebody asks.
  var isMarking = false

  /// What the keys of the mapping are that was asked about last.
  var found = MemberNames.Found()

  /// The memory that is worked with.
  var scratch = Scratch()

  /// How deep in the value the part in hand is.
  var level = 0

  private static let patterns = 20

  init(_ tree: Tree, node: NodeID, options: SchemaOptions) {
    self.tree = tree
    depthLeft = options.depth
    let (steps, overflow) = options.steps.addingReportingOverflow(
      64 * Int(tree.next(after: node).index - node.index))
    stepsLeft = overflow ? Int.max : steps
  }

  /// Whether `enter` or `step` has refused because of the number of steps.
  var isExhausted: Bool { stepsLeft <= 0 }

  /// Goes one schema deeper; false when that is too deep.
  mutating func enter() -> Bool {
    guard depthLeft > 0 else { return false }
    depthLeft -= 1
    return true
  }

  /// Goes one schema deeper, counts it and comes back; false when that is too deep or one too many.
  mutating func enterAndLeave() -> Bool { depthLeft > 0 && step() }

  /// Comes back from a schema.
  mutating func leave() {
    depthLeft += 1
  }

  /// Counts the application of a schema; false when it is one too many.
  mutating func step() -> Bool {
    stepsLeft -= 1
    return stepsLeft > 0
  }

  /// Counts work that takes as long as `count` applications of a schema; false when that is too much.
  mutating func spend(_ count: Int) -> Bool {
    stepsLeft -= min(count, max(stepsLeft, 0))
    return stepsLeft > 0
  }

  /// Whether another pattern may be tried.
  var mayTryPattern: Bool { patternsLeft > 0 }

  /// Counts a pattern that has given up.
  mutating func patternGaveUp() {
    patternsLeft -= 1
  }
}

// MARK: What has been looked at

extension Run {
  /// Begins to mark for a schema that asks about `value`; what was marked for those around it.
  mutating func beginMarking(_ value: NodeID) -> Marks? {
    let outer = isMarking ? marks : nil
    marks = Marks(count: tree.count(of: value), in: &scratch)
    isMarking = true
    return outer
  }

  /// Ends what `beginMarking` began; what was marked is marked for those around as well when `keeping`.
  mutating func endMarking(_ outer: Marks?, keeping: Bool) {
    let inner = marks
    marks = outer ?? Marks()
    isMarking = outer != nil
    if outer != nil, keeping { marks.formUnion(inner, in: &scratch) }
    scratch.give(back: inner.more)
  }

  /// Marks the member or element at `place`, when somebody asks.
  mutating func mark(_ place: Int) {
    if isMarking { marks.insert(place, in: &scratch) }
  }

  /// Marks all members or elements, when somebody asks.
  mutating func markAll() {
    if isMarking { marks.insertAll() }
  }

  /// Whether the member or element at `place` is marked.
  func isMarked(_ place: Int) -> Bool {
    marks.contains(place, in: scratch)
  }

  /// Marks nothing until `resumeMarking`; what was marked so far, when somebody asks.
  mutating func stopMarking() -> Marks? {
    guard isMarking else { return nil }
    isMarking = false
    return marks
  }

  /// Marks again, if it did before `stopMarking`.
  mutating func resumeMarking(_ marks: Marks?) {
    guard let marks else { return }
    self.marks = marks
    isMarking = true
  }
}
