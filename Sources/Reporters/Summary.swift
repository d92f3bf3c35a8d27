import Findings

/// What a report says as a whole: what was in play, what was found, and what is not shown.
struct Summary {
  private let report: Report

  /// The summary of `report`.
  init(_ report: Report) {
    self.report = report
  }

  /// The lines of the summary; the first has the totals.
  func lines(_ options: ReportOptions) -> [String] {
    let palette = Palette(isOn: options.color)
    var lines: [String] = []
    if !options.quiet { lines.append("\(inPlay): \(found(palette))") }
    lines += notChecked(verbose: options.verbose).map { palette.paint("not checked", .warning) + ": " + $0 }
    if !options.quiet {
      if options.verbose { lines += hiddenFindings }
      if let hidden { lines.append(hidden) }
    }
    if let cut { lines.append(cut) }
    if !options.quiet, report.fixable > 0 { lines.append("\(report.fixable) can be fixed with --fix") }
    return lines
  }

  /// "Samples/metropolis-2021: 38 files, 38 documents, 31 rules".
  var inPlay: String {
    (report.root == "." ? "" : Visible.text(report.root) + ": ") + counts
  }

  /// "38 files, 38 documents, 31 rules".
  var counts: String {
    [
      English.count(report.files.count, "file"), English.count(report.documents, "document"),
      English.count(report.rules.count, "rule"),
    ].joined(separator: ", ")
  }

  /// "2 errors, 1 info", or that there is nothing.
  func found(_ palette: Palette = Palette(isOn: false)) -> String {
    let counts = severities(report.count).map { severity, count in
      palette.paint(English.count(count, severity.rawValue), Style(severity))
    }
    if !counts.isEmpty { return counts.joined(separator: ", ") }
    if report.notChecked.isEmpty { return palette.paint("nothing found", .fine) }
    return "nothing found in what could be checked"
  }

  /// What is missing because of `--max-findings`; nothing when nothing is.
  var cut: String? {
    let counts = severities { report.cut[$0, default: 0] }
    guard !counts.isEmpty else { return nil }
    return "not shown: " + English.list(counts.map { English.count($1, $0.rawValue) })
  }

  /// The severities that `count` gives a number for, the worst first.
  private func severities(_ count: (Severity) -> Int) -> [(Severity, Int)] {
    Severity.allCases.reversed().map { ($0, count($0)) }.filter { $0.1 > 0 }
  }
}

// MARK: What is hidden

extension Summary {
  /// How much comments and the baseline hide; nothing when they hide nothing.
  private var hidden: String? {
    let counts = [
      (report.suppressed.count, "by comments"), (report.baselined.count, "by the baseline"),
    ].filter { $0.0 > 0 }
    guard !counts.isEmpty else { return nil }
    return "hidden: " + counts.map { "\($0) \($1)" }.joined(separator: ", ")
  }

  private var hiddenFindings: [String] {
    report.suppressed.map { suppressed in
      let reason = suppressed.reason.map { ": " + Visible.text($0) } ?? " without a reason"
      return "hidden by a comment\(reason): \(line(suppressed.finding))"
    } + report.baselined.map { "hidden by the baseline: \(line($0))" }
  }

  private func line(_ finding: Finding) -> String {
    "\(Visible.text(finding.path)): \(Visible.text(finding.message)) [\(finding.rule)]"
  }
}

// MARK: What was not checked

extension Summary {
  /// One line for each reason: the rules and where they could not say anything.
  func notChecked(verbose: Bool) -> [String] {
    var reasons: [String] = []
    var notes: [String: [NotChecked]] = [:]
    for note in report.notChecked {
      if notes[note.reason] == nil { reasons.append(note.reason) }
      notes[note.reason, default: []].append(note)
    }
    let limit = verbose ? Int.max : 3
    return reasons.map { reason in
      let notes = notes[reason] ?? []
      let rules = Set(notes.map(\.rule)).sorted().map { Visible.text($0.rawValue) }
      let paths = Set(notes.map(\.path)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let files =
        paths.count <= limit
        ? English.list(paths.map { Visible.text($0) }) : English.count(paths.count, "file")
      return "\(English.list(rules, limit: limit)) in \(files): \(Visible.text(reason))"
    }
  }
}
