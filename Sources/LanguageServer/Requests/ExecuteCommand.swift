extension RequestHandler {
  /// The command of a lens: gives the places that use an entry.
  static let showReferences = "metrolint.showReferences"

  /// `workspace/executeCommand`.
  static let executeCommand = RequestHandler("workspace/executeCommand") {
    params, snapshot throws(ResponseError) in
    guard params["command"]?.string == showReferences else {
      throw ResponseError(
        code: .invalidParams, message: "there is no command \(params["command"]?.string ?? "without a name")")
    }
    guard let arguments = params["arguments"]?.array, arguments.count == 2 else {
      throw ResponseError(code: .invalidParams, message: "\(showReferences) needs a URI and a position")
    }
    return try references.respond(
      [
        "textDocument": ["uri": arguments[0]], "position": arguments[1],
        "context": ["includeDeclaration": false],
      ],
      snapshot)
  }
}
