import RuleEngine

extension RequestHandler {
  /// `textDocument/diagnostic`: what is wrong in a file.
  static let diagnostic = RequestHandler("textDocument/diagnostic") {
    params, snapshot throws(ResponseError) in
    let path = try snapshot.file(params).path
    return report(snapshot.diagnosis(of: path), of: path, snapshot, known: params["previousResultId"]?.string)
      .json
  }

  /// A report on one file, or that it is still the one that the client has.
  static func report(
    _ diagnosis: FileDiagnosis, of path: String, _ snapshot: Snapshot, known: String?
  ) -> (json: JSON, isNew: Bool) {
    let items = snapshot.json(diagnosis, of: path)
    let id = Fingerprint.hash([items.text])
    if id == known { return (["kind": "unchanged", "resultId": .string(id)], false) }
    return (["kind": "full", "resultId": .string(id), "items": items], true)
  }
}
