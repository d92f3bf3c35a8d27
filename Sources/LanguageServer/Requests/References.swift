import RuleEngine
import Workspace

extension RequestHandler {
  /// `textDocument/references`: all values in all files that mean the entry.
  static let references = RequestHandler("textDocument/references") {
    params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    let offset = try snapshot.offset(params, in: file)
    guard let session = file.session else { return .null }
    let keys = session.keys
    guard let place = KeyPlace(at: offset, in: file, keys) else { return .null }
    var locations = Locations(snapshot, session)
    var found: [JSON] = []
    var seen: Set<JSON> = []
    for entry in place.entries(keys) {
      if params["context"]?["includeDeclaration"]?.bool == true {
        found += locations.location(entry.path, entry.range).map { [$0] } ?? []
      }
      guard let uses = keys.uses(of: entry.key, in: entry.index, atMost: mostPlaces) else {
        throw .failed("\(entry.key) is used at more than \(mostPlaces) places, too many for a list")
      }
      for use in uses {
        if let location = locations.location(use.path, use.range), seen.insert(location).inserted {
          found.append(location)
        }
      }
    }
    return .array(found)
  }
}
