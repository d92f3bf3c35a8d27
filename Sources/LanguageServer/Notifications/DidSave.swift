extension NotificationHandler {
  /// `textDocument/didSave`: for editors that do not watch files, a sign to look which there are.
  static let didSave = NotificationHandler("textDocument/didSave") { params, state throws(ResponseError) in
    guard let path = params["textDocument"]?["uri"]?.string.flatMap(FileURI.path).map(State.normalized) else {
      return
    }
    state.note(path, mayHaveComeOrGone: false)
    if !state.snapshot.client.canWatch { state.noteListing() }
  }
}
