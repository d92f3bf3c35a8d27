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
    var highlights: [(range: ByteRange, kind: Int)] = []
    for entry in place.entries(keys) {
      // 3 is where something is written, 2 where it is read.
      if entry.path == file.inner { highlights.append((entry.range, 3)) }
      for use in keys.uses(of: entry.key, in: entry.index) where use.path == file.inner {
        if !highlights.contains(where: { $0.range == use.range }) { highlights.append((use.range, 2)) }
      }
    }
    return .array(
      highlights.sorted { $0.range < $1.range }.map {
        ["range": file.text.json(of: $0.range, in: snapshot.client.unit), "kind": .int($0.kind)]
      })
  }
}
