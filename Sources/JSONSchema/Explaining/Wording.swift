import SourceText
import Spelling
import YAML

/// Puts what is wrong in order and in words.
struct Wording {
  let plan: Plan
  let tree: Tree
  /// Whether the limit on the number of steps was reached.
  let isExhausted: Bool
  private let missingNames = MissingNames()

  init(plan: Plan, tree: Tree, isExhausted: Bool) {
    self.plan = plan
    self.tree = tree
    self.isExhausted = isExhausted
  }

  /// What is said about `explanation`: sorted by place, one failure for each.
  func result(_ explanation: Explanation, root: NodeID) -> SchemaResult {
    var result = SchemaResult()
    result.failures = merged(explanation.failures).map { self.failure($0) }.sorted {
      ($0.range, $0.node, $0.schemaPointer) < ($1.range, $1.node, $1.schemaPointer)
    }
    var seen: Set<NodeID> = []
    for (node, site, isLimit) in explanation.undecided where seen.insert(node).inserted {
      result.undecided.append(undecided(node, site, isLimit: isLimit))
    }
    if explanation.isCut {
      let message = "more than \(Explanation.most) places are wrong; the others are not listed"
      result.undecided.append(
        SchemaUndecided(keyword: "", node: root, range: tree.range(of: root), message: message))
    }
    if result.isValid {
      result.undecided.append(undecided(root, Site(0, nil), isLimit: true))
    }
    result.undecided.sort { ($0.range, $0.message) < ($1.range, $1.message) }
    return result
  }

  private func undecided(_ node: NodeID, _ site: Site, isLimit: Bool) -> SchemaUndecided {
    let subject = Subject(node, in: tree).text
    let message =
      if !isLimit, let keyword = site.keyword {
        "\(subject) could not be checked: \(keyword) takes too long on it"
      } else if isExhausted {
        "\(subject) could not be checked: the schema takes too many steps"
      } else {
        "\(subject) could not be checked: the schema is nested more than \(plan.options.depth) deep there"
      }
    return SchemaUndecided(
      keyword: site.keyword ?? "", node: node, range: tree.range(of: node), message: message)
  }

  private func failure(_ failure: Failure) -> SchemaFailure {
    let words = words(for: failure)
    let note = plan.notes[failure.site.schema]
    let document = plan.documents[note.place.document]
    var place = note.place.node
    for name in [failure.site.keyword, failure.site.part].compactMap(\.self) {
      place = document.tree.value(name, of: place) ?? place
    }
    return SchemaFailure(
      keyword: failure.site.keyword ?? document.tree.keywordAround(place), node: failure.node,
      lack: lack(failure), range: range(of: failure),
      message: words.message, value: words.value, suggestions: words.suggestions,
      help: words.help ?? (words.isPlain ? nil : note.description?.shortenedHelp), schemaURI: document.uri,
      schemaPointer: document.tree.pointer(of: place), schemaRange: document.tree.range(of: place))
  }

  /// An extra member that is close to no name may stand for any that is not there.
  private func lack(_ failure: Failure) -> SchemaFailure.Lack? {
    switch failure.fault {
    case .missing(let names, _):
      return SchemaFailure.Lack(mapping: failure.node, names: names, stray: nil)
    case .missingOneOf(let alternatives):
      return SchemaFailure.Lack(mapping: failure.node, names: alternatives.flatMap(\.self), stray: nil)
    case .extraMember(let known):
      guard let mapping = tree.parent(of: failure.node) else { return nil }
      let closest = suggestions(forMember: failure.node, among: known).prefix(1)
      let free = missingNames.names(known, notIn: mapping, of: tree)
      return SchemaFailure.Lack(
        mapping: mapping, names: closest.isEmpty ? free : Array(closest), stray: failure.node)
    default: return nil
    }
  }

  /// Where a failure is reported.
  func range(of failure: Failure) -> ByteRange {
    switch failure.fault {
    case .missing, .missingOneOf:
      let key = tree.key(of: failure.node) ?? tree.members(of: failure.node).first { _ in true }?.key
      return tree.range(of: key ?? failure.node)
    case .extraMember:
      return tree.range(of: tree.key(of: failure.node) ?? failure.node)
    default:
      return tree.range(of: failure.node)
    }
  }
}

// MARK: One failure for each place

extension Wording {
  /// Of several failures of one place the first that counts most; what is missing in one mapping together; and no
  /// missing name that a misspelt one stands for.
  private func merged(_ failures: [Failure]) -> [Failure] {
    var places: [NodeID: Int] = [:]
    var missing: [NodeID: Int] = [:]
    var kept: [Failure] = []
    for failure in failures {
      if case .missing(let names, let reason) = failure.fault {
        if let index = missing[failure.node], case .missing(let others, let other) = kept[index].fault {
          let new = names.filter { !others.contains($0) }
          kept[index].fault = .missing(others + new, because: other == reason ? other : nil)
        } else {
          missing[failure.node] = kept.count
          kept.append(failure)
        }
      } else if let index = places[failure.node] {
        if failure.fault.weight > kept[index].fault.weight { kept[index] = failure }
      } else {
        places[failure.node] = kept.count
        kept.append(failure)
      }
    }
    return withoutMisspelt(kept, missing)
  }

  private func withoutMisspelt(_ failures: [Failure], _ missing: [NodeID: Int]) -> [Failure] {
    guard !missing.isEmpty else { return failures }
    var failures = failures
    for failure in failures {
      guard case .extraMember(let known) = failure.fault, let parent = tree.parent(of: failure.node),
        let index = missing[parent], case .missing(let names, let reason) = failures[index].fault,
        let meant = suggestions(forMember: failure.node, among: known).first, names.contains(meant)
      else { continue }
      failures[index].fault = .missing(names.filter { $0 != meant }, because: reason)
    }
    return failures.filter { if case .missing(let names, _) = $0.fault { !names.isEmpty } else { true } }
  }

  /// The names close to that of the member `value` which are not there yet.
  func suggestions(forMember value: NodeID, among known: [String]) -> [String] {
    guard let key = tree.key(of: value), let parent = tree.parent(of: value) else { return [] }
    let free = missingNames.names(known, notIn: parent, of: tree)
    return Closest.matches(to: tree.text(of: key), among: free)
  }
}

/// Remembers which names mappings do not have: one with very many members may have as many mistakes.
private final class MissingNames {
  private struct Question: Hashable {
    let mapping: NodeID
    let names: [String]
  }

  private var known: [Question: [String]] = [:]

  /// Those of `names` that no member of `mapping` has.
  func names(_ names: [String], notIn mapping: NodeID, of tree: Tree) -> [String] {
    let question = Question(mapping: mapping, names: names)
    if let known = known[question] { return known }
    let missing = names.filter { tree.member($0, of: mapping) == nil }
    known[question] = missing
    return missing
  }
}

extension Fault {
  /// Which of several faults of one place says most.
  fileprivate var weight: Int {
    switch self {
    case .extraMember, .extraElement: 5
    case .type: 4
    case .constants, .noneOf: 3
    case .noFormat: 2
    case .never, .refused, .several: 0
    default: 1
    }
  }
}

extension String {
  /// The first line of a description, when it is short enough to help.
  var shortenedHelp: String? {
    let line = String(unicodeScalars.prefix { $0 != "\n" })
    return line.isEmpty ? nil : line.unicodeScalars.count <= 120 ? line : nil
  }
}
