import Spelling

/// One mistake is one finding: while the key of an entry is itself said to be wrong, nobody knows what it is meant to be, and
/// so what refers to it.
struct WrongKeys {
  /// A wrong key in its file, with the right ones around it.
  private struct Gap: Hashable {
    let symbol: UInt32
    let above: UInt32?
    var below: UInt32?
  }

  /// Between which keys a text stands in order.
  private struct Bounds: Hashable {
    let above: UInt32?
    let below: UInt32?
  }

  /// The most places of wrong keys that a value is looked for in. Where more is wrong, nothing tells what was meant.
  private static let mostPlaces = 100

  /// By key, the path of a file that has it.
  private var paths: [UInt32: String] = [:]
  /// The unknown values that would stand in order in the place of a wrong key that nothing refers to, when they are no more
  /// than such keys: each may be one of them.
  private var explained: Set<UInt32> = []

  /// - Parameters:
  ///   - indexes: the indexes whose keys are looked at.
  ///   - values: gives the symbols of all values that are looked up there.
  init(_ indexes: [Int], among values: () -> Set<UInt32>, _ join: inout RuleJoin) {
    var gaps: [Gap] = []
    for index in indexes { gaps += addKeys(of: index, &join) }
    guard !gaps.isEmpty else { return }
    let values = values()
    gaps.removeAll { values.contains($0.symbol) }
    explained = Self.fitting(values, in: gaps, indexes, &join)
  }

  /// The unknown ones of some values that would stand in the place of a wrong key; none when they are more than such keys.
  private static func fitting(
    _ values: Set<UInt32>, in gaps: [Gap], _ indexes: [Int], _ join: inout RuleJoin
  ) -> Set<UInt32> {
    let places = Set(gaps.map { Bounds(above: $0.above, below: $0.below) })
    guard !gaps.isEmpty, places.count <= mostPlaces else { return [] }
    let most = Set(gaps.map(\.symbol)).count
    let store = join.store
    func key(_ symbol: UInt32) -> Comparison.Key? { Comparison.natural.key(store.text(of: symbol)) }
    let bounds = places.map { (above: $0.above.flatMap(key), below: $0.below.flatMap(key)) }
    var fitting: Set<UInt32> = []
    for symbol in values {
      guard case .unknown = join.resolve(symbol, in: indexes).0, let own = key(symbol),
        bounds.contains(where: { $0.above.map { $0 < own } ?? true && $0.below.map { own < $0 } ?? true })
      else { continue }
      fitting.insert(symbol)
      if fitting.count > most { return [] }
    }
    return fitting
  }

  /// Takes in the wrong keys of an index; where they stand.
  private mutating func addKeys(of index: Int, _ join: inout RuleJoin) -> [Gap] {
    let wrong = join.wrongNodes(in: [join.ruleset.indexes[index].source])
    guard join.gaps.refuseSome || !wrong.isEmpty else { return [] }
    let store = join.store
    let columns = [Ruleset.Index.key] + join.ruleset.indexes[index].partsOfKey
    var gaps: [Gap] = []
    var (file, firstOpen): (UInt32?, Int) = (nil, 0)
    var above: UInt32?
    for entry in join.withTable(index, { $0.entries }) {
      if entry.file != file { (file, firstOpen, above) = (entry.file, gaps.count, nil) }
      let path = store.path(of: entry)
      let symbol = store.symbol(Ruleset.Index.key, of: entry)
      let isWrong = columns.contains { column in
        join.gaps.refuses(store.value(column, of: entry).node, in: path)
          || wrong.contains(FactNode(column, of: entry, store))
      }
      if isWrong {
        paths[symbol] = path
        gaps.append(Gap(symbol: symbol, above: above, below: nil))
        continue
      }
      above = symbol
      for place in firstOpen..<gaps.count { gaps[place].below = above }
      firstOpen = gaps.count
    }
    return gaps
  }

  var areNone: Bool { paths.isEmpty }

  /// The path of the file with the wrong key that an unknown value may refer to: one that it comes close to, or any that it
  /// may be; nothing when it refers to none of them.
  func path(for symbol: UInt32, nearest: [UInt32]) -> String? {
    if let close = nearest.lazy.compactMap({ paths[$0] }).first { return close }
    return explained.contains(symbol) ? paths.values.min() : nil
  }
}

extension RuleJoin {
  /// The wrong keys among those that `reference`, the rule that is checked, looks its values up in.
  mutating func wrongKeys(for reference: ReferenceRule) -> WrongKeys {
    if let wrongKeys { return wrongKeys }
    let store = store
    let values = {
      var values: Set<UInt32> = []
      for collector in reference.subjects {
        store.forEachRow(of: collector) { row in
          guard store.kind(reference.valueColumn, of: row).isScalarText else { return }
          values.insert(store.symbol(reference.valueColumn, of: row))
        }
      }
      return values
    }
    let wrong = WrongKeys(reference.indexes, among: values, &self)
    wrongKeys = wrong
    return wrong
  }

  /// Why an unknown value may be what a key was meant to be that is itself said to be wrong; nothing when it can be none.
  mutating func refusal(_ symbol: UInt32, _ wrong: WrongKeys, in indexes: [Int]) -> String? {
    guard !wrong.areNone else { return nil }
    let nearest = finder(in: indexes).nearest(to: store.text(of: symbol)).compactMap { store.symbol(of: $0) }
    return wrong.path(for: symbol, nearest: nearest).map { Gaps.reason([$0]) }
  }
}
