extension FactStore {
  /// The queries of `ruleset` that found something in some file, by rising number: those of collectors, and after them those
  /// of their values.
  package func filledQueries(_ ruleset: Ruleset) -> [Int] {
    // Those of which there are no rows.
    var others: [UInt64] = []
    for file in files { file.addSelecting(to: &others) }
    let hasFound = { (query: Int) in others.hasBit(ruleset.rules.count + query) }
    let collectors = ruleset.plan.collectors.indices.filter { hasRows(of: $0) || hasFound($0) }
    return collectors
      + collectors.flatMap { collector in
        let first = ruleset.plan.firstValue(of: collector)
        return (1..<ruleset.plan.collectors[collector].width)
          .filter { hasValue($0, of: collector) || hasFound(first + $0 - 1) }.map { first + $0 - 1 }
      }
  }
}

extension Ruleset {
  /// The queries by which a rule of phase two looks elsewhere, in one of several places, or for values of what it selects,
  /// as "QUERY in SOURCE", that found nothing in any file: one of them may be misspelt.
  ///
  /// - Parameter filled: the numbers of `FactStore.filledQueries`.
  package func idleQueries(of rule: Rule, filled: Set<Int>) -> [String] {
    let subjects = rule.kind.subjects.count > 1 ? rule.kind.subjects : []
    let elsewhere = (subjects + rule.kind.others).compactMap { number -> String? in
      let collector = plan.collectors[number]
      // An empty list is no misspelt query, and every file has a document.
      guard collector.expansion == nil, !collector.selection.isDocument, !filled.contains(number) else {
        return nil
      }
      return shown(collector.selection.text, collector)
    }
    let values = rule.kind.subjects.filter(filled.contains).flatMap { number in
      let collector = plan.collectors[number]
      let first = plan.firstValue(of: number)
      return collector.values.indices.filter { !filled.contains(first + $0) }
        .map { shown(collector.values[$0].text, collector) }
    }
    return (elsewhere + values).uniqued
  }

  private func shown(_ query: String, _ collector: FactPlan.Collector) -> String {
    "\(query) in \(sources[collector.source].name)"
  }
}
