package import Findings

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
    let places = findings.placesOfWorst(most)
    let kept = Set(places)
    for index in findings.indices where !kept.contains(index) {
      cut[findings[index].severity, default: 0] += 1
      if findings[index].isFixable { cutFixable += 1 }
    }
    findings = places.map { findings[$0] }
  }
}

extension [Finding] {
  /// The worst `most` of them, in their order; of equally bad ones the first.
  package func worst(_ most: Int) -> [Finding] {
    count > most ? placesOfWorst(most).map { self[$0] } : self
  }

  /// Where the worst `most` of them are, rising.
  fileprivate func placesOfWorst(_ most: Int) -> [Int] {
    var left = most
    var places: [Int] = []
    for severity in Severity.allCases.sorted(by: >) where left > 0 {
      let equal = indices.filter { self[$0].severity == severity }.prefix(left)
      places += equal
      left -= equal.count
    }
    return places.sorted()
  }
}
