import RuleEngine
import Workspace

extension RequestHandler {
  /// `textDocument/definition`: from a reference to the entry that it means.
  static let definition = RequestHandler("textDocument/definition") {
    params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    let offset = try snapshot.offset(params, in: file)
    guard let session = file.session else { return .null }
    let keys = session.keys
    guard let place = KeyPlace(at: offset, in: file, keys) else { return .null }
    var locations = Locations(snapshot, session)
    let origin = file.text.json(of: place.range, in: snapshot.client.unit)
    let found = place.entries(keys).compactMap { entry -> JSON? in
      guard snapshot.client.hasLinks else { return locations.location(entry.path, entry.range) }
      return locations.range(entry.path, entry.range).map { range in
        [
          "originSelectionRange": origin, "targetUri": .string(locations.uri(entry.path)),
          "targetRange": range,
          "targetSelectionRange": range,
        ]
      }
    }
    return found.isEmpty ? .null : .array(found)
  }
}
