/// A message of the client. (JSON-RPC 2.0.)
enum Message: Sendable {
  /// It wants an answer.
  case request(id: JSON, method: String, params: JSON)
  /// It wants none.
  case notification(method: String, params: JSON)
  /// It answers a request of the server.
  case response(id: JSON, result: JSON?)
  /// It is none: what is to be answered.
  case broken(id: JSON, ResponseError)

  /// The message of some content.
  init(_ content: [UInt8]) {
    do {
      self.init(try JSON(content))
    } catch {
      let place = "\(error.message) (at byte \(error.offset))"
      self = .broken(id: .null, ResponseError(code: .parseError, message: "a message is no JSON: \(place)"))
    }
  }

  private init(_ json: JSON) {
    let id = json["id"]
    func refused(_ message: String) -> Message {
      .broken(id: id.flatMap(Message.valid) ?? .null, ResponseError(code: .invalidRequest, message: message))
    }
    guard case .object = json else {
      self = refused("a message is an object")
      return
    }
    guard json["jsonrpc"] == "2.0" else {
      self = refused("a message has jsonrpc: \"2.0\"")
      return
    }
    let params = json["params"] ?? .null
    switch (json["method"], id) {
    case (.string(let method)?, nil): self = .notification(method: method, params: params)
    case (.string(let method)?, let id?) where Message.valid(id) != nil:
      self = .request(id: id, method: method, params: params)
    case (nil, let id?) where json["result"] != nil || json["error"] != nil:
      self = .response(id: id, result: json["result"])
    case (.string?, _): self = refused("an id is a number or a text")
    default: self = refused("a message has a method")
    }
  }

  private static func valid(_ id: JSON) -> JSON? {
    switch id {
    case .int, .string, .double: id
    default: nil
    }
  }
}
