extension NotificationHandler {
  /// `textDocument/didChange`: edits, each of the text that the one before has left.
  static let didChange = NotificationHandler("textDocument/didChange") {
    params, state throws(ResponseError) in
    let uri = params["textDocument"]?["uri"]?.string ?? ""
    let path = FileURI.path(of: uri).map(State.normalized) ?? uri
    guard var document = state.snapshot.documents[path] else {
      throw ResponseError(code: .invalidParams, message: "\(uri) is not open")
    }
    guard let changes = params["contentChanges"]?.array else {
      throw ResponseError(code: .invalidParams, message: "contentChanges is missing")
    }
    if let version = params["textDocument"]?["version"]?.int {
      // Messages come in the order in which they were sent, so the edits count all the same.
      if version <= document.version {
        state.outbox.log("version \(version) of \(uri) comes after version \(document.version)")
      }
      document.version = max(version, document.version)
    }
    // The text has one owner while it is edited, so that it is not copied for each edit.
    state.snapshot.documents[path] = nil
    defer {
      state.snapshot.documents[path] = document
      state.note(path, mayHaveComeOrGone: false)
    }
    for change in changes { try document.apply(change, in: state.snapshot.client.unit) }
  }
}
