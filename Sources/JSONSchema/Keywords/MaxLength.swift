import YAML

extension Keyword {
  /// The most characters (code points) of a text. (Validation, section 6.3.1.)
  static let maxLength = Keyword(name: "maxLength", vocabulary: .validation) { value, compiler in
    compiler.count(value).map { [LengthLimit(limit: $0, side: .above)] } ?? []
  }
}

/// A text is neither too short nor too long, in code points.
struct LengthLimit: Assertion {
  let limit: Int
  let side: Bound.Side
  var keyword: String { side == .below ? "minLength" : "maxLength" }
  var cost: Cost { .comparison }
  var plain: PlainCheck? { .length(self) }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .string else { return .valid }
    let bytes = run.tree.textCount(of: instance.node)
    // A code point takes one to four bytes, which mostly says enough.
    switch side {
    case .above:
      if bytes <= limit { return .valid }
      return run.tree.length(of: instance.node) <= limit ? .valid : .invalid
    case .below:
      if bytes < limit { return .invalid }
      if (bytes + 3) / 4 >= limit { return .valid }
      return run.tree.length(of: instance.node) >= limit ? .valid : .invalid
    }
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault {
    let length = tree.length(of: instance.node)
    return side == .below ? .tooShort(length, atLeast: limit) : .tooLong(length, atMost: limit)
  }
}

extension Tree {
  /// The number of code points of a scalar's text.
  func length(of node: NodeID) -> Int {
    withText(of: node) { text in
      var count = 0
      for index in 0..<text.count where text[index] & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }
}
