import Synchronization

/// Writes messages to the client, one after the other, from any task.
final class Outbox: Sendable {
  private let write: @Sendable ([UInt8]) -> Void
  private let lastID = Mutex(0)

  /// An outbox whose bytes go to `write`, one whole message each time.
  init(_ write: @escaping @Sendable ([UInt8]) -> Void) {
    self.write = write
  }

  private func send(_ message: JSON) {
    let content = message.bytes
    let frame = Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
    // Two frames must not run into each other.
    lastID.withLock { _ in write(frame) }
  }

  /// Answers a request.
  func answer(_ id: JSON, _ result: Result<JSON, ResponseError>) {
    switch result {
    case .success(let value): send(["jsonrpc": "2.0", "id": id, "result": value])
    case .failure(let error): send(["jsonrpc": "2.0", "id": id, "error": error.json])
    }
  }

  /// Tells the client something.
  func notify(_ method: String, _ params: JSON) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// Asks the client something; the answer comes with the id that is given back.
  @discardableResult
  func ask(_ method: String, _ params: JSON) -> JSON {
    let number = lastID.withLock { last in
      last += 1
      return last
    }
    let id = JSON.string("metrolint-\(number)")
    send(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": params])
    return id
  }

  /// Tells people something in the editor's log.
  func log(_ message: String, isWarning: Bool = true) {
    notify(
      "window/logMessage", ["type": .int(isWarning ? 2 : 3), "message": .string("metrolint: " + message)])
  }
}
