import Findings
import SourceText
import YAML

/// `used: {by: [{source, select}…]}` with `index: NAME`: something there refers to each entry of the index.
struct UsedRule: RuleKind {
  static let name = "used"
  static let selectsEntries = true

  let subjects: [Int]
  let others: [Int]
  let indexes: [Int]

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    guard let fields = reading.fields(of: node, what: "used", allowed: ["by", "index"]) else {
      return nil
    }
    guard let by = fields.required("by", &reading.mistakes).flatMap({ reading.scopes($0) }) else {
      return nil
    }
    others = reading.collectors(by)
    // Without an index there is a mistake already, and the rule is never run.
    guard let index = reading.entriesIndex else { return nil }
    indexes = [index]
    subjects = [reading.around.indexes[index].entries]
  }

  func collectorsOfOtherRules(_ ruleset: Ruleset) -> [Int] {
    indexes.flatMap { ruleset.collectorsOfJudges(by: $0, in: ruleset.sources(of: others)) }
  }

  func join(_ join: inout RuleJoin) {
    guard let index = indexes.first else { return }
    let store = join.store
    var isUsed = [Bool](repeating: false, count: store.symbolCount)
    var unknown: Set<UInt32> = []
    for symbol in store.symbols(of: others) {
      let keys = join.resolve(symbol, in: [index]).0.keys
      for key in keys { isUsed[Int(key)] = true }
      if keys.isEmpty { unknown.insert(symbol) }
    }
    if !unknown.isEmpty {
      let keys = join.withTable(index) { $0.entries.map { store.symbol(Ruleset.Index.key, of: $0) } }
      let unused = Set(keys.filter { !isUsed[Int($0)] })
      let told = join.told(unknown, among: store.rows(of: others), of: others, index: index)
      for key in join.meant(by: told, of: unused, index: index) { isUsed[Int(key)] = true }
    }
    let gap = join.gap(inCollectors: others)
    for entry in join.withTable(index, { $0.entries }) {
      guard !isUsed[Int(store.symbol(Ruleset.Index.key, of: entry))] else { continue }
      if let gap {
        join.cannotSay(about: entry, because: gap)
      } else if join.mayTell(about: entry) {
        join.drafts.append(draft(entry, index, join))
      }
    }
  }

  private func draft(_ entry: FactStore.Row, _ index: Int, _ join: RuleJoin) -> Draft {
    let key = join.store.text(Ruleset.Index.key, of: entry)
    let name = join.ruleset.indexes[index].name
    let sources = others.map { join.ruleset.sources[join.ruleset.plan.collectors[$0].source].name }
    var values = MessageTemplate.Values()
    values.value = key
    values.index = name
    values.entry = join.attributes(of: entry, in: index)
    return join.draft(
      at: entry, Ruleset.Index.key, value: key,
      message: "the \(name) \(key.shown) is used nowhere in \(sources.uniqued.joined(separator: " or "))",
      help: "use it, or remove it", values: values)
  }
}
