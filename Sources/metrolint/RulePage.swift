import Findings
import RuleEngine

/// What `metrolint explain` says of a rule.
enum RulePage {
  /// The page of `rule`.
  static func text(_ rule: RuleDescription) -> String {
    var text = "\(rule.id): \(rule.severity?.rawValue ?? "off"), \(rule.kind)\n\n"
    text += Wrapping.wrap(rule.summary).map { $0 + "\n" }.joined()
    if !rule.rationale.isEmpty {
      text += "\n"
      for paragraph in paragraphs(rule.rationale) {
        text += Wrapping.wrap(paragraph).map { $0 + "\n" }.joined()
      }
    }
    for example in rule.examples { text += "\n" + self.example(example) }
    text += "\nwritten in: \(rule.origin)\n"
    return text
  }

  /// The paragraphs of a text whose lines are broken somewhere, with an empty one between each two.
  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n\n").map { $0.split(separator: "\n").joined(separator: " ") }
      .flatMap { ["", $0] }.dropFirst().map { $0 }
  }

  private static func example(_ example: Example) -> String {
    var text =
      "example: " + (example.title ?? (example.reports ? "what is reported" : "what is not reported")) + "\n"
    for (path, file) in example.files.sorted(by: { $0.key < $1.key }) {
      switch file {
      case .absent: text += "  without \(path)\n"
      case .text(let lines): text += "  \(path)\n" + indented(lines)
      }
    }
    for (path, lines) in example.fixed.sorted(by: { $0.key < $1.key }) {
      text += "  \(path), after --fix\n" + indented(lines)
    }
    return text
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }
}
