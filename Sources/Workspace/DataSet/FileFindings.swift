import Findings
import RuleEngine
import SourceText
import Spelling

// What is said of whole files.

extension Finding {
  /// A YAML file that belongs to no source.
  static func unknownFile(_ path: String, _ severity: Severity, _ ruleset: Ruleset) -> Finding {
    let patterns = ruleset.sources.flatMap(\.patterns)
    let closest = Closest.matches(to: path, among: patterns.filter { !$0.contains("*") })
    return Finding(
      ofFile: path, .unknownFile, severity,
      "the ruleset \(ruleset.name) has no place for \(path), so nothing looks into it"
        + (closest.first.map { "; did you mean \($0)?" } ?? ""),
      suggestions: closest,
      help:
        "rename or move it (files of the set: \(patterns.joined(separator: ", "))), or exclude it in \(Configuration.fileName)"
    )
  }

  /// A required source without a file.
  static func missing(_ source: Ruleset.Source, _ severity: Severity) -> Finding {
    // The file that should be there, when the ruleset names it; else the pattern that says where.
    let patterns = source.patterns
    var finding = Finding(
      ofFile: patterns.first ?? source.name, .missingSource, severity,
      "there is no file \(patterns.joined(separator: " or ")), which the ruleset needs for \(source.name)",
      help: "add it, or correct the name of the file that is meant")
    finding.value = source.name
    return finding
  }

  /// A file that cannot be read.
  static func unreadable(_ path: String, _ problem: FileProblem, _ severity: Severity) -> Finding {
    Finding(ofFile: path, .unreadableFile, severity, "\(path) \(problem.reason)", help: problem.help)
  }

  private init(
    ofFile path: String, _ rule: RuleID, _ severity: Severity, _ message: String, suggestions: [String] = [],
    help: String
  ) {
    self.init(
      rule: rule, severity: severity, message: message, path: path, range: ByteRange(at: 0), value: path,
      suggestions: suggestions.map { Suggestion($0) }, help: help,
      fingerprint: Fingerprint.hash([rule.rawValue, path]))
  }
}

extension Ruleset.Source {
  /// The patterns that take files in.
  fileprivate var patterns: [String] { files.filter { !$0.isExclusion }.map(\.pattern) }
}
