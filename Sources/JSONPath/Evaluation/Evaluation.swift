import YAML

/// One run of a query or an expression over a tree.
struct Evaluation {
  /// How deep segments may run in each other. A tree is never as deep by default, so only filters in filters
  /// can get there.
  static let deepest = 2_000

  /// How many nodes may be looked at. A query with many descendant segments can ask for more nodes than there is
  /// time for.
  static let mostSteps = 250_000_000

  /// How many patterns may give up before none is tried any more.
  static let mostPatternsGivenUp = 16

  let tree: Tree
  let root: NodeID

  /// Whether all that should be looked at was. When it is false, nodes may be missing.
  private(set) var isComplete = true

  /// How many matches gave up.
  var patternsGivenUp = 0

  private var depth = 0
  private var stepsLeft = Evaluation.mostSteps
  private let slots: Int
  private var answers: [Answer] = []

  /// What is known of a query that begins at the root, and so has the same answer everywhere.
  private struct Answer {
    var exists: Outcome3?
    var count: Value?
    var onlyValue: Value?
  }

  /// - Parameter slots: how many such queries there are.
  init(tree: Tree, root: NodeID, slots: Int) {
    self.tree = tree
    self.root = root
    self.slots = slots
  }
}

// MARK: Nodes

extension Evaluation {
  /// Calls `body` with each node that `query` selects, in order, until it returns false; whether it never did.
  mutating func visit(_ query: SubQuery, _ current: NodeID, _ body: (NodeID) -> Bool) -> Bool {
    let start = query.isAbsolute ? root : current
    guard query.selectsNames else { return visit(query.segments, start, body) }
    let tree = tree
    return visit(query.segments, start) { node in tree.key(of: node).map(body) ?? true }
  }

  private mutating func visit(_ segments: Segments, _ start: NodeID, _ body: (NodeID) -> Bool) -> Bool {
    if let path = segments.path { return path.follow(in: tree, from: start, body) }
    return walk(segments.list, 0, start, body)
  }

  /// Goes on with the segments from `index` on, from `node`.
  ///
  /// A segment's nodes are handed on one by one. That gives the order of RFC 9535, section 2.1.2, where each
  /// segment makes a list of nodes, without the lists.
  private mutating func walk(
    _ segments: [Segment], _ index: Int, _ node: NodeID, _ body: (NodeID) -> Bool
  ) -> Bool {
    guard index < segments.count else { return body(node) }
    guard depth < Evaluation.deepest, stepsLeft > 0 else {
      isComplete = false
      return stepsLeft > 0
    }
    depth += 1
    defer { depth -= 1 }
    guard segments[index].isDescendant else { return select(segments, index, of: node, body) }
    // The descendants of a node follow it in the order that is asked for.
    let end = tree.next(after: node)
    var visited = node
    while visited < end {
      if visited != node, tree.isKey(visited) {
        visited = tree.next(after: visited)
        continue
      }
      stepsLeft -= 1
      if !tree.kind(of: visited).isScalar, !select(segments, index, of: visited, body) { return false }
      visited = NodeID(index: visited.index + 1)
    }
    return true
  }

  /// Applies the selectors of the segment at `index` to the children of `node`.
  private mutating func select(
    _ segments: [Segment], _ index: Int, of node: NodeID, _ body: (NodeID) -> Bool
  ) -> Bool {
    for selector in segments[index].selectors {
      switch selector {
      case .name(let name):
        guard let child = tree.value(named: name.span, of: node) else { continue }
        guard walk(segments, index + 1, child, body) else { return false }
      case .index(let place):
        let place = place < 0 ? tree.count(of: node) + place : place
        guard let child = tree.element(at: place, of: node) else { continue }
        guard walk(segments, index + 1, child, body) else { return false }
      case .wildcard:
        var next = tree.firstChild(of: node)
        while let child = next {
          stepsLeft -= 1
          guard walk(segments, index + 1, child, body) else { return false }
          next = tree.nextChild(after: child, of: node)
        }
      case .slice(let slice):
        guard walk(segments, index, slice, of: node, body) else { return false }
      case .filter(let logical):
        var next = tree.firstChild(of: node)
        while let child = next {
          stepsLeft -= 1
          switch test(logical, child) {
          case .true: guard walk(segments, index + 1, child, body) else { return false }
          case .false: break
          case .undecided: isComplete = false
          }
          next = tree.nextChild(after: child, of: node)
        }
      }
    }
    return true
  }

