import LanguageServer
import RuleEngine
import Synchronization
import Workspace

/// An editor in the same process: what it sends goes through the very bytes of the protocol.
final class Client: Sendable {
  private struct Received {
    var frames = FrameCutter()
    var answers: [JSON: JSON] = [:]
    var notes: [(method: String, params: JSON)] = []
  }

  /// Answers a request of the server: the result, or nothing for a refusal.
  typealias Answer = @Sendable (_ method: String) -> JSON?

  private let received = Mutex(Received())
  private let lastID = Mutex(0)
  private let input: AsyncStream<[UInt8]>.Continuation
  private let running: Task<Bool, Never>
  private let answer: Answer

  /// An editor whose disk is `files`.
  init(
    _ files: any Files, page: @escaping Server.PageFinder = { "/pages of \($1.ruleset.name)/\($0).md" },
    answer: @escaping Answer = { _ in .null },
    isRunning: @escaping @Sendable (_ process: Int) -> Bool = { _ in true }
  ) {
    self.answer = answer
    let (stream, input) = AsyncStream<[UInt8]>.makeStream()
    self.input = input
    let arrived = Relay()
    let server = Server(files: files, page: page, isRunning: isRunning, pace: .milliseconds(5)) {
      arrived.handle($0)
    }
    running = Task.detached { await server.run(stream) }
    arrived.receiver.withLock { $0 = { [self] bytes in take(bytes) } }
  }

  /// Hands bytes on to whoever is there by then.
  private final class Relay: Sendable {
    let receiver = Mutex<(@Sendable ([UInt8]) -> Void)?>(nil)

    func handle(_ bytes: [UInt8]) {
      receiver.withLock { $0 }?(bytes)
    }
  }

  private func take(_ bytes: [UInt8]) {
    received.withLock { received in
      for content in received.frames.take(bytes) {
        guard let message = try? JSON(content) else { continue }
        if let method = message["method"]?.string {
          if let id = message["id"] { send(reply(to: method, id)) }
          received.notes.append((method, message["params"] ?? .null))
        } else {
          received.answers[message["id"] ?? .null] = message
        }
      }
    }
  }

  private func reply(to method: String, _ id: JSON) -> JSON {
    if let result = answer(method) { return ["jsonrpc": "2.0", "id": id, "result": result] }
    return ["jsonrpc": "2.0", "id": id, "error": ["code": -32603, "message": "no"]]
  }

  // MARK: Sending

  /// Sends bytes as they are.
  func send(bytes: String) {
    input.yield(Array(bytes.utf8))
  }

  /// Sends a message.
  func send(_ message: JSON) {
    let content = message.bytes
    input.yield(Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content)
  }

  /// Tells the server something.
  func notify(_ method: String, _ params: JSON) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// Asks the server something; the whole answer.
  func ask(_ method: String, _ params: JSON) async -> JSON {
    let id = JSON.int(
      lastID.withLock { last in
        last += 1
        return last
      })
    send(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": params])
    return await answer(to: id)
  }

  /// The answer to the message with this id, once it is there; `null` after two minutes without one: a busy machine takes long.
  func answer(to id: JSON) async -> JSON {
    for _ in 0..<24_000 {
      if let answer = received.withLock({ $0.answers.removeValue(forKey: id) }) { return answer }
      try? await Task.sleep(for: .milliseconds(5))
    }
    return .null
  }

  /// Whether an answer to the message with this id is there that nobody has taken.
  func hasAnswer(to id: JSON) -> Bool {
    received.withLock { $0.answers[id] != nil }
  }

  /// Ends what is sent; whether the server ended as it should.
  func end() async -> Bool {
    input.finish()
    return await running.value
  }

  /// Whether the server ended as it should, once it has.
  var isEndedWell: Bool { get async { await running.value } }

  /// The notifications and requests that have come with this method.
  func notes(_ method: String) -> [JSON] {
    received.withLock { $0.notes.filter { $0.method == method }.map(\.params) }
  }

  /// What was pushed last of each file, by its URI.
  var pushed: [String: [JSON]] {
    var pushed: [String: [JSON]] = [:]
    for note in notes("textDocument/publishDiagnostics") {
      pushed[note["uri"]?.string ?? ""] = note["diagnostics"]?.array ?? []
    }
    return pushed
  }
}

/// Cuts what the server writes into messages. The server's own reader is not asked, so that a mistake there is seen.
private struct FrameCutter {
  private var bytes: [UInt8] = []

  mutating func take(_ more: [UInt8]) -> [[UInt8]] {
    bytes += more
    var contents: [[UInt8]] = []
    while let end = bytes.indices.first(where: { bytes[$0...].starts(with: "\r\n\r\n".utf8) }) {
      let header = String(decoding: bytes[..<end], as: UTF8.self)
      let length = Int(header.dropFirst("Content-Length: ".count)) ?? 0
      guard bytes.count >= end + 4 + length else { break }
      contents.append(Array(bytes[end + 4..<end + 4 + length]))
      bytes.removeFirst(end + 4 + length)
    }
    return contents
  }
}
