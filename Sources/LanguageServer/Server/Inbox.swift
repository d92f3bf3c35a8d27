import Synchronization

/// Messages that have come and are not yet worked on. What a client takes back is known as soon as it comes, however
/// long the queue is.
final class Inbox: Sendable {
  private struct Content {
    var messages: [Message] = []
    /// The requests that are not yet answered.
    var open: Set<JSON> = []
    var isClosed = false
  }

  private let content = Mutex(Content())
  private let signal: AsyncStream<Void>
  private let wake: AsyncStream<Void>.Continuation

  init() {
    (signal, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Takes a message in.
  ///
  /// - Returns: the request that it takes back, which is not answered yet and is to be answered so at once.
  func add(_ message: Message) -> JSON? {
    defer { wake.yield() }
    return content.withLock { content in
      switch message {
      case .notification("$/cancelRequest", let params):
        return params["id"].flatMap { content.open.remove($0) }
      case .request(let id, _, _):
        content.open.insert(id)
        content.messages.append(message)
      default:
        content.messages.append(message)
      }
      return nil
    }
  }

  /// Says that no more messages come.
  func close() {
    content.withLock { $0.isClosed = true }
    wake.yield()
  }

  /// All messages that have come since the last time, as soon as there are some; nothing when no more come.
  func next() async -> [Message]? {
    var iterator = signal.makeAsyncIterator()
    while true {
      let (messages, isClosed) = content.withLock { content in
        defer { content.messages = [] }
        return (content.messages, content.isClosed)
      }
      if !messages.isEmpty { return messages }
      if isClosed { return nil }
      await iterator.next()
    }
  }

  /// Whether a request still waits for its answer: the client has not taken it back.
  func isOpen(_ id: JSON) -> Bool {
    content.withLock { $0.open.contains(id) }
  }

  /// Notes that a request is answered; false when it was already, since the client has taken it back.
  func end(_ id: JSON) -> Bool {
    content.withLock { $0.open.remove(id) != nil }
  }
}
