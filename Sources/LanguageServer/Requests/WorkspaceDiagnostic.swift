extension RequestHandler {
  /// `workspace/diagnostic`: what is wrong in all files, and in which nothing is wrong any more.
  static let workspaceDiagnostic = RequestHandler("workspace/diagnostic") {
    params, snapshot throws(ResponseError) in
    var known: [String: String] = [:]
    for previous in params["previousResultIds"]?.array ?? [] {
      guard let uri = previous["uri"]?.string else { continue }
      known[FileURI.path(of: uri).map(State.normalized) ?? uri] = previous["value"]?.string
    }
    let diagnoses = snapshot.diagnoses()
    let items = Set(diagnoses.keys).union(known.keys).sorted().map { path -> JSON in
      let report = report(diagnoses[path] ?? FileDiagnosis(), of: path, snapshot, known: known[path])
      let version = snapshot.documents[path].map { JSON.int($0.version) } ?? .null
      return .object(
        [JSON.Member("uri", .string(snapshot.uri(of: path))), JSON.Member("version", version)]
          + (report.json.object ?? []))
    }
    return ["items": .array(items)]
  }
}
