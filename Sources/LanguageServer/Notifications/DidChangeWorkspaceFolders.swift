extension NotificationHandler {
  /// `workspace/didChangeWorkspaceFolders`: folders were opened or closed.
  static let didChangeWorkspaceFolders = NotificationHandler("workspace/didChangeWorkspaceFolders") {
    params, state throws(ResponseError) in
    func paths(_ name: String) -> [String] {
      (params["event"]?[name]?.array ?? []).compactMap { $0["uri"]?.string.flatMap(FileURI.path) }
        .map(State.normalized)
    }
    let (removed, added) = (paths("removed"), paths("added"))
    state.folders.removeAll(where: removed.contains)
    state.folders += added
    state.dropSets()
    for folder in added { await state.addSets(in: folder) }
  }
}
