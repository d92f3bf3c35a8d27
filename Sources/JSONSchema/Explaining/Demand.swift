import YAML

/// What is said about a value that breaks a bound or a form: what is there, and what is asked for. Demands on the same
/// thing begin alike, so that several of which one would do are one sentence.
struct Demand {
  let head: String
  let tail: String
}

extension Wording {
  /// The demand that `fault` is about, if it is about one.
  func demand(of fault: Fault, _ node: NodeID, _ subject: String) -> Demand? {
    let value = tree.shown(node)
    switch fault {
    case .notMultiple(let divisor):
      return Demand(head: "\(subject) is \(value), which is no multiple of ", tail: "\(divisor)")
    case .below(let limit, let isExclusive):
      return Demand(
        head: "\(subject) is \(value); it must be ",
        tail: "\(isExclusive ? "more than" : "at least") \(limit)")
    case .above(let limit, let isExclusive):
      return Demand(
        head: "\(subject) is \(value); it must be ", tail: "\(isExclusive ? "less than" : "at most") \(limit)"
      )
    case .noMatch(let pattern):
      // The subject of a name has it already.
      return Demand(
        head: tree.isKey(node)
          ? "\(subject) does not match " : "\(subject) is \(value), which does not match ",
        tail: pattern.shortened)
    case .noFormat(let format):
      return Demand(head: "\(subject) is \(value), which is no ", tail: format.noun)
    case .tooShort(let count, let least): return tooFew(count, least, "character", subject)
    case .tooLong(let count, let most): return tooMany(count, most, "character", subject)
    case .tooFewElements(let count, let least): return tooFew(count, least, "item", subject)
    case .tooManyElements(let count, let most): return tooMany(count, most, "item", subject)
    case .tooFewMembers(let count, let least): return tooFew(count, least, "field", subject)
    case .tooManyMembers(let count, let most): return tooMany(count, most, "field", subject)
    default: return nil
    }
  }

  private func tooFew(_ count: Int, _ least: Int, _ noun: String, _ subject: String) -> Demand {
    count == 0
      ? Demand(head: "\(subject) is empty; it must have ", tail: "at least \(least.counted(noun))")
      : Demand(head: "\(subject) has \(count.counted(noun)); it must have ", tail: "at least \(least)")
  }

  private func tooMany(_ count: Int, _ most: Int, _ noun: String, _ subject: String) -> Demand {
    Demand(head: "\(subject) has \(count.counted(noun)); it must have ", tail: "at most \(most)")
  }

  /// The words for several faults of a value: together when they are demands on the same thing, else for the first.
  func eitherWords(_ faults: [Fault], _ failure: Failure) -> Words {
    var first = failure
    first.fault = faults[0]
    var words = words(for: first)
    let subject = Subject(failure.node, in: tree).text
    let demands = faults.compactMap { demand(of: $0, failure.node, subject) }
    guard demands.count == faults.count, demands.allSatisfy({ $0.head == demands[0].head }) else {
      return words
    }
    var tails: [String] = []
    for demand in demands where !tails.contains(demand.tail) { tails.append(demand.tail) }
    if tails.count > 1 { words.message = demands[0].head + tails.joined(last: "or") }
    return words
  }
}
