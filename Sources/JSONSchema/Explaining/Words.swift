import Patterns
import Spelling
import YAML

/// What is said about one failure.
struct Words {
  var message: String
  var value: String?
  var suggestions: [String] = []
  var help: String?
  /// Whether the message needs no explanation by the schema's description.
  var isPlain = true
}

extension Wording {
  /// The words for a failure: what is there, what should be, and the closest right value.
  func words(for failure: Failure) -> Words {
    let node = failure.node
    let subject = Subject(node, in: tree).text
    let isScalar = tree.kind(of: node).isScalar
    var words = Words(message: "", value: isScalar ? tree.text(of: node) : nil)
    switch failure.fault {
    case .type(let types):
      typeWords(types, node, subject, &words)
    case .constants(let constants):
      constantWords([constants], node, subject, &words)
    case .noneOf(let types, let constants):
      constantWords(constants, besides: types, node, subject, &words)
    case .never:
      words.message = "\(subject) is not allowed here"
    case .refused(let schema):
      words.message = refusal(schema, node, subject)
      words.isPlain = false
    case .several(let branches, let numbers):
      let names = zip(branches, numbers).map { plan.notes[$0].title ?? "the \(($1 + 1).ordinal)" }
      words.message =
        "\(subject) is of several forms at once, of which only one may be: \(names.joined(last: "and"))"

    case .either(let faults):
      return eitherWords(faults, failure)

    case .repeated(let first):
      let position = (tree.position(of: first) ?? 0) + 1
      words.message =
        "\(subject) is \(tree.shown(node)), as item \(position) is already; each may stand there once"
    case .extraElement(let allowed):
      words.message =
        "\(subject) is one too many; there may be \(allowed == 0 ? "none" : allowed.counted("item"))"
    case .tooFewMatches(let count, let least, let schema):
      words.message =
        "\(subject) has \(count == 0 ? "no item" : count.counted("item")) \(kindOfItem(schema, count)); "
        + "it must have at least \(least)"
    case .tooManyMatches(let count, let most, let schema):
      words.message =
        "\(subject) has \(count.counted("item")) \(kindOfItem(schema, count)); it may have at most \(most)"

    case .missing(let names, let reason):
      missingWords([names], reason, node, &words)
    case .missingOneOf(let alternatives):
      missingWords(alternatives, nil, node, &words)
    case .extraMember(let known):
      extraWords(known, node, failure.site, &words)
    default:
      if let demand = demand(of: failure.fault, node, subject) { words.message = demand.head + demand.tail }
      if case .noMatch = failure.fault { words.isPlain = false }
      if case .noFormat(let format) = failure.fault { words.message += ": write \(format.hint)" }
    }
    return words
  }

  private func typeWords(_ types: Types, _ node: NodeID, _ subject: String, _ words: inout Words) {
    let kind = tree.kind(of: node)
    let text = tree.text(of: node)
    words.message = "\(thereWithType(node, subject)); it must be \(types.words)"
    if types.contains(.string), kind.isNumber || kind == .boolean {
      words.help = "put it in quotes: \"\(text.shortened)\""
    } else if types.contains(.array), kind.isScalar, kind != .null {
      words.help = "write it as a list: [\(tree.shown(node))]"
    } else if kind == .string, !types.isDisjoint(with: [.number, .integer]), Number(coreSchema: text) != nil {
      words.help = "write it without quotes: \(text.shortened)"
    }
  }

  /// - Parameter types: what is allowed beside the constants.
  private func constantWords(
    _ constants: [Constants], besides types: Types = [], _ node: NodeID, _ subject: String,
    _ words: inout Words
  ) {
    let isName = tree.isKey(node)
    let all = types.list + constants.flatMap { part in part.nodes.map { part.tree.shownWhole($0) } }
    let texts = constants.flatMap { part in
      part.nodes.filter { part.tree.kind(of: $0) == .string }.map { part.tree.text(of: $0) }
    }
    let text = tree.text(of: node)
    let kind = tree.kind(of: node)
    words.suggestions = kind.isScalar ? Closest.matches(to: text, among: texts) : []
    if !isName, kind != .string, kind.isScalar, texts.contains(text) {
      words.message =
        "\(subject) is \(tree.shown(node)), \(kind.noun); it must be the text \(text.quotedIfNeeded)"
      words.help = "put it in quotes: \"\(text.shortened)\""
      return
    }
    if let closest = words.suggestions.first, all.count > 1 {
      words.message =
        "\(there(node, subject)), which is not allowed; did you mean \(closest.quotedIfNeeded)?"
      words.help = "it may be \(listed(all))"
    } else if all.isEmpty {
      words.message = "\(there(node, subject)), but no value is allowed here"
    } else if !kind.isScalar, constants.contains(where: { $0.hasCollections }) {
      words.message = "\(subject) is \(tree.shownWhole(node)); it must be \(listed(all))"
    } else {
      words.message =
        (types.isEmpty ? there(node, subject) : thereWithType(node, subject)) + "; it must be \(listed(all))"
    }
    if isName { words.message = words.message.replacingFirst(", which is", with: " is") }
  }

