import Findings
import SourceText
import Spelling
import YAML

extension Rule {
  fileprivate static let commonKeys = [
    "summary", "severity", "source", "select", "on", "index", "message", "rationale", "examples",
    "formerly",
  ]

  /// Reads the rule of a file; nothing, with mistakes, when something is wrong with it.
  static func read(
    _ file: RulesetFile, id: RuleID, around: inout RuleReading.Surroundings,
    mistakes: inout Mistakes
  ) -> Rule? {
    let kinds = RuleKinds.all.map { $0.name }
    guard
      let fields = Fields(
        file.root, in: file, what: "a rule", allowed: commonKeys + kinds, &mistakes)
    else { return nil }
    var reading = RuleReading(file: file, fields: fields, around: .init(), mistakes: .init())
    swap(&reading.around, &around)
    swap(&reading.mistakes, &mistakes)
    defer {
      swap(&reading.around, &around)
      swap(&reading.mistakes, &mistakes)
    }
    return reading.rule(id)
  }
}

extension RuleReading {
  fileprivate mutating func rule(_ id: RuleID) -> Rule? {
    let summary = fields.requiredText("summary", &mistakes)
    let severity =
      fields.choice("severity", Severity.allCases.map { ($0.rawValue, $0) }, &mistakes) ?? .error
    let rationale = fields.text("rationale", &mistakes) ?? ""
    let formerly = formerNames()
    let examples = fields["examples"].map { self.examples($0) } ?? []
    guard let kindType = kindOfRule(), let node = fields[kindType.name] else { return nil }
    guard readScopes(kindType) else {
      // The kind's own part may have mistakes as well; they are found now and not in a second round.
      _ = kindType.init(node, &self)
      _ = message()
      return nil
    }
    let kind = kindType.init(node, &self)
    let message = message()
    guard let summary, let kind, let message else { return nil }
    return Rule(
      id: id, formerly: formerly, summary: summary, severity: severity, rationale: rationale,
      kindName: kindType.name, path: file.path, examples: examples,
      scopes: scopes, message: message.template, kind: kind)
  }

  /// The one kind that the rule has.
  private mutating func kindOfRule() -> (any RuleKind.Type)? {
    let found = RuleKinds.all.filter { fields[$0.name] != nil }
      .sorted { (fields.key($0.name)?.index ?? 0) < (fields.key($1.name)?.index ?? 0) }
    guard let first = found.first else {
      let names = RuleKinds.all.map { $0.name }
      // A kind that does not exist has its mistake already.
      if !fields.hasStrangeKey, names.allSatisfy({ fields.lacks($0) }) {
        mistake(
          "the rule has no kind", at: fields.node,
          help: "give it one of \(names.joined(separator: ", "))")
      }
      return nil
    }
    for other in found.dropFirst() {
      mistakes.add(
        "a rule has one kind, but this one has \(first.name) and \(other.name)", in: file,
        at: fields.key(other.name).map { tree.range(of: $0) } ?? file.firstLine,
        help: "write a rule of its own for \(other.name)")
    }
    return found.count == 1 ? first : nil
  }

  /// Reads what the rule looks at.
  private mutating func readScopes(_ kind: any RuleKind.Type) -> Bool {
    if kind.selectsEntries { return readIndexScope(kind) }
    if let index = fields.key("index") {
      mistakes.add(
        "a rule of the kind \(kind.name) has source and select, and no index beside them", in: file,
        at: tree.range(of: index), help: "write source and select")
    }
    if let on = fields["on"] {
      for name in ["source", "select"] {
        guard let key = fields.key(name) else { continue }
        mistakes.add(
          "a rule has either on or source and select, not both", in: file, at: tree.range(of: key),
          help: "move \(name) into a line of on")
      }
      guard let scopes = scopes(on) else { return false }
      self.scopes = scopes
      return true
    }
    let selection = fields["select"].map { self.selection($0) } ?? Selection.document
    guard fields["source"] != nil else {
      if fields.lacks("source", "on") {
        mistakes.add(
          "a rule needs source (or on)", in: file, at: fields.place(of: fields.node),
          help: "name the source whose files the rule looks at")
      }
      return false
    }
    guard let source = fields["source"].flatMap({ self.source($0) }), let selection else {
      return false
    }
    scopes = [Rule.Scope(source: source, selection: selection)]
    return true
  }

  /// For a rule about the entries of an index; the index may also stand in the kind's own part.
  private mutating func readIndexScope(_ kind: any RuleKind.Type) -> Bool {
    for name in ["source", "select", "on"] {
      guard let key = fields.key(name) else { continue }
      mistakes.add(
        "a rule of the kind \(kind.name) has an index in place of \(name)", in: file,
        at: tree.range(of: key),
        help: "write index: NAME")
    }
    guard let node = fields["index"] ?? fields[kind.name].flatMap({ tree.value("index", of: $0) })
    else {
      if fields.lacks("index") {
        mistakes.add(
          "a rule of the kind \(kind.name) needs index", in: file, at: fields.place(of: fields.node),
          help: "name the index whose entries must be used")
      }
      return false
    }
    guard let index = index(node) else { return false }
    let entries = around.plan.collectors[around.indexes[index].entries]
    scopes = [Rule.Scope(source: entries.source, selection: entries.selection)]
    entriesIndex = index
    messageAttributes = around.indexes[index].attributes
    return true
  }

  private mutating func formerNames() -> [RuleID] {
    fields.list("formerly").compactMap { node in
      let id = RuleID(rawValue: tree.text(of: node))
      if id.isWellFormed { return id }
      mistake("a former name is lower case words joined by -", at: node)
      return nil
    }
  }

  /// A message that was read.
  private struct Message {
    /// Nothing for a rule that leaves the words to its kind.
    let template: MessageTemplate?
  }

  /// The rule's own message, when it has one; nothing when it is wrong.
  private mutating func message() -> Message? {
    guard let node = fields["message"] else { return Message(template: nil) }
    guard let text = fields.text("message", &mistakes) else { return nil }
    do {
      return Message(template: try MessageTemplate(text, attributes: messageAttributes))
    } catch {
      for unknown in error.unknown {
        let closest = unknown.closest.map { "{\($0)}" }
        mistakes.add(
          "there is no placeholder {\(unknown.name)}" + Fields.didYouMean(closest), in: file,
          at: ScalarPlaces(of: node, in: tree).range(of: unknown.range), suggestions: closest,
          help: "a message may have \(unknown.known.map { "{\($0)}" }.joined(separator: ", "))")
      }
      return nil
    }
  }
}
