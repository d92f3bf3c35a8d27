import SourceText

extension NotificationHandler {
  /// `textDocument/didOpen`: the editor's text stands for the file from now on.
  static let didOpen = NotificationHandler("textDocument/didOpen") { params, state throws(ResponseError) in
    let document = params["textDocument"]
    guard let uri = document?["uri"]?.string, let text = document?["text"]?.string else {
      throw ResponseError(code: .invalidParams, message: "textDocument has a uri and a text")
    }
    let path = FileURI.path(of: uri).map(State.normalized) ?? uri
    state.snapshot.documents[path] = Document(
      uri: uri, version: document?["version"]?.int ?? 0, text: SourceText(fileBytes: Array(text.utf8)))
    guard path.hasPrefix("/") else { return }
    state.note(path, mayHaveComeOrGone: true)
    await state.addSet(around: path)
  }
}
