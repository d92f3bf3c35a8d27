import YAML

// Comparisons (RFC 9535, section 2.3.5.2.2).

extension Tree {
  func compare(_ left: Value, _ comparison: Comparison, _ right: Value) -> Outcome3 {
    if left.isUndecided || right.isUndecided { return .undecided }
    return switch comparison {
    case .equal: Outcome3(equal(left, right))
    case .notEqual: Outcome3(!equal(left, right))
    case .less: Outcome3(less(left, right))
    case .greater: Outcome3(less(right, left))
    case .lessOrEqual: Outcome3(less(left, right) || equal(left, right))
    case .greaterOrEqual: Outcome3(less(right, left) || equal(left, right))
    }
  }

  private func equal(_ left: Value, _ right: Value) -> Bool {
    if case .node(let left) = left, case .node(let right) = right {
      return left == right || equal(left, right, in: self)
    }
    switch (kind(of: left), kind(of: right)) {
    case (nil, nil), (.null, .null): return true
    case (.boolean, .boolean): return boolean(of: left) == boolean(of: right)
    case (.string, .string): return order(left, right) == 0
    case (let leftKind?, let rightKind?) where leftKind.isNumber && rightKind.isNumber:
      return number(of: left) == number(of: right)
    default: return false
    }
  }

  private func less(_ left: Value, _ right: Value) -> Bool {
    switch (kind(of: left), kind(of: right)) {
    case (.string, .string): return order(left, right) < 0
    case (let leftKind?, let rightKind?) where leftKind.isNumber && rightKind.isNumber:
      guard let left = number(of: left), let right = number(of: right) else { return false }
      return left < right
    default: return false
    }
  }

  /// Below, at or above 0 as the left text is before, equal to or after the right one. In UTF-8 the order of the
  /// bytes is that of the code points.
  private func order(_ left: Value, _ right: Value) -> Int {
    withText(of: left) { left in
      withText(of: right) { right in
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
          return left[index] < right[index] ? -1 : 1
        }
        return left.count - right.count
      }
    }
  }
}
