package import Findings
package import SourceText

extension Suppressions {
  /// What suppressions make of the findings of their file.
  package struct Applied: Sendable {
    /// Those that stay.
    package var shown: [Finding] = []
    /// Those that are hidden.
    package var hidden: [Report.Suppressed] = []
    /// One for each suppression, or rule of one, that hides nothing.
    package var unused: [Finding] = []
  }

  /// The rule that suppressions which hide nothing are reported under.
  package static let unusedRule: RuleID = "unused-suppression"

  /// Parts the findings of one file.
  ///
  /// - Parameters:
  ///   - findings: those of the file, sorted.
  ///   - source: its text.
  ///   - path: its path.
  ///   - severity: the severity of `unused-suppression`; nothing when it is off.
  ///   - known: all rules that there are, for the closest one to a wrong name.
  ///   - isJudged: whether a rule was in force and could say all about the file, so that a suppression of it that
  ///     hides nothing is certainly unused.
  package func apply(
    to findings: [Finding], source: SourceText, path: String, severity: Severity?, known: [RuleID],
    isJudged: (RuleID) -> Bool
  ) -> Applied {
    var applied = Applied()
    var used = Set<Use>()
    for finding in findings {
      let lines = source.lines(of: finding.range)
      // That a file could not be read is never hidden: what was not checked must not pass for fine.
      guard !RuleID.unreadable.contains(finding.rule),
        let index = all.firstIndex(where: { $0.hides(finding.rule, in: lines) })
      else {
        applied.shown.append(finding)
        continue
      }
      // Another suppression of the same finding is used too: each of them alone would hide it.
      for index in index..<all.count where all[index].hides(finding.rule, in: lines) {
        used.insert(Use(suppression: index, rule: all[index].rules.isEmpty ? nil : finding.rule))
      }
      applied.hidden.append(Report.Suppressed(finding: finding, reason: all[index].reason))
    }
    guard let severity else { return applied }
    let words = UnusedWords(source: source, path: path, severity: severity, known: known)
    for (index, suppression) in all.enumerated() {
      if suppression.rules.isEmpty {
        guard !used.contains(Use(suppression: index, rule: nil)), known.allSatisfy(isJudged) else { continue }
        applied.unused.append(words.finding(suppression))
        continue
      }
      let idle = suppression.rules.indices.filter { place in
        let rule = suppression.rules[place].id
        return !used.contains(Use(suppression: index, rule: rule))
          && (!known.contains(rule) || isJudged(rule))
      }
      // A name that is no rule's stays in the comment: somebody must say what it means.
      let removable = idle.filter { known.contains(suppression.rules[$0].id) }
      for place in idle {
        applied.unused.append(words.finding(place, removable: removable, of: suppression))
      }
    }
    applied.unused += mistakes.map(words.finding)
    return applied
  }

  /// Whether one of them hides a finding of their file.
  package func hide(_ finding: Finding, in source: SourceText) -> Bool {
    let lines = source.lines(of: finding.range)
    return all.contains { $0.hides(finding.rule, in: lines) }
  }

  private struct Use: Hashable {
    let suppression: Int
    let rule: RuleID?
  }
}

extension SourceText {
  /// The first and the last line, from 1, that have some of `range`.
  func lines(of range: ByteRange) -> ClosedRange<Int> {
    let first = position(at: range.start).line
    return first...max(first, position(at: max(range.start, range.end - 1)).line)
  }
}
