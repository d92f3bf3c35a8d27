/// Why a request has no result. (JSON-RPC 2.0, section 5.1; LSP 3.17, response message.)
struct ResponseError: Error, Sendable, Hashable {
  /// The kinds there are, with their numbers.
  enum Code: Int, Sendable {
    /// The bytes are no JSON.
    case parseError = -32700
    /// The JSON is no message, or comes at the wrong time.
    case invalidRequest = -32600
    /// Nothing answers to this method.
    case methodNotFound = -32601
    /// The parameters are not those of the method.
    case invalidParams = -32602
    /// Something comes before `initialize`.
    case serverNotInitialized = -32002
    /// The request is right, but cannot be done.
    case requestFailed = -32803
    /// The client has taken the request back.
    case requestCancelled = -32800
  }

  /// What kind of error it is.
  let code: Code
  /// What is wrong, without a final stop.
  let message: String

  /// The error as a message has it.
  var json: JSON { ["code": .int(code.rawValue), "message": .string(message)] }
}
