/// Whether queries come by a place of a document, by what they are and not by what they find: so it can be told what
/// they would look for where nothing is.
///
/// What cannot be told within the limit counts as coming by.
package struct Passing {
  /// How a query may come by.
  package enum Manner: Sendable, Hashable {
    /// On its way or at its end.
    case anyhow
    /// Only at its end.
    case atTheEnd
  }

  /// How many steps are tried at most.
  private static let most = 10_000

  private let place: [DocumentPath.Step]
  private let manner: Manner
  private var triesLeft = Passing.most

  /// About the place at `path`.
  package init(_ path: DocumentPath, _ manner: Manner = .anyhow) {
    self.init(path.steps, manner)
  }

  private init(_ place: [DocumentPath.Step], _ manner: Manner) {
    self.place = place
    self.manner = manner
  }

  /// Whether `query`, asked of a document, comes by, or one of `values` or `expansion`, asked of what it selects.
  package func holds(
    for query: Query, then values: [ValueExpression] = [], expansion: Query? = nil
  ) -> Bool {
    var passing = self
    return passing.comesBy(query.segments, 0) { passing, step in
      passing.isEnd(step) || values.contains { passing.comesBy($0.operand, from: step) }
        || expansion.map { passing.comesBy($0.segments, step) { $0.isEnd($1) } } ?? false
    }
      || values.contains { passing.comesBy($0.operand, from: nil) } || asksAncestor(values, of: query)
      || query.segments.list.lazy.flatMap(\.selectors).contains { selector in
        // What a filter asks of the document it asks wherever it stands.
        if case .filter(let logical) = selector { passing.comesBy(logical, from: nil) } else { false }
      }
  }

  /// Whether `expression`, asked of the node at `current`, comes by.
  package func holds(for expression: LogicalExpression, from current: DocumentPath) -> Bool {
    var passing = self
    let step = place.starts(with: current.steps) ? current.steps.count : nil
    return passing.comesBy(expression.logical, from: step) || asksAncestor(expression.logical, of: current)
  }
}

// MARK: Queries

extension Passing {
  private func isEnd(_ step: Int) -> Bool { step == place.count }

  /// Whether some of `segments`, asked of what is `step` steps down the way to the place, come by; `then` is asked
  /// where they end before the place.
  private mutating func comesBy(
    _ segments: ArraySlice<Segment>, _ step: Int, then: (inout Passing, Int) -> Bool
  ) -> Bool {
    guard triesLeft > 0 else { return true }
    triesLeft -= 1
    guard let segment = segments.first else { return then(&self, step) }
    guard step < place.count else { return manner != .atTheEnd }
    let rest = segments.dropFirst()
    for selector in segment.selectors {
      guard Passing.takes(selector, place[step]) else { continue }
      if comesBy(rest, step + 1, then: then) { return true }
      if case .filter(let logical) = selector, comesBy(logical, from: step + 1) { return true }
    }
    return segment.isDescendant && comesBy(segments, step + 1, then: then)
  }

  private mutating func comesBy(
    _ segments: Segments, _ step: Int, then: (inout Passing, Int) -> Bool
  ) -> Bool {
    comesBy(segments.list[...], step, then: then)
  }

  private static func takes(_ selector: Selector, _ step: DocumentPath.Step) -> Bool {
    switch (selector, step) {
    case (.name(let name), .name(let other)): name == other
    case (.index(let index), .element(let place)): index < 0 || index == place
    case (.wildcard, _), (.filter, _), (.slice, .element): true
    case (.name, .element), (.index, .name), (.slice, .name): false
    }
  }

  /// - Parameter step: how far down the way to the place the node is that `@` stands for; nothing when it is not on it.
  private mutating func comesBy(_ query: SubQuery, from step: Int?) -> Bool {
    guard let start = query.isAbsolute ? 0 : step else { return false }
    return comesBy(query.segments, start) { passing, step in passing.isEnd(step) }
  }
}

// MARK: Expressions

extension Passing {
  private mutating func comesBy(_ logical: Logical, from step: Int?) -> Bool {
    switch logical {
    case .or(let parts), .and(let parts): parts.contains { comesBy($0, from: step) }
    case .not(let part): comesBy(part, from: step)
    case .exists(let query): comesBy(query, from: step)
    case .comparison(let left, _, let right): comesBy(left, from: step) || comesBy(right, from: step)
    case .call(let call): comesBy(call, from: step)
    }
  }

  private mutating func comesBy(_ operand: Operand, from step: Int?) -> Bool {
    switch operand {
    case .literal: false
    case .query(let query): comesBy(query, from: step)
    case .call(let call): comesBy(call, from: step)
    }
  }

  private mutating func comesBy(_ call: Call, from step: Int?) -> Bool {
    call.arguments.contains { argument in
      switch argument {
      // The node that the function begins at says nothing itself.
      case .nodes where call.function.name == Function.ancestor.name: false
      case .nodes(let query): comesBy(query, from: step)
      case .value(let operand), .pattern(.computed(let operand, _)): comesBy(operand, from: step)
      case .pattern: false
      }
    }
  }

  /// Whether one of `values` asks `ancestor` for the member that the place is, of what `query` selects inside of what would
  /// have it.
  private func asksAncestor(_ values: [ValueExpression], of query: Query) -> Bool {
    guard case .name(let name)? = place.last,
      values.contains(where: { $0.operand.ancestorNames.contains(name) })
    else { return false }
    var around = Passing(place.dropLast(), .anyhow)
    return around.comesBy(query.segments, 0) { _, _ in false }
  }

  /// Whether `ancestor` is asked for the member that the place is, by a node inside of what would have it.
  private func asksAncestor(_ logical: Logical, of current: DocumentPath) -> Bool {
    guard case .name(let name)? = place.last,
      current.steps.count >= place.count, current.steps.starts(with: place.dropLast())
    else { return false }
    return logical.ancestorNames.contains(name)
  }
}

extension LogicalExpression {
  /// Whether it asks for more than what is inside the node that it is asked of: for the document, or for what is around.
  package var looksAround: Bool { slots > 0 || !logical.ancestorNames.isEmpty }
}

extension Logical {
  /// The names that `ancestor` is asked for in it.
  fileprivate var ancestorNames: [[UInt8]] {
    switch self {
    case .or(let parts), .and(let parts): parts.flatMap(\.ancestorNames)
    case .not(let part): part.ancestorNames
    case .exists: []
    case .comparison(let left, _, let right): left.ancestorNames + right.ancestorNames
    case .call(let call): call.ancestorNames
    }
  }
}

extension Operand {
  fileprivate var ancestorNames: [[UInt8]] {
    if case .call(let call) = self { call.ancestorNames } else { [] }
  }
}

extension Call {
  fileprivate var ancestorNames: [[UInt8]] {
    arguments.flatMap { argument -> [[UInt8]] in
      switch argument {
      case .value(.literal(let constant)) where function.name == Function.ancestor.name:
        if case .string(let name) = constant.literal { [name] } else { [] }
      case .value(let operand), .pattern(.computed(let operand, _)): operand.ancestorNames
      case .nodes, .pattern: []
      }
    }
  }
}
