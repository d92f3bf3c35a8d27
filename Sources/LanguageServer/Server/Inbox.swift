import Synchronization

/// Messages that have come and are not yet worked on. What a client takes back is known as soon as it comes, however
/// long the queue is.
final class Inbox: Sendable {
  private struct Content {
    var messages: [Message] = []
    var cancelled: Set<JSON> = []
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
  func add(_ message: Message) {
    content.withLock { content in
      switch message {
      case .notification("$/cancelRequest", let params):
        // Of a request that is answered nobody needs to remember that it was taken back.
        if let id = params["id"], content.open.contains(id) { content.cancelled.insert(id) }
      case .request(let id, _, _):
        content.open.insert(id)
        content.messages.append(message)
      default:
        content.messages.append(message)
      }
    }
    wake.yield()
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

  /// Whether the client has taken a request back.
  func isCancelled(_ id: JSON) -> Bool {
    content.withLock { $0.cancelled.contains(id) }
  }

  /// Notes that a request is answered.
  func end(_ id: JSON) {
    content.withLock { content in
      content.cancelled.remove(id)
      content.open.remove(id)
    }
  }
}
