extension RequestHandler {
  /// `textDocument/rename`: another name for a key or alias, where it is defined and wherever it is used.
  static let rename = RequestHandler("textDocument/rename") { params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    guard let name = params["newName"]?.string else {
      throw ResponseError(code: .invalidParams, message: "newName is missing")
    }
    let renaming = try Renaming(at: try snapshot.offset(params, in: file), in: file)
    let edits = try renaming.edits(to: name)
    guard let session = file.session else { return .null }
    var locations = Locations(snapshot, session)
    return locations.edit(edits)
  }
}
