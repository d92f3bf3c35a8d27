import Findings

/// The rules of a SARIF log (`reportingDescriptor`, 3.49), and where each stands among them.
struct SARIFRules {
  /// GitHub cuts descriptions that are longer, in characters.
  private static let longestDescription = 1_024

  /// The descriptors, by id.
  let descriptors: [JSONValue]

  private let indexes: [RuleID: Int]

  /// The rules in force, and those of findings and notes that the report does not describe.
  init(_ report: Report, shown: SARIFSelection) {
    var rules = Dictionary(report.rules.map { ($0.id, $0) }) { first, _ in first }
    for finding in shown.results.map(\.finding) where rules[finding.rule] == nil {
      rules[finding.rule] = Self.unknown(finding.rule, finding.severity)
    }
    for note in report.notChecked where rules[note.rule] == nil {
      rules[note.rule] = Self.unknown(note.rule, .warning)
    }
    let sorted = rules.values.sorted { $0.id < $1.id }
    descriptors = sorted.map { Self.descriptor($0) }
    indexes = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.id, $0) })
  }

  /// Where the rule stands among the descriptors.
  func index(of rule: RuleID) -> JSONValue? {
    indexes[rule].map { .int($0) }
  }

  /// A reference to the rule (3.52).
  func reference(to rule: RuleID) -> JSONValue {
    .compact(["id": .string(rule.rawValue), "index": index(of: rule)])
  }

  /// The level of a severity (3.27.10).
  static func level(_ severity: Severity) -> JSONValue {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A rule of which nothing but its name is known.
  private static func unknown(_ id: RuleID, _ severity: Severity) -> Report.Rule {
    Report.Rule(
      id: id, summary: "The rule \(id)", rationale: "", severity: severity, kind: "built-in")
  }

  private static func descriptor(_ rule: Report.Rule) -> JSONValue {
    // GitHub wants every text to be there, so a rule without a summary is called by its name.
    let summary = rule.summary.isEmpty ? rule.id.rawValue : rule.summary
    let rationale = rule.rationale.trimmingLineBreaks
    let paragraphs = [summary, rationale].filter { !$0.isEmpty }.joined(separator: "\n\n")
    return .compact([
      "id": .string(rule.id.rawValue),
      "shortDescription": ["text": .string(cut(summary))],
      "fullDescription": ["text": .string(cut(rationale.isEmpty ? summary : rationale.unwrapped))],
      "help": ["text": .string(paragraphs), "markdown": .string("# \(rule.id)\n\n\(paragraphs)")],
      "defaultConfiguration": ["level": level(rule.severity)],
      "properties": rule.kind.isEmpty ? nil : ["tags": [.string(rule.kind)]],
    ])
  }

  private static func cut(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > longestDescription else { return text }
    return String(scalars.prefix(longestDescription - 1)) + "…"
  }
}

extension String {
  /// The text without line breaks at its ends.
  fileprivate var trimmingLineBreaks: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    while text.first?.isNewline == true { text.removeFirst() }
    return String(text)
  }

  /// The text with each paragraph on one line, for readers that show line breaks as they stand; lists, quotes and
  /// code, whose lines begin with something else than a letter, stay.
  fileprivate var unwrapped: String {
    var text = ""
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let goesOn = line.first?.isLetter == true && text.last?.isNewline == false
      text += (text.isEmpty ? "" : goesOn ? " " : "\n") + line
    }
    return text
  }
}
