package import Findings
package import YAML

/// A rule that needs no ruleset.
package struct BuiltInRule: Sendable, Hashable {
  /// Its name.
  package let id: RuleID
  /// How much its findings weigh, if nobody says otherwise.
  package let severity: Severity
  /// One sentence: what holds when it is kept.
  package let summary: String
  /// Why it matters.
  package let rationale: String
  /// One line: what to do.
  package let help: String
}

/// The rules that need no ruleset, by id.
package enum BuiltInRules {
  /// All of them.
  package static let all: [BuiltInRule] = [
    BuiltInRule(
      id: "duplicate-key", severity: .error, summary: "A key of an index names one entry",
      rationale: """
        Other files refer to the entries of an index by their keys. Where two entries have one key, or an alias of \
        one is also a name of another, nobody can tell which of them is meant.
        """,
      help: "rename one of the two, or remove it"),
    BuiltInRule(
      id: "missing-source", severity: .error, summary: "Every required source has a file",
      rationale: """
        Rules that compare other files with this source cannot say anything without it; they are reported as not \
        checked.
        """,
      help: "add the file, or correct its name"),
    BuiltInRule(
      id: "stale-baseline", severity: .error,
      summary: "Every entry of the baseline hides a finding",
      rationale: """
        A baseline holds the findings of the past that are not to be seen each time. An entry that hides nothing was \
        repaired, and would hide the same mistake when it comes back.
        """,
      help: "write the baseline again with --write-baseline"),
    BuiltInRule(
      id: "unknown-file", severity: .warning, summary: "Every YAML file belongs to a source",
      rationale: """
        No rule looks at a file that no source of the ruleset takes in. Most often its name or its folder is \
        misspelt.
        """,
      help: "rename or move it, or exclude it in .metrolint.yaml"),
    BuiltInRule(
      id: "unreadable-file", severity: .error, summary: "Every file of the data set can be read",
      rationale:
        "What a file says is not known when it cannot be opened, is no file, or is a link to nowhere.",
      help: "make it a file that can be read"),
    BuiltInRule(
      id: "unused-suppression", severity: .warning, summary: "Every suppression hides a finding",
      rationale: """
        A comment that hides nothing was left behind by a repair, or names another rule or line than was meant. It \
        would hide the next mistake at its place.
        """,
      help: "remove the comment"),
    BuiltInRule(
      id: "yaml-ambiguous-scalar", severity: .warning,
      summary: "A value means the same to every YAML tool",
      rationale: """
        YAML 1.1 and YAML 1.2 read some texts without quotes differently: no, on, 010, 1:30, 1_000. Such a value is \
        one thing here and another in a tool for the other version. Quotes make it text everywhere.
        """,
      help: "put it in quotes if it is text"),
    BuiltInRule(
      id: "yaml-duplicate-key", severity: .error, summary: "A key stands once in a mapping",
      rationale: "YAML allows a key only once; of two, most tools silently drop the first.",
      help: "keep one of the two"),
    BuiltInRule(
      id: "yaml-encoding", severity: .error,
      summary: "A file is text in UTF-8, or UTF-16 with a byte order mark",
      rationale: """
        A file in another encoding, or with NUL or control characters, was most often saved by an old program or \
        damaged on its way.
        """,
      help: "save the file as UTF-8"),
    BuiltInRule(
      id: "yaml-limit", severity: .error,
      summary: "A file asks for no more than a machine can give",
      rationale: """
        Nesting, size and what aliases repeat are limited, so that no file can stop the check of the others.
        """,
      help: "make the file smaller or flatter"),
    BuiltInRule(
      id: "yaml-syntax", severity: .error, summary: "A file is YAML",
      rationale: """
        What a file says is not known while it is no YAML. The rest of the set is still checked; rules that need this \
        file are reported as not checked.
        """,
      help: "correct the text at the place shown"),
    BuiltInRule(
      id: "yaml-undefined-alias", severity: .error,
      summary: "Every alias names an anchor before it",
      rationale:
        "An alias (*name) repeats what an anchor (&name) of the same document has marked before.",
      help: "define the anchor before this place, or put a text that begins with * in quotes"),
    BuiltInRule(
      id: "yaml-unknown-tag", severity: .warning, summary: "A tag is one of YAML's own",
      rationale: """
        Tags that begin with ! are instructions for one program. Other tools refuse them or ignore them; here the \
        value is read as if there were none.
        """,
      help: "remove the tag"),
  ]

  /// The rule of this name.
  package static func rule(named id: RuleID) -> BuiltInRule? {
    all.first { $0.id == id }
  }

  /// The rule that a problem of a file as YAML breaks.
  package static func id(for problem: Problem.Kind) -> RuleID {
    switch problem {
    case .syntax: "yaml-syntax"
    case .encoding: "yaml-encoding"
    case .limit: "yaml-limit"
    case .duplicateKey: "yaml-duplicate-key"
    case .ambiguousScalar: "yaml-ambiguous-scalar"
    case .undefinedAlias: "yaml-undefined-alias"
    case .unknownTag: "yaml-unknown-tag"
    }
  }
}
