import Synchronization

/// Writes messages to the client, one after the other, from any task.
final class Outbox: Sendable {
  /// Gets the client's answer: the result, or nothing when the client has refused.
  typealias AnswerTaker = @Sendable (_ result: JSON?) -> Void

  private let write: @Sendable ([UInt8]) -> Void
  /// Held while a message is written: two must not run into each other.
  private let writing = Mutex(())
  private let asked = Mutex<(count: Int, waiting: [JSON: AnswerTaker])>((0, [:]))

  /// An outbox whose bytes go to `write`, one whole message each time.
  init(_ write: @escaping @Sendable ([UInt8]) -> Void) {
    self.write = write
  }

  private func send(_ message: JSON) {
    let content = message.bytes
    let frame = Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
    writing.withLock { _ in write(frame) }
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

  /// Asks the client something.
  ///
  /// - Parameter take: gets the answer as soon as it comes, whatever else the server does meanwhile.
  /// - Returns: the id of the answer, which comes among the client's messages too.
  @discardableResult
  func ask(_ method: String, _ params: JSON, take: AnswerTaker? = nil) -> JSON {
    let id = asked.withLock { asked in
      asked.count += 1
      let id = JSON.string("metrolint-\(asked.count)")
      asked.waiting[id] = take
      return id
    }
    send(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": params])
    return id
  }

  /// Hands an answer of the client on to whoever waits for it.
  ///
  /// - Parameter result: the result; nothing when the client has refused.
  func take(_ result: JSON?, answerTo id: JSON) {
    let taker = asked.withLock { $0.waiting.removeValue(forKey: id) }
    taker?(result)
  }

  /// Tells people something in the editor's log.
  func log(_ message: String, isWarning: Bool = true) {
    notify(
      "window/logMessage", ["type": .int(isWarning ? 2 : 3), "message": .string("metrolint: " + message)])
  }
}
