package import Findings
import SourceText

extension Ruleset {
  /// What phase one says of a file, without what was concluded from a value that phase two finds wrong: one mistake is
  /// one finding. What weighs more is not left out for what weighs less.
  ///
  /// - Parameter joined: what phase two says of the same file.
  package func withoutRepetitions(_ findings: [Finding], of joined: [Finding]) -> [Finding] {
    guard !joined.isEmpty, findings.contains(where: { !$0.basis.isEmpty }) else { return findings }
    let judging = Set(rules.filter(\.kind.judgesValues).map(\.id))
    var wrong: [ByteRange: Severity] = [:]
    for finding in joined where judging.contains(finding.rule) {
      wrong[finding.range] = max(finding.severity, wrong[finding.range] ?? .info)
    }
    return findings.filter { finding in
      !finding.basis.contains { range in wrong[range].map { $0 >= finding.severity } ?? false }
    }
  }
}
