/// The queries that found something in some file, by number: those of collectors, and after them those of their values.
package struct FilledQueries: Sendable {
  private let widths: [Int]
  /// For each collector, the number of its first value.
  private let firstValues: [Int]
  /// For each collector, whether it has rows in some file.
  private var isFilled: [Bool]
  /// For each collector, the columns of values that nothing was found for so far: mostly none after a few files.
  private var missing: [[Int]]

  /// None so far of the queries of `ruleset`.
  package init(_ ruleset: Ruleset) {
    widths = ruleset.plan.collectors.map(\.width)
    firstValues = ruleset.plan.firstValues
    isFilled = widths.map { _ in false }
    missing = widths.map { Array(1..<$0) }
  }

  /// Adds the queries that found something in a file.
  package mutating func add(_ facts: FileFacts) {
    for section in facts.sections {
      let number = Int(section.collector)
      isFilled[number] = true
      guard !missing[number].isEmpty else { continue }
      let (rows, values) = (facts.values(of: number), facts.values)
      missing[number].removeAll { column in
        stride(from: rows.lowerBound + column, to: rows.upperBound, by: widths[number])
          .contains { values[$0].kind != .absent }
      }
    }
  }

  /// The numbers so far, rising.
  package var numbers: [Int] {
    let filled = isFilled.indices.filter { isFilled[$0] }
    return filled
      + filled.flatMap { number in
        (1..<widths[number]).filter { !missing[number].contains($0) }.map { firstValues[number] + $0 - 1 }
      }
  }
}

extension FactPlan {
  /// For each collector, the number of its first value among all queries.
  fileprivate var firstValues: [Int] {
    collectors.reduce(into: (next: collectors.count, all: [Int]())) { numbers, collector in
      numbers.all.append(numbers.next)
      numbers.next += collector.values.count
    }.all
  }
}

extension Ruleset {
  /// The queries by which a rule of phase two looks elsewhere, in one of several places, or for values of what it selects,
  /// as "QUERY in SOURCE", that found nothing in any file: one of them may be misspelt.
  ///
  /// - Parameter filled: the numbers of `FilledQueries`.
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
    let firstValues = plan.firstValues
    let values = rule.kind.subjects.filter(filled.contains).flatMap { number in
      let collector = plan.collectors[number]
      return collector.values.indices.filter { !filled.contains(firstValues[number] + $0) }
        .map { shown(collector.values[$0].text, collector) }
    }
    return (elsewhere + values).uniqued
  }

  private func shown(_ query: String, _ collector: FactPlan.Collector) -> String {
    "\(query) in \(sources[collector.source].name)"
  }
}
