package import Findings
import RuleEngine
package import SourceText
import YAML

/// Findings that a team has agreed to live with for now: what they hide is known by its fingerprint, so that lines
/// may move and lists be reordered.
package struct Baseline: Sendable {
  /// The rule that entries which hide nothing are reported under.
  package static let staleRule: RuleID = "stale-baseline"

  /// The version of the file's form.
  private static let version = 1

  /// One finding of the file.
  struct Entry: Sendable {
    let fingerprint: String
    var rule: RuleID
    let path: String
    /// The bytes of the entry's fingerprint.
    let range: ByteRange
  }

  /// The file, relative to the data set's root.
  package let path: String
  /// Its text.
  package let source: SourceText
  private var entries: [Entry]

  /// Why a file is no baseline.
  package struct Mistake: Error, Sendable {
    /// The bytes that are wrong.
    package let range: ByteRange
    /// What is wrong, without a final stop.
    package let message: String
  }

  /// Reads a baseline; throws what is wrong with it.
  package init(_ source: SourceText, path: String) throws(Mistake) {
    self.path = path
    self.source = source
    let loaded = loadYAML(source)
    if let problem = loaded.problems.first(where: { $0.kind.isFatal }) {
      throw Mistake(range: problem.range, message: problem.message)
    }
    guard let tree = loaded.tree, let root = tree.documents.first?.root, tree.kind(of: root) == .mapping,
      let list = tree.value("findings", of: root), tree.kind(of: list) == .sequence
    else {
      throw Mistake(
        range: source.contentRange, message: "this is no baseline; make one with --write-baseline")
    }
    if let version = tree.value("version", of: root), tree.number(of: version)?.integer != Baseline.version {
      throw Mistake(
        range: tree.range(of: version),
        message:
          "this baseline has version \(tree.text(of: version)), and this metrolint reads version \(Baseline.version)"
      )
    }
    var entries: [Entry] = []
    for element in tree.elements(of: list) { entries.append(try Baseline.entry(element, in: tree)) }
    self.entries = entries
  }

  private static func entry(_ node: NodeID, in tree: Tree) throws(Mistake) -> Entry {
    func member(_ name: String) throws(Mistake) -> NodeID {
      guard tree.kind(of: node) == .mapping, let value = tree.value(name, of: node),
        tree.kind(of: value) == .string, !tree.text(of: value).isEmpty
      else { throw Mistake(range: tree.range(of: node), message: "this entry has no \(name)") }
      return value
    }
    let fingerprint = try member("fingerprint")
    return Entry(
      fingerprint: tree.text(of: fingerprint), rule: RuleID(rawValue: tree.text(of: try member("rule"))),
      path: tree.text(of: try member("path")), range: tree.range(of: fingerprint))
  }

  /// The file that holds exactly these findings: one a line, sorted, so that changes to it are easy to read.
  package static func text(of findings: [Finding]) -> String {
    var text = "{\n  \"version\": \(version),\n  \"findings\": ["
    var separator = "\n    "
    for finding in findings.sorted() {
      text += separator
      separator = ",\n    "
      var fields = "{"
      for (name, value) in [
        ("fingerprint", finding.fingerprint), ("rule", finding.rule.rawValue), ("path", finding.path),
        ("message", finding.message),
      ] {
        fields += fields == "{" ? "" : ", "
        JSONString.append(name, to: &fields)
        fields += ": "
        JSONString.append(value, to: &fields)
      }
      text += fields + "}"
    }
    return text + (findings.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
  }
}

extension Baseline {
  /// The same baseline with what `name` gives for the rules that it has a name for.
  func renamed(_ name: (RuleID) -> RuleID?) -> Baseline {
    var baseline = self
    for index in entries.indices {
      baseline.entries[index].rule = name(entries[index].rule) ?? entries[index].rule
    }
    return baseline
  }

  /// What the baseline makes of the findings of a set.
  package struct Applied: Sendable {
    /// Those that stay.
    package var shown: [Finding] = []
    /// Those that are hidden.
    package var hidden: [Finding] = []
    /// One for each entry that hides nothing.
    package var stale: [Finding] = []
  }

  /// Parts the findings of a set.
  ///
  /// - Parameters:
  ///   - suppressed: what comments hide already.
  ///   - severity: the severity of `stale-baseline`; nothing when it is off.
  ///   - known: all rules that there are.
  ///   - isJudged: whether a rule was in force and could say all about a file, so that an entry that hides nothing
  ///     is certainly stale.
  package func apply(
    to findings: [Finding], suppressed: [Finding], severity: Severity?, known: Set<RuleID>,
    isJudged: (RuleID, _ path: String) -> Bool
  ) -> Applied {
    let fingerprints = Set(entries.map(\.fingerprint))
    var applied = Applied()
    var used = Set<String>()
    for finding in findings {
      let own = ([finding.fingerprint] + finding.formerFingerprints).filter(fingerprints.contains)
      if !own.isEmpty {
        applied.hidden.append(finding)
        used.formUnion(own)
      } else {
        applied.shown.append(finding)
      }
    }
    guard let severity else { return applied }
    let hiddenElsewhere = Set(suppressed.flatMap { [$0.fingerprint] + $0.formerFingerprints })
    for (index, entry) in entries.enumerated() where !used.contains(entry.fingerprint) {
      let reason: String
      if !known.contains(entry.rule) {
        reason = "there is no rule \(entry.rule)"
      } else if hiddenElsewhere.contains(entry.fingerprint) {
        reason = "a comment hides what \(entry.rule) finds in \(entry.path)"
      } else if isJudged(entry.rule, entry.path) {
        reason = "\(entry.rule) does not find it in \(entry.path)"
      } else {
        continue
      }
      applied.stale.append(stale(entry, at: index, because: reason, severity))
    }
    return applied
  }

  private func stale(_ entry: Entry, at index: Int, because reason: String, _ severity: Severity) -> Finding {
    Finding(
      rule: Baseline.staleRule, severity: severity,
      message: "this entry hides nothing any more: \(reason)", path: path, range: entry.range,
      pointer: "/findings/\(index)/fingerprint", value: entry.fingerprint,
      help: "remove the entry, or write the baseline anew with --write-baseline",
      fingerprint: Fingerprint.hash([Baseline.staleRule.rawValue, path, entry.fingerprint]))
  }
}
