import Spelling

/// One mistake is one finding: while the key of an entry is itself said to be wrong, nobody knows what it is meant to be, and
/// so what refers to it.
struct WrongKeys {
  /// By key, the path of a file that has it.
  private var paths: [UInt32: String] = [:]
  /// The unknown values when they are no more than the wrong keys that nothing refers to: each may be one of them.
  private let explained: Set<UInt32>

  /// - Parameters:
  ///   - indexes: the indexes whose keys are looked at.
  ///   - values: gives the symbols of all values that are looked up there.
  init(_ indexes: [Int], among values: () -> Set<UInt32>, _ join: inout RuleJoin) {
    let store = join.store
    for index in indexes {
      let wrong = join.wrongNodes(in: [join.ruleset.indexes[index].source])
      guard join.gaps.refuseSome || !wrong.isEmpty else { continue }
      let columns = [Ruleset.Index.key] + join.ruleset.indexes[index].partsOfKey
      for entry in join.withTable(index, { $0.entries }) {
        let path = store.path(of: entry)
        let isWrong = columns.contains { column in
          join.gaps.refuses(store.value(column, of: entry).node, in: path)
            || wrong.contains(FactNode(column, of: entry, store))
        }
        if isWrong { paths[store.symbol(Ruleset.Index.key, of: entry)] = path }
      }
    }
    guard !paths.isEmpty else {
      explained = []
      return
    }
    let values = values()
    let unknown = values.filter { symbol in
      if case .unknown = join.resolve(symbol, in: indexes).0 { true } else { false }
    }
    explained = unknown.count <= paths.keys.count(where: { !values.contains($0) }) ? unknown : []
  }

  var areNone: Bool { paths.isEmpty }

  /// The path of the file with the wrong key that an unknown value may refer to: one that it comes close to, or any when
  /// all unknown values may be such keys; nothing when it refers to none of them.
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
          guard store.value(reference.valueColumn, of: row).isScalarText else { return }
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
