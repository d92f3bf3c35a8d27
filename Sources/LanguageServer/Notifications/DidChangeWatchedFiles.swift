extension NotificationHandler {
  /// `workspace/didChangeWatchedFiles`: files have come, changed or gone on disk.
  static let didChangeWatchedFiles = NotificationHandler("workspace/didChangeWatchedFiles") {
    params, state throws(ResponseError) in
    guard let changes = params["changes"]?.array else {
      throw ResponseError(code: .invalidParams, message: "changes is missing")
    }
    var paths: [String] = []
    for change in changes {
      guard let path = change["uri"]?.string.flatMap(FileURI.path).map(State.normalized) else { continue }
      paths.append(path)
      state.note(path, mayHaveComeOrGone: false)
      // 2 is a change of what is there.
      if change["type"]?.int != 2 { state.noteListing() }
    }
    await state.settle()
    for path in paths.sorted() { await state.addSet(around: path) }
  }
}