  private mutating func walk(
    _ segments: [Segment], _ index: Int, _ slice: Slice, of node: NodeID, _ body: (NodeID) -> Bool
  ) -> Bool {
    guard tree.kind(of: node) == .sequence, let places = slice.places(count: tree.count(of: node)) else {
      return true
    }
    // Backwards the elements cannot be reached one from the other.
    let elements = slice.step > 0 ? [] : Array(tree.elements(of: node))
    var element = tree.firstChild(of: node)
    var position = 0
    for place in places {
      if slice.step < 0 {
        element = elements[place]
      } else {
        while position < place, let child = element {
          element = tree.nextChild(after: child, of: node)
          position += 1
        }
      }
      stepsLeft -= 1
      if let element, !walk(segments, index + 1, element, body) { return false }
    }
    return true
  }
}

// MARK: Expressions

extension Evaluation {
  /// Whether `logical` holds for `current`.
  mutating func test(_ logical: Logical, _ current: NodeID) -> Outcome3 {
    switch logical {
    case .or(let parts):
      var outcome = Outcome3.false
      for part in parts {
        switch test(part, current) {
        case .true: return .true
        case .undecided: outcome = .undecided
        case .false: break
        }
      }
      return outcome
    case .and(let parts):
      var outcome = Outcome3.true
      for part in parts {
        switch test(part, current) {
        case .false: return .false
        case .undecided: outcome = .undecided
        case .true: break
        }
      }
      return outcome
    case .not(let part):
      return test(part, current).negated
    case .exists(let query):
      return exists(query, current)
    case .comparison(let left, let comparison, let right):
      return compare(value(of: left, current), comparison, value(of: right, current))
    case .call(let call):
      guard case .logical(let body) = call.function.body else { return .false }
      return body(Arguments(list: call.arguments, current: current), &self)
    }
  }

  /// The value of `operand` for `current`.
  mutating func value(of operand: Operand, _ current: NodeID) -> Value {
    switch operand {
    case .literal(let literal):
      return .literal(literal)
    case .query(let query):
      return onlyValue(of: query, current)
    case .call(let call):
      guard case .value(let body) = call.function.body else { return .nothing }
      return body(Arguments(list: call.arguments, current: current), &self)
    }
  }

  private mutating func exists(_ query: SubQuery, _ current: NodeID) -> Outcome3 {
    remembered(query, \.exists) { evaluation in
      var isFound = false
      let isComplete = evaluation.visitApart(query, current) { _ in
        isFound = true
        return false
      }
      return isFound ? .true : isComplete ? .false : .undecided
    }
  }

  /// The number of nodes that `query` selects.
  mutating func count(of query: SubQuery, _ current: NodeID) -> Value {
    remembered(query, \.count) { evaluation in
      var count = 0
      let isComplete = evaluation.visitApart(query, current) { _ in
        count += 1
        return true
      }
      return isComplete ? .count(count) : .undecided
    }
  }

  /// The value of the one node that `query` selects; Nothing when it selects none or more.
  mutating func onlyValue(of query: SubQuery, _ current: NodeID) -> Value {
    remembered(query, \.onlyValue) { evaluation in
      var only: NodeID?
      var count = 0
      let isComplete = evaluation.visitApart(query, current) { node in
        only = node
        count += 1
        return count < 2
      }
      guard count < 2 else { return .nothing }
      guard isComplete else { return .undecided }
      return only.map { query.selectsNames ? .name($0) : .node($0) } ?? .nothing
    }
  }

  /// Visits the nodes of a query inside an expression; whether all of them could be found. What is missing there
  /// is the expression's matter, and need not make the whole incomplete.
  private mutating func visitApart(
    _ query: SubQuery, _ current: NodeID, _ body: (NodeID) -> Bool
  ) -> Bool {
    let before = isComplete
    isComplete = true
    _ = visit(query, current, body)
    defer { isComplete = before }
    return isComplete
  }

  /// The answer to a query, found once for one that begins at the root.
  private mutating func remembered<Result>(
    _ query: SubQuery, _ answer: WritableKeyPath<Answer, Result?>, _ find: (inout Evaluation) -> Result
  ) -> Result {
    guard query.isAbsolute else { return find(&self) }
    if !answers.isEmpty, let known = answers[query.slot][keyPath: answer] { return known }
    let found = find(&self)
    if answers.isEmpty { answers = Array(repeating: Answer(), count: slots) }
    answers[query.slot][keyPath: answer] = found
    return found
  }
}
