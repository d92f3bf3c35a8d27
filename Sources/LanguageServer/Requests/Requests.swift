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
