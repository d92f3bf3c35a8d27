package import Findings
package import SourceText
import Spelling

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
      let line = source.position(at: finding.range.start).line
      guard let index = all.firstIndex(where: { $0.hides(finding.rule, inLine: line) }) else {
        applied.shown.append(finding)
        continue
      }
      // Another suppression of the same finding is used too: each of them alone would hide it.
      for index in index..<all.count where all[index].hides(finding.rule, inLine: line) {
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
      let idle = suppression.rules.filter {
        !used.contains(Use(suppression: index, rule: $0.id)) && (!known.contains($0.id) || isJudged($0.id))
      }
      for rule in idle {
        applied.unused.append(
          words.finding(rule, of: suppression, isAll: idle.count == suppression.rules.count))
      }
    }
    applied.unused += mistakes.map(words.finding)
    return applied
  }

  private struct Use: Hashable {
    let suppression: Int
    let rule: RuleID?
  }
}

/// What is said of suppressions that hide nothing.
private struct UnusedWords {
  let source: SourceText
  let path: String
  let severity: Severity
  let known: [RuleID]

  func finding(_ suppression: Suppression) -> Finding {
    var finding = finding("this comment hides nothing", at: suppression.range, help: "remove the comment")
    finding.fixes = [removal(of: suppression)]
    return finding
  }

  func finding(_ rule: Suppression.NamedRule, of suppression: Suppression, isAll: Bool) -> Finding {
    guard known.contains(rule.id) else {
      let closest = Closest.matches(to: rule.id.rawValue, among: known.map(\.rawValue))
      let hint = closest.first.map { "; did you mean \($0)?" } ?? ""
      var finding = finding(
        "there is no rule \(rule.id)\(hint)", at: rule.range, value: rule.id.rawValue,
        help: "name a rule that metrolint rules lists")
      finding.suggestions = closest.map { Suggestion($0) }
      return finding
    }
    var finding = finding(
      "this comment hides nothing of \(rule.id)", at: rule.range, value: rule.id.rawValue,
      help: isAll ? "remove the comment" : "remove \(rule.id) from the comment")
    // Of a comment with several rules that hide nothing the first one's fix removes it; one fix is enough.
    if isAll, rule == suppression.rules.first { finding.fixes = [removal(of: suppression)] }
    return finding
  }

  func finding(_ mistake: SuppressionMistake) -> Finding {
    let scopes = Suppression.Scope.allCases.map(\.rawValue)
    let closest = Closest.matches(to: mistake.word, among: scopes)
    let hint = closest.first.map { "did you mean \($0)?" } ?? "there are \(scopes.joined(separator: ", "))"
    var finding = finding(
      "\(mistake.word) hides nothing; \(hint)", at: mistake.range, value: mistake.word,
      help: "write # metrolint: disable-next-line RULE -- reason")
    finding.suggestions = closest.map { Suggestion($0) }
    return finding
  }

  private func finding(_ message: String, at range: ByteRange, value: String? = nil, help: String) -> Finding
  {
    Finding(
      rule: Suppressions.unusedRule, severity: severity, message: message, path: path, range: range,
      value: value,
      help: help, fingerprint: "")
  }

  /// Takes the comment away with the blanks before it, and its line when nothing else is in it.
  private func removal(of suppression: Suppression) -> Fix {
    var (start, end) = (suppression.range.start, suppression.range.end)
    let bytes = source.bytes
    while start > source.contentStart,
      bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t")
    {
      start -= 1
    }
    let isWholeLine =
      start == source.contentStart || bytes[start - 1] == UInt8(ascii: "\n")
      || bytes[start - 1] == UInt8(ascii: "\r")
    if isWholeLine, end < bytes.count {
      if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\n") {
        end += 1
      }
      end += 1
    }
    let edit = TextEdit(range: ByteRange(start, end), text: "")
    return Fix(title: "remove the comment", isSafe: true, edits: [FileEdit(path: path, edit: edit)])
  }
}
