import Findings
import RuleEngine
import Spelling
import Workspace

extension Command {
  /// `metrolint explain`.
  static let explain = Command(
    name: "explain",
    summary: "tell what a rule is for, with examples",
    details: """
      The rule is one of the data set that the current folder is in, or of a built-in ruleset. In the examples, what the rule reports stands in double brackets. Without RULE, all rules of the ruleset are explained.
      """,
    operands: [Operand(Values.rule, .optional, "the id of the rule; all of the ruleset when none is given")],
    options: [Options.ruleset, format, builtIn],
    examples: [
      Example("metrolint explain outcome-exists", "why it matters, what it reports, where it is written"),
      Example(
        "metrolint explain --format markdown --ruleset rules > RULES.md", "a page of all rules of a ruleset"),
    ],
    statuses: [.fine: "the rule is explained", .findings: "", .misuse: "there is no such rule"]
  ) { arguments, console throws(Failure) in
    let format = arguments[format] ?? .human
    guard let name = arguments.operands.first else {
      try console.write(arguments.has(builtIn) ? builtInRules(format) : try await ruleset(arguments, format))
      return .fine
    }
    try console.write(text([try await rule(named: name, arguments)], format))
    return .fine
  }

  private enum PageFormat: String, Sendable, CaseIterable {
    case human, markdown
  }

  private static let format = Option(
    "format", short: "f",
    Value.choice(
      "FORMAT",
      [
        (.init("human", "for a terminal"), PageFormat.human),
        (.init("markdown", "a page of documentation, with a heading for each rule"), .markdown),
      ]),
    "how to write it (default: human)")

  private static let builtIn = Flag("built-in", "without RULE: the rules that need no ruleset")

  private static func text(_ rules: [RuleDescription], _ format: PageFormat) -> String {
    let pages = rules.map(RulePage.init)
    return pages.map { format == .human ? $0.terminalText : $0.markdownText }.joined(separator: "\n")
  }

  private static func builtInRules(_ format: PageFormat) -> String {
    let rules = RuleDescription.builtIn(RulesInForce(nil))
    guard format == .markdown else { return text(rules, format) }
    return MarkdownPage.text(
      title: "Rules that need no ruleset",
      introduction: "metrolint checks these in every data set, beside the rules of its ruleset.", rules)
  }

  private static func ruleset(_ arguments: Arguments, _ format: PageFormat) async throws(Failure) -> String {
    let call = try DataSetCall(arguments).withExamples()
    let dataSet = try await call.open([]).dataSet
    let rules = RuleDescription.own(of: dataSet, workingFolder: call.environment.workingFolder)
    guard format == .markdown else { return text(rules, format) }
    let ruleset = dataSet.ruleset
    return MarkdownPage.text(
      title: ruleset.title.isEmpty ? ruleset.name : ruleset.title,
      introduction: """
        The rules of the ruleset `\(ruleset.name)`, version \(ruleset.version). In the examples, what a rule reports \
        stands between `⟦` and `⟧`.
        """, rules)
  }

  private static func rule(named name: String, _ arguments: Arguments) async throws(Failure)
    -> RuleDescription
  {
    for dataSet in try await candidates(arguments) {
      let folder = try WorkingFolder.path()
      // A name of earlier versions means the rule of today.
      let id = dataSet.ruleset.rule(named: RuleID(rawValue: name))?.id ?? RuleID(rawValue: name)
      let rules = RuleDescription.all(of: dataSet, workingFolder: folder)
      if let rule = rules.first(where: { $0.id == id }) { return rule }
    }
    let known = try await candidates(arguments).flatMap { $0.ruleset.allRules.map(\.rawValue) }
    let closest = Closest.match(to: name, among: Set(known).sorted())
    throw .misuse(
      "there is no rule \(name)" + (closest.map { "; did you mean \($0)?" } ?? ""),
      help: "metrolint rules lists them all")
  }

  /// The data sets whose rules may be meant: that of the current folder or, when there is none, one of each built-in
  /// ruleset.
  private static func candidates(_ arguments: Arguments) async throws(Failure) -> [DataSet] {
    let call = try DataSetCall(arguments).withExamples()
    do {
      return [try await call.open([]).dataSet]
    } catch {
      guard case .misuse = error, arguments[Options.ruleset] == nil else { throw error }
    }
    var dataSets: [DataSet] = []
    for name in BuiltInRulesets.names {
      dataSets.append(try await call.with(ruleset: name).open([]).dataSet)
    }
    return dataSets
  }
}
