import RuleEngine
import Spelling
import Workspace

extension RequestHandler {
  /// `workspace/symbol`: entries of indexes whose key, label or alias has the text that is asked for, case and
  /// diacritics apart.
  static let workspaceSymbol = RequestHandler("workspace/symbol") { params, snapshot throws(ResponseError) in
    let wanted = Folding.forSorting(params["query"]?.string ?? "")
    var symbols: [JSON] = []
    for session in snapshot.sets.compactMap(\.session) {
      let keys = session.keys
      var locations = Locations(snapshot, session)
      for (number, index) in session.dataSet.ruleset.indexes.enumerated() {
        for entry in keys.entries(of: number) where entry.matches(wanted) {
          guard symbols.count < mostShown else { return .array(symbols) }
          guard let location = locations.location(entry.path, entry.range) else { continue }
          let name = entry.label.map { $0 == entry.key ? entry.key : "\(entry.key) \($0)" } ?? entry.key
          symbols.append([
            "name": .string(name), "kind": 20, "containerName": .string(index.name), "location": location,
          ])
        }
      }
    }
    return .array(symbols)
  }
}

extension IndexEntry {
  /// Whether its key, its label or one of its aliases has `wanted`, which is folded, in it.
  fileprivate func matches(_ wanted: String) -> Bool {
    wanted.isEmpty
      || ([key] + (label.map { [$0] } ?? []) + aliases).contains { Folding.forSorting($0).contains(wanted) }
  }
}
