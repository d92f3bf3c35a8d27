import RuleEngine
import SourceText
import Workspace

extension RequestHandler {
  /// `textDocument/documentHighlight`: all places of the file that mean the same entry.
  static let documentHighlight = RequestHandler("textDocument/documentHighlight") {
    params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    let offset = try snapshot.offset(params, in: file)
    guard let keys = file.session?.keys, let place = KeyPlace(at: offset, in: file, keys) else {
      return .null
    }
    // 3 is where something is written, 2 where it is read.
    var kinds: [ByteRange: Int] = [:]
    for entry in place.entries(keys) {
      if entry.path == file.inner { kinds[entry.range] = 3 }
      let uses = keys.uses(of: entry.key, in: entry.index, onlyIn: file.inner, atMost: mostPlaces) ?? []
      for use in uses where kinds[use.range] == nil { kinds[use.range] = 2 }
    }
    return .array(
      kinds.sorted { $0.key < $1.key }.prefix(mostShown).map {
        ["range": file.text.json(of: $0.key, in: snapshot.client.unit), "kind": .int($0.value)]
      })
  }
}
