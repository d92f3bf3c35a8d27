/// What one check has to say: all that a reporter needs but the sources' text.
package struct Report: Sendable, Hashable {
  /// A program or a ruleset, with its version.
  package struct Product: Sendable, Hashable {
    /// Its name.
    package var name: String
    /// Its version, `MAJOR.MINOR.PATCH`.
    package var version: String
    /// Where people read about it, as an absolute URI.
    package var informationURI: String?

    /// A product with a version.
    package init(name: String, version: String, informationURI: String? = nil) {
      self.name = name
      self.version = version
      self.informationURI = informationURI
    }
  }

  /// A rule in force, as SARIF and documentation tell it.
  package struct Rule: Sendable, Hashable {
    /// Its name.
    package var id: RuleID
    /// One sentence.
    package var summary: String
    /// Why it matters and what to do; empty when the ruleset gives none.
    package var rationale: String
    /// The severity in force.
    package var severity: Severity
    /// The kind of rule (`reference`, `schema`, …), or `built-in`.
    package var kind: String

    /// A rule with its description.
    package init(id: RuleID, summary: String, rationale: String, severity: Severity, kind: String) {
      self.id = id
      self.summary = summary
      self.rationale = rationale
      self.severity = severity
      self.kind = kind
    }
  }

  /// A finding that a comment hides.
  package struct Suppressed: Sendable, Hashable {
    /// The finding.
    package var finding: Finding
    /// The reason that the comment gives.
    package var reason: String?

    /// A finding with the reason why it is hidden.
    package init(finding: Finding, reason: String?) {
      self.finding = finding
      self.reason = reason
    }
  }

  /// A file that was looked at.
  package struct File: Sendable, Hashable {
    /// Its path, relative to the data set's root, with `/`.
    package var path: String
    /// How many documents it has; 0 when it could not be read.
    package var documents: Int
    /// Whether it could be read as YAML.
    package var isChecked: Bool

    /// A file with its documents.
    package init(path: String, documents: Int, isChecked: Bool) {
      self.path = path
      self.documents = documents
      self.isChecked = isChecked
    }
  }

  /// The program.
  package var tool: Product

  /// The data set's root as it was named, relative to the folder that the command ran in; `.` for that folder.
  package var root: String

  /// The ruleset; nothing when there is none.
  package var ruleset: Product?

  /// The rules in force, by id.
  package var rules: [Rule]

  /// All files looked at, by path.
  package var files: [File]

  /// What was found, sorted.
  package var findings: [Finding]

  /// What comments hide, sorted.
  package var suppressed: [Suppressed]

  /// What the baseline hides, sorted.
  package var baselined: [Finding]

  /// What could not be checked, sorted.
  package var notChecked: [NotChecked]

  /// How many findings were cut by a limit, by severity; the findings themselves are gone.
  package var cut: [Severity: Int]

  /// How many of the findings that were cut have a safe fix.
  package var cutFixable = 0

  /// A report.
  package init(
    tool: Product, root: String, ruleset: Product?, rules: [Rule], files: [File], findings: [Finding],
    suppressed: [Suppressed] = [], baselined: [Finding] = [], notChecked: [NotChecked] = [],
    cut: [Severity: Int] = [:]
  ) {
    self.tool = tool
    self.root = root
    self.ruleset = ruleset
    self.rules = rules
    self.files = files
    self.findings = findings
    self.suppressed = suppressed
    self.baselined = baselined
    self.notChecked = notChecked
    self.cut = cut
  }

  /// How many findings of `severity` there are, those cut included.
  package func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity } + cut[severity, default: 0]
  }

  /// How many documents the files have.
  package var documents: Int { files.reduce(0) { $0 + $1.documents } }

  /// How many findings have a safe fix, those cut included.
  package var fixable: Int { findings.count(where: \.isFixable) + cutFixable }
}

extension Finding {
  /// Whether it has a safe fix.
  package var isFixable: Bool { fixes.contains(where: \.isSafe) }
}
