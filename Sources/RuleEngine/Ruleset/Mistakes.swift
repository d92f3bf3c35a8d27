package import Findings
package import SourceText
package import YAML

/// The mistakes found while a ruleset or a configuration is read.
package struct Mistakes: Sendable {
  /// The rule that they are reported under.
  private let rule: RuleID

  /// All of them, in the order in which they were found.
  package private(set) var findings: [Finding] = []

  /// No mistakes yet; they will be reported under `rule`.
  package init(rule: RuleID = "ruleset") {
    self.rule = rule
  }

  /// Whether nothing stands in the way of using what was read.
  package var areNone: Bool { !findings.contains { $0.severity == .error } }

  /// Adds a mistake in a file.
  package mutating func add(
    _ message: String, in file: RulesetFile, at range: ByteRange, suggestions: [String] = [],
    help: String? = nil, severity: Severity = .error
  ) {
    add(message, path: file.shownPath, at: range, suggestions: suggestions, help: help, severity: severity)
  }

  /// Adds a mistake in the file that is shown as `path`.
  package mutating func add(
    _ message: String, path: String, at range: ByteRange, suggestions: [String] = [], help: String? = nil,
    severity: Severity = .error
  ) {
    add(
      Finding(
        rule: rule, severity: severity, message: message, path: path, range: range,
        suggestions: suggestions.map { Suggestion($0) }, help: help))
  }

  /// Adds a mistake that is complete.
  package mutating func add(_ finding: Finding) {
    // Two rules may trip over one mistake, such as a schema that both use.
    if !findings.contains(finding) { findings.append(finding) }
  }
}

/// A file of a ruleset, or a configuration, with its tree.
package struct RulesetFile: Sendable {
  /// Its path from the ruleset's folder.
  let path: String
  /// Its path as people find it: with the folder's place.
  let shownPath: String
  /// Its tree.
  package let tree: Tree
  /// The root of its only document.
  package let root: NodeID

  /// Reads the only document of a file; nothing, with mistakes, when it has none.
  ///
  /// - Parameters:
  ///   - source: its text.
  ///   - path: its path from the ruleset's folder.
  ///   - shownPath: its path as people find it.
  package init?(_ source: SourceText, path: String, shownPath: String, _ mistakes: inout Mistakes) {
    let loaded = loadYAML(source)
    // These files are read as YAML 1.2 by metrolint alone, so that an `on` or `off` in them misleads nobody.
    for problem in loaded.problems where problem.kind != .ambiguousScalar {
      let severity = BuiltInRules.rule(named: BuiltInRules.id(for: problem.kind))?.severity ?? .error
      mistakes.add(problem.finding(path: shownPath, severity: severity, tree: loaded.tree))
    }
    guard let tree = loaded.tree else { return nil }
    guard let first = tree.documents.first else {
      mistakes.add(
        "the file is empty", path: shownPath, at: ByteRange(at: 0), help: "write it, or remove the file")
      return nil
    }
    if tree.documents.count > 1 {
      mistakes.add(
        "this file is one YAML document, but a second one begins here", path: shownPath,
        at: tree.firstLine(ofDocument: tree.documents[1].root), help: "put it into a file of its own")
    }
    self.init(path: path, shownPath: shownPath, tree: tree, root: first.root)
  }

  private init(path: String, shownPath: String, tree: Tree, root: NodeID) {
    self.path = path
    self.shownPath = shownPath
    self.tree = tree
    self.root = root
  }
}
