import Findings

/// What a SARIF log shows of a report: the worst first, and no more than readers keep.
struct SARIFSelection {
  /// A finding, and how it is hidden when it is.
  struct Result {
    /// What keeps a finding from being shown (3.35).
    enum Suppression {
      /// A comment in the file, with its reason.
      case comment(reason: String?)
      /// The baseline.
      case baseline
    }

    var finding: Finding
    var suppression: Suppression?
  }

  /// GitHub keeps this many results of a run, and refuses a log with five times as many.
  private static let limit = 5_000

  /// The results, the worst first; those that are hidden after all others.
  let results: [Result]

  /// What is missing because of the limit; nothing when nothing is.
  let leftOut: String?

  /// The results of `report`.
  init(_ report: Report) {
    let all =
      report.worstFirst.map { Result(finding: $0, suppression: nil) }
      + report.suppressed.map { Result(finding: $0.finding, suppression: .comment(reason: $0.reason)) }
      + report.baselined.map { Result(finding: $0, suppression: .baseline) }
    results = Array(all.prefix(Self.limit))
    let rest = all.count - results.count
    leftOut = rest > 0 ? "not shown: \(English.count(rest, "result")) after the worst \(results.count)" : nil
  }
}
