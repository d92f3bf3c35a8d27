import Findings
import JSONPath
import SourceText
import Spelling
import YAML

/// A rule's file while it is read: what a rule kind reads its own part from.
struct RuleReading {
  /// What the ruleset has so far.
  struct Surroundings {
    var sources: [Ruleset.Source] = []
    var indexes: [Ruleset.Index] = []
    /// Names of indexes that could not be read; a rule that uses one is not wrong.
    var brokenIndexes: Set<String> = []
    /// The same of sources.
    var brokenSources: Set<String> = []
    /// The folder's schema files that were read, by path.
    var schemas = SchemaFolder()
    var plan = FactPlan()
  }

  let file: RulesetFile
  /// The rule's mapping.
  let fields: Fields
  var around: Surroundings
  var mistakes: Mistakes
  /// What the rule looks at; empty for a rule whose kind says it.
  var scopes: [Rule.Scope] = []
  /// For a rule about the entries of an index, the index.
  var entriesIndex: Int?
  /// The attributes that the message may show.
  var messageAttributes: [String] = []

  var tree: Tree { file.tree }

  mutating func mistake(
    _ message: String, at node: NodeID, suggestions: [String] = [], help: String? = nil
  ) {
    mistakes.add(
      message, in: file, at: fields.place(of: node), suggestions: suggestions, help: help)
  }

  /// The members of the mapping `node`, which is called `what` in messages.
  mutating func fields(of node: NodeID, what: String, allowed: [String]) -> Fields? {
    Fields(node, in: file, what: what, allowed: allowed, &mistakes)
  }
}

// MARK: Queries and values

extension RuleReading {
  /// The query that `node` holds.
  mutating func selection(_ node: NodeID) -> Selection? {
    guard let text = text(of: node, "a query is a text such as $.members[*]") else { return nil }
    do {
      return try Selection(text)
    } catch {
      if let meant = RuleReading.query(meantBy: text) {
        mistake(
          "a query begins with $, the document, or @, the selected node" + Fields.didYouMean([meant]),
          at: node,
          suggestions: [meant])
      } else {
        mistake(error, at: node)
      }
      return nil
    }
  }

  /// The query that a text is without its beginning; nothing when it has one, or is none with it either.
  private static func query(meantBy text: String) -> String? {
    guard !text.hasPrefix("$"), !text.hasPrefix("@") else { return nil }
    return ["$.\(text)", "$\(text)"].first { (try? Selection($0)) != nil }
  }

  /// The value that `node` tells where to take from.
  mutating func value(_ node: NodeID) -> ValueTemplate? {
    guard let text = text(of: node, "a query or a template such as @.name is needed") else {
      return nil
    }
    do {
      return try ValueTemplate(text)
    } catch {
      mistake(error, at: node)
      return nil
    }
  }

  /// One value, or a list of at least one.
  mutating func values(_ node: NodeID) -> [ValueTemplate]? {
    let nodes = Fields.list(node, in: tree)
    if nodes.isEmpty { mistake("at least one query is needed", at: node) }
    let values = nodes.compactMap { value($0) }
    return values.count == nodes.count && !values.isEmpty ? values : nil
  }

  private mutating func text(of node: NodeID, _ wanted: String) -> String? {
    if tree.hasText(node) { return tree.text(of: node) }
    mistake("\(wanted), but \(Fields.name(of: tree.kind(of: node))) is here", at: node)
    return nil
  }

  mutating func mistake(_ error: QueryError, at node: NodeID) {
    mistakes.add(
      error.message, in: file, at: ScalarPlaces(of: node, in: tree).range(of: error.codePointRange),
      suggestions: error.suggestion.map { [$0] } ?? [])
  }

  mutating func mistake(_ error: ValueTemplate.Mistake, at node: NodeID) {
    mistakes.add(
      error.message, in: file, at: ScalarPlaces(of: node, in: tree).range(of: error.range),
      suggestions: error.suggestion.map { [$0] } ?? [])
  }
}

// MARK: Sources and indexes

extension RuleReading {
  /// The source named by `node`, by number.
  mutating func source(_ node: NodeID) -> Int? {
    named(node, among: around.sources.map(\.name), broken: around.brokenSources, what: "source")
  }

  /// The index named by `node`, by number.
  mutating func index(_ node: NodeID) -> Int? {
    named(node, among: around.indexes.map(\.name), broken: around.brokenIndexes, what: "index")
  }

  /// The place in `names` of the text of `node`.
  private mutating func named(
    _ node: NodeID, among names: [String], broken: Set<String>, what: String
  ) -> Int? {
    guard tree.hasText(node) else {
      mistake("the name of \(what == "index" ? "an" : "a") \(what) is needed here", at: node)
      return nil
    }
    let name = tree.text(of: node)
    if let found = names.firstIndex(of: name) { return found }
    if broken.contains(name) { return nil }
    let names = (names + broken.sorted()).uniqued
    let closest = Closest.matches(to: name, among: names)
    mistake(
      "there is no \(what) \(name)" + Fields.didYouMean(closest), at: node, suggestions: closest,
      help: names.isEmpty
        ? "ruleset.yaml declares none" : "ruleset.yaml declares \(names.joined(separator: ", "))"
    )
    return nil
  }

  /// `{source: NAME, select: QUERY}`.
  mutating func scope(_ node: NodeID) -> Rule.Scope? {
    guard let fields = fields(of: node, what: "a query elsewhere", allowed: ["source", "select"])
    else {
      return nil
    }
    let source = fields.required("source", &mistakes).flatMap { self.source($0) }
    let selection = fields["select"].map { self.selection($0) } ?? Selection.document
    guard let source, let selection else { return nil }
    return Rule.Scope(source: source, selection: selection)
  }

  /// One `{source, select}` or a list of at least one.
  mutating func scopes(_ node: NodeID) -> [Rule.Scope]? {
    let nodes = Fields.list(node, in: tree)
    if nodes.isEmpty { mistake("at least one {source: NAME, select: QUERY} is needed", at: node) }
    let scopes = nodes.compactMap { scope($0) }
    return scopes.count == nodes.count && !scopes.isEmpty ? scopes : nil
  }

  /// Collectors for the nodes that `scopes` select, each with the same values.
  mutating func collectors(
    _ scopes: [Rule.Scope], values: [ValueTemplate] = [], comparison: FactPlan.Comparison = .text,
    place: FactPlan.Place = .node
  ) -> [Int] {
    scopes.map {
      around.plan.collector(
        FactPlan.Collector(
          source: $0.source, selection: $0.selection, expansion: nil, values: values,
          comparison: comparison,
          place: place))
    }
  }
}
