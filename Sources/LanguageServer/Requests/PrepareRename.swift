extension RequestHandler {
  /// `textDocument/prepareRename`: whether what stands there can be renamed, and what it is called now.
  static let prepareRename = RequestHandler("textDocument/prepareRename") {
    params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    let renaming = try Renaming(at: try snapshot.offset(params, in: file), in: file)
    return [
      "range": file.text.json(of: renaming.place.range, in: snapshot.client.unit),
      "placeholder": .string(renaming.place.text),
    ]
  }
}