  /// What is there, by its value.
  private func there(_ node: NodeID, _ subject: String) -> String {
    if tree.isKey(node) { return subject }
    let isNothing = tree.kind(of: node) == .null && tree.text(of: node).isEmpty
    return isNothing ? "\(subject) has no value" : "\(subject) is \(tree.shown(node))"
  }

  /// The same with its type.
  private func thereWithType(_ node: NodeID, _ subject: String) -> String {
    let kind = tree.kind(of: node)
    return switch kind {
    case .null, .sequence, .mapping: there(node, subject)
    default: "\(subject) is \(tree.shown(node)), \(kind.noun)"
    }
  }

  /// Up to twelve values, and how many more.
  private func listed(_ values: [String]) -> String {
    guard values.count > 12 else { return values.joined(last: "or") }
    return values.prefix(10).joined(separator: ", ") + " or one of \(values.count - 10) others"
  }

  /// - Parameter alternatives: lists of names; those of one of them would do.
  private func missingWords(
    _ alternatives: [[String]], _ reason: String?, _ node: NodeID, _ words: inout Words
  ) {
    let list = alternatives.map { $0.map(\.quotedIfNeeded).joined(last: "and") }.joined(last: "or")
    let owner = tree.parent(of: node) == nil ? "" : " in \(Subject(node, in: tree).text)"
    words.message = "\(list) \(alternatives.allSatisfy { $0.count == 1 } ? "is" : "are") missing\(owner)"
    if let reason { words.message += ", which \(reason.quotedIfNeeded) asks for" }
    words.value = nil
    words.help = "add \(list)"
  }

  private func extraWords(_ known: [String], _ node: NodeID, _ site: Site, _ words: inout Words) {
    let name = tree.key(of: node).map { tree.text(of: $0) } ?? ""
    words.value = name
    words.suggestions = suggestions(forMember: node, among: known)
    if known.contains(name) || known.isEmpty {
      words.message = "\(name.quotedIfNeeded) is not allowed here"
      return
    }
    words.message = "\(name.quotedIfNeeded) is no field of \(owner(of: node, site))"
    if let closest = words.suggestions.first {
      words.message += "; did you mean \(closest.quotedIfNeeded)?"
    } else {
      words.help = "the fields are \(known.prefix(12).map(\.quotedIfNeeded).joined(last: "and"))"
      if known.count > 12 { words.help = nil }
    }
  }

  /// What a mapping is: its schema's title, else its name.
  private func owner(of member: NodeID, _ site: Site) -> String {
    if let title = plan.notes[site.schema].title {
      for article in ["A ", "An ", "The "] where title.hasPrefix(article) {
        return title.prefix(1).lowercased() + title.dropFirst()
      }
      return title
    }
    guard let mapping = tree.parent(of: member), tree.parent(of: mapping) != nil else {
      return "this document"
    }
    return Subject(mapping, in: tree).text
  }

  private func kindOfItem(_ schema: SchemaIndex, _ count: Int) -> String {
    let verb = count > 1 ? "that are" : "that is"
    if let title = plan.notes[schema].title { return "\(verb) \(title)" }
    let entry = plan.entries[schema]
    if entry.checks.count == 1, entry.next == nil {
      switch plan.checks[entry.checks.lowerBound] {
      case let check as TypeCheck: return "\(verb) \(check.types.words)"
      case let check as ConstantsCheck:
        return "\(verb) \(listed(check.constants.nodes.map { check.constants.tree.shown($0) }))"
      default: break
      }
    }
    return "of the kind that is asked for"
  }

  /// What `not` refuses, when it is simple enough to say.
  private func refusal(_ schema: SchemaIndex, _ node: NodeID, _ subject: String) -> String {
    if let title = plan.notes[schema].title { return "\(subject) must not be \(title)" }
    let entry = plan.entries[schema]
    if entry.checks.count == 1, entry.next == nil {
      switch plan.checks[entry.checks.lowerBound] {
      case let check as TypeCheck: return "\(subject) must not be \(check.types.words)"
      case is ConstantsCheck: return "\(subject) must not be \(tree.shown(node))"
      case let check as PatternCheck:
        return "\(subject) is \(tree.shown(node)), which must not match \(check.pattern.source.shortened)"
      case let check as Required:
        return "\(subject) must not have \(check.names.names.map(\.quotedIfNeeded).joined(last: "and"))"
          + (check.names.names.count > 1 ? " together" : "")
      default: break
      }
    }
    return "\(subject) is \(tree.shown(node)), which is what it must not be"
  }
}

extension String {
  /// The text with the first `part` replaced.
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = utf8.firstRange(of: part.utf8) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}

extension Int {
  /// "1 item", "2 items".
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }

  /// "first", "second", … "11th".
  fileprivate var ordinal: String {
    let words = ["first", "second", "third", "fourth", "fifth", "sixth"]
    return self <= words.count ? words[self - 1] : "\(self)th"
  }
}
