import Findings
import RuleEngine
import SourceText
import Spelling

/// What is said of suppressions that hide nothing.
struct UnusedWords {
  let source: SourceText
  let path: String
  let severity: Severity
  /// All rules that there are.
  let known: [RuleID]

  /// A comment that names no rule.
  func finding(_ suppression: Suppression) -> Finding {
    var finding = finding(
      "this comment hides nothing", at: suppression.range, key: suppression.scope.rawValue,
      help: "remove the comment")
    finding.fixes = [removal(of: suppression)]
    return finding
  }

  /// One of the rules that a comment names.
  ///
  /// - Parameters:
  ///   - place: which of its rules.
  ///   - removable: the places of all of them that hide nothing and go away, in order.
  func finding(_ place: Int, removable: [Int], of suppression: Suppression) -> Finding {
    let rule = suppression.rules[place]
    guard known.contains(rule.id) else {
      let closest = Closest.matches(to: rule.id.rawValue, among: known.map(\.rawValue))
      let hint = closest.first.map { "; did you mean \($0)?" } ?? ""
      var finding = finding(
        "there is no rule \(rule.id)\(hint)", at: rule.range, value: rule.id.rawValue,
        help: "name a rule that metrolint rules lists")
      finding.suggestions = closest.map { Suggestion($0) }
      return finding
    }
    let isWhole = removable.count == suppression.rules.count
    var finding = finding(
      "this comment hides nothing of \(rule.id)", at: rule.range, value: rule.id.rawValue,
      help: isWhole ? "remove the comment" : "remove \(rule.id) from the comment")
    if !isWhole {
      finding.fixes = [removal(of: place, among: removable, of: suppression)]
    } else if place == 0 {
      // The first one's fix removes the comment; one fix is enough.
      finding.fixes = [removal(of: suppression)]
    }
    return finding
  }

  /// A comment, or a part of one, that does not count.
  func finding(_ mistake: SuppressionMistake) -> Finding {
    let scopes = Suppression.Scope.allCases.map(\.rawValue)
    let closest = mistake.kind == .noScope ? Closest.matches(to: mistake.word, among: scopes) : []
    let message =
      switch mistake.kind {
      case .noColon: "\(mistake.word) hides nothing without a colon after metrolint"
      case .noScope:
        "\(mistake.word) hides nothing; "
          + (closest.first.map { "did you mean \($0)?" } ?? "there are \(scopes.joined(separator: ", "))")
      case .noSeparator:
        "\(mistake.word) does not count: a further rule stands after a comma, and a reason after --"
      }
    var finding = finding(
      message, at: mistake.range, value: mistake.word,
      help: "write # metrolint: disable-next-line RULE, RULE -- reason")
    finding.suggestions = closest.map { Suggestion($0) }
    return finding
  }

  /// - Parameter key: what the finding is known by beside its file, when it has no value.
  private func finding(
    _ message: String, at range: ByteRange, value: String? = nil, key: String = "", help: String
  ) -> Finding {
    Finding(
      rule: Suppressions.unusedRule, severity: severity, message: message, path: path, range: range,
      value: value, help: help,
      fingerprint: Fingerprint.hash([Suppressions.unusedRule.rawValue, path, value ?? key]))
  }
}

// MARK: Fixes

extension UnusedWords {
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
    return fix("remove the comment", removing: ByteRange(start, end))
  }

  /// Takes one rule out of a comment that keeps others, with the comma that kept it apart. The edits of several rules
  /// do not touch each other.
  private func removal(of place: Int, among removable: [Int], of suppression: Suppression) -> Fix {
    let rules = suppression.rules
    let keepsLater = (place + 1..<rules.count).contains { !removable.contains($0) }
    let range =
      keepsLater
      ? ByteRange(rules[place].range.start, rules[place + 1].range.start)
      : ByteRange(rules[place - 1].range.end, rules[place].range.end)
    return fix("remove \(rules[place].id)", removing: range)
  }

  private func fix(_ title: String, removing range: ByteRange) -> Fix {
    let edit = TextEdit(range: range, text: "")
    return Fix(title: title, isSafe: true, edits: [FileEdit(path: path, edit: edit)])
  }
}
