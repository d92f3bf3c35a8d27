import RuleEngine
import Workspace

extension RequestHandler {
  /// `textDocument/codeLens`: above each entry how many files use it.
  static let codeLens = RequestHandler("textDocument/codeLens") { params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    guard snapshot.settings.hasCodeLens, let session = file.session else { return [] }
    let keys = session.keys
    var counts: [Int: [String: [(source: String, count: Int)]]] = [:]
    var lenses: [JSON] = []
    for name in keys.names(in: file.inner).lazy.filter({ !$0.isAlias }).prefix(mostShown) {
      let known = counts[name.index] ?? keys.counts(of: name.index)
      counts[name.index] = known
      let uses = known[name.key] ?? []
      let range = file.text.json(of: name.range, in: snapshot.client.unit)
      lenses.append([
        "range": range,
        "command": [
          "title": .string(uses.isEmpty ? "used nowhere" : EntryText.counts(uses)),
          "command": .string(showReferences),
          "arguments": [.string(snapshot.uri(of: file.path)), range["start"] ?? .null],
        ],
      ])
    }
    return .array(lenses)
  }
}
