extension Ruleset {
  /// The queries by which a rule of phase two looks elsewhere or in one of several places, as "QUERY in SOURCE", that
  /// selected nothing in any file: one of them may be misspelt.
  package func idleQueries(of rule: Rule, filled: Set<Int>) -> [String] {
    let subjects = rule.kind.subjects.count > 1 ? rule.kind.subjects : []
    return (subjects + rule.kind.others).compactMap { number in
      let collector = plan.collectors[number]
      // An empty list is no misspelt query, and every file has a document.
      guard collector.expansion == nil, !collector.selection.isDocument,
        !filled.contains(number)
      else { return nil }
      return "\(collector.selection.text) in \(sources[collector.source].name)"
    }.uniqued
  }
}

extension FileFacts {
  /// Adds the collectors that have rows in the file to `collectors`, which has one bit for each.
  package func addFilledCollectors(to collectors: inout [UInt64]) {
    for section in sections { collectors.insertBit(Int(section.collector)) }
  }
}

extension [UInt64] {
  /// The numbers of the bits that are set, rising.
  package var bits: [Int] {
    (0..<count * 64).filter { self[$0 >> 6] & 1 << UInt64($0 & 63) != 0 }
  }
}
