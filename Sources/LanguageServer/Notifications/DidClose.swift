extension NotificationHandler {
  /// `textDocument/didClose`: the file on disk counts again.
  static let didClose = NotificationHandler("textDocument/didClose") { params, state throws(ResponseError) in
    let uri = params["textDocument"]?["uri"]?.string ?? ""
    let path = FileURI.path(of: uri).map(State.normalized) ?? uri
    guard state.snapshot.documents.removeValue(forKey: path) != nil else {
      throw ResponseError(code: .invalidParams, message: "\(uri) is not open")
    }
    guard path.hasPrefix("/") else { return }
    state.note(path, mayHaveComeOrGone: true)
    await state.settle()
    state.dropSets()
  }
}
