/// What answers requests that only ask: a function of what is known.
struct RequestHandler: Sendable {
  /// The method.
  let method: String
  /// What is answered.
  let respond: @Sendable (_ params: JSON, _ snapshot: Snapshot) throws(ResponseError) -> JSON

  /// A handler of requests of this method.
  init(
    _ method: String,
    _ respond: @escaping @Sendable (_ params: JSON, _ snapshot: Snapshot) throws(ResponseError) -> JSON
  ) {
    self.method = method
    self.respond = respond
  }

  /// More hints, lenses, highlights or symbols are not sent at once: an editor shows a few of them.
  static let mostShown = 10_000
  /// More places are neither listed nor changed at once, where none may be left out.
  static let mostPlaces = 100_000

  /// All of them, by name.
  static let all: [RequestHandler] = [
    codeAction,
    codeLens,
    completion,
    definition,
    diagnostic,
    documentHighlight,
    documentSymbol,
    executeCommand,
    hover,
    inlayHint,
    prepareRename,
    references,
    rename,
    workspaceDiagnostic,
    workspaceSymbol,
  ]
}
