/// What takes notifications in: a change of what is known.
struct NotificationHandler: Sendable {
  /// The method.
  let method: String
  /// What is done.
  let take: @Sendable (_ params: JSON, _ state: inout State) async throws(ResponseError) -> Void

  /// A handler of notifications of this method.
  init(
    _ method: String,
    _ take: @escaping @Sendable (_ params: JSON, _ state: inout State) async throws(ResponseError) -> Void
  ) {
    self.method = method
    self.take = take
  }

  /// All of them, by name.
  static let all: [NotificationHandler] = [
    didChange,
    didChangeConfiguration,
    didChangeWatchedFiles,
    didChangeWorkspaceFolders,
    didClose,
    didOpen,
    didSave,
    initialized,
    setTrace,
  ]
}
