import Findings
import RuleEngine

/// What is told of a rule, in order, however it is shown.
struct RulePage: Sendable {
  /// A piece of the page.
  enum Part: Sendable {
    /// A paragraph.
    case paragraph(String)
    /// Something about the rule that has a name, such as where it is written.
    case detail(name: String, text: String)
    /// Lines of the rule's file.
    case definition(String)
    /// A small data set; in its texts `⟦` and `⟧` are around what the rule reports.
    case example(isReported: Bool, title: String?, files: [File])
  }

  /// A file of an example.
  struct File: Sendable {
    /// What the example tells of it.
    enum State: Sendable {
      /// It has this text.
      case given(String)
      /// It is not there.
      case absent
      /// It has this text after the fixes.
      case fixed(String)
    }

    /// Its path from the data set's root.
    let path: String
    /// What the example tells of it.
    let state: State
  }

  /// The rule's name.
  let id: RuleID
  /// How much its findings weigh.
  let severity: String
  /// The key that names its kind, or `built-in`.
  let kind: String
  /// Everything else.
  let parts: [Part]

  /// What is told of `rule`.
  init(_ rule: RuleDescription) {
    id = rule.id
    severity = rule.severity?.rawValue ?? "off"
    kind = rule.kind
    var parts = [Part.paragraph(rule.summary)]
    parts += Self.paragraphs(rule.rationale).map { .paragraph($0) }
    if let help = rule.help { parts.append(.detail(name: "what to do", text: help)) }
    if !rule.definition.isEmpty { parts.append(.definition(rule.definition)) }
    parts += rule.examples.map { .example(isReported: $0.reports, title: $0.title, files: Self.files($0)) }
    if !rule.formerly.isEmpty {
      let names = rule.formerly.map(\.rawValue).joined(separator: ", ")
      parts.append(.detail(name: "formerly", text: names))
    }
    if rule.origin != RuleDescription.builtIn { parts.append(.detail(name: "written in", text: rule.origin)) }
    self.parts = parts
  }

  /// The paragraphs of a text whose lines are broken somewhere, with an empty one between each two.
  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n\n").map { $0.split(separator: "\n").joined(separator: " ") }
  }

  private static func files(_ example: Example) -> [File] {
    let given = example.files.sorted { $0.key < $1.key }.map { path, file in
      switch file {
      case .absent: File(path: path, state: .absent)
      case .text(let text): File(path: path, state: .given(text))
      }
    }
    return given
      + example.fixed.sorted { $0.key < $1.key }.map { File(path: $0.key, state: .fixed($0.value)) }
  }
}
