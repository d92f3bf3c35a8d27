import Findings

extension Report {
  /// Keeps only what touches these files, by their paths from the root: what is said of them, and what is said of
  /// others with a place in them.
  mutating func keep(touching paths: Set<String>) {
    func touches(_ finding: Finding) -> Bool {
      paths.contains(finding.path) || finding.related.contains { paths.contains($0.path) }
    }
    findings.removeAll { !touches($0) }
    suppressed.removeAll { !touches($0.finding) }
    baselined.removeAll { !touches($0) }
    notChecked.removeAll { !paths.contains($0.path) }
  }

  /// Keeps the worst `most` findings, and counts the others.
  mutating func cut(to most: Int) {
    guard findings.count > most else { return }
    let order = findings.indices.sorted {
      (findings[$1].severity, $0) < (findings[$0].severity, $1)
    }
    for index in order[most...] {
      cut[findings[index].severity, default: 0] += 1
      if findings[index].isFixable { cutFixable += 1 }
    }
    findings = order[..<most].sorted().map { findings[$0] }
  }
}
