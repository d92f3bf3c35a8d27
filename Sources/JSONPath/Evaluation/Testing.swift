import YAML

// Expressions (RFC 9535, section 2.3.5.2) for one node.

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
      let (left, right) = (value(of: left, current), value(of: right, current))
      return tree.compare(left, comparison, right)
    case .call(let call):
      guard case .logical(let body) = call.function.body else { return .false }
      return body(Arguments(list: call.arguments, current: current), &self)
    }
  }

  /// The value of `operand` for `current`.
  mutating func value(of operand: Operand, _ current: NodeID) -> Value {
    let value = valueUnnoted(of: operand, current)
    if nodesRead != nil, let node = value.node { nodesRead?.append(node) }
    return value
  }

  private mutating func valueUnnoted(of operand: Operand, _ current: NodeID) -> Value {
    switch operand {
    case .literal(let constant):
      return .literal(constant)
    case .query(let query):
      return onlyValue(of: query, current)
    case .call(let call):
      guard case .value(let body) = call.function.body else { return .nothing }
      return body(Arguments(list: call.arguments, current: current), &self)
    }
  }
}
