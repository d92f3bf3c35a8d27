import YAML

// What a query inside an expression is asked: whether it selects anything, how much, and which one.

extension Evaluation {
  /// Whether `query` selects anything.
  mutating func exists(_ query: SubQuery, _ current: NodeID) -> Outcome3 {
    if query.isSingular {
      return Outcome3(query.end(in: tree, from: query.isAbsolute ? root : current) != nil)
    }
    return remembered(query, { $0.exists }, { $0.exists = $1 }) { evaluation in
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
    remembered(query, { $0.count }, { $0.count = $1 }) { evaluation in
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
    if query.isSingular {
      return query.end(in: tree, from: query.isAbsolute ? root : current)
        .map { tree.isKey($0) ? .name($0) : .node($0) } ?? .nothing
    }
    return remembered(query, { $0.onlyValue }, { $0.onlyValue = $1 }) { evaluation in
      var only: NodeID?
      var count = 0
      let isComplete = evaluation.visitApart(query, current) { node in
        only = node
        count += 1
        return count < 2
      }
      guard count < 2 else { return .nothing }
      guard isComplete else { return .undecided }
      // A query of names finds keys, and so does one of a key itself.
      return only.map { evaluation.tree.isKey($0) ? .name($0) : .node($0) } ?? .nothing
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

  /// The answer to a query, found once for one that begins at the root and is asked again.
  private mutating func remembered<Result>(
    _ query: SubQuery, _ known: (Answer) -> Result?, _ remember: (inout Answer, Result) -> Void,
    _ find: (inout Evaluation) -> Result
  ) -> Result {
    guard query.isAbsolute, query.isInFilter || isRepeated else { return find(&self) }
    if !answers.isEmpty, let answer = known(answers[query.slot]) { return answer }
    let found = find(&self)
    // One by one: an array of repeated values is made by a function of the library that looks up its type at run time.
    if answers.isEmpty { for _ in 0..<slots { answers.append(Answer()) } }
    remember(&answers[query.slot], found)
    return found
  }
}
