import Foundation

/// An editor that types: it talks with the language server as editors do, and measures how long an answer takes.
final class TypingSession {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var received = Data()
  private var lastID = 0
  private var version = 1

  /// An editor with the data set in `folder` open, whose server is started by `command`.
  init(_ command: [String], folder: String) throws {
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    _ = try ask("initialize", ["rootUri": TypingSession.uri(folder), "capabilities": [String: Any]()])
    try send(["method": "initialized", "params": [String: Any]()])
  }

  private static func uri(_ path: String) -> String { URL(fileURLWithPath: path).absoluteString }

  /// Opens a file, and waits until the server has checked the set.
  func open(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let document: [String: Any] = [
      "uri": TypingSession.uri(path), "languageId": "yaml", "version": version, "text": text,
    ]
    try send(["method": "textDocument/didOpen", "params": ["textDocument": document]])
    _ = try diagnostics(path)
  }

  /// Puts `text` in the place of some characters of a line; the seconds until the diagnostics of the file are there.
  func type(_ text: String, in path: String, line: Int, from start: Int, to end: Int) throws -> Double {
    version += 1
    let range = [
      "start": ["line": line, "character": start], "end": ["line": line, "character": end],
    ]
    let begin = ContinuousClock.now
    let change: [String: Any] = ["range": range, "text": text]
    try send([
      "method": "textDocument/didChange",
      "params": [
        "textDocument": ["uri": TypingSession.uri(path), "version": version], "contentChanges": [change],
      ] as [String: Any],
    ])
    _ = try diagnostics(path)
    let seconds = ContinuousClock.now - begin
    return Double(seconds.components.seconds) + Double(seconds.components.attoseconds) / 1e18
  }

  /// What is wrong in a file.
  func diagnostics(_ path: String) throws -> [Any] {
    let answer = try ask("textDocument/diagnostic", ["textDocument": ["uri": TypingSession.uri(path)]])
    return (answer["result"] as? [String: Any])?["items"] as? [Any] ?? []
  }

  /// The most memory that the server has used so far, in KiB; nothing where the system does not tell.
  var memory: Int? {
    let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
  }

  /// Ends the server.
  func end() throws {
    _ = try ask("shutdown", [:])
    try send(["method": "exit"])
    process.waitUntilExit()
  }

  private func send(_ message: [String: Any]) throws {
    var message = message
    message["jsonrpc"] = "2.0"
    let content = try JSONSerialization.data(withJSONObject: message)
    try input.fileHandleForWriting.write(
      contentsOf: Data("Content-Length: \(content.count)\r\n\r\n".utf8) + content)
  }

  private func ask(_ method: String, _ params: [String: Any]) throws -> [String: Any] {
    lastID += 1
    try send(["id": lastID, "method": method, "params": params])
    while true {
      let message = try next()
      if message["id"] as? Int == lastID { return message }
    }
  }

  /// The next message of the server.
  private func next() throws -> [String: Any] {
    while true {
      if let end = received.range(of: Data("\r\n\r\n".utf8)) {
        let header = String(decoding: received[received.startIndex..<end.lowerBound], as: UTF8.self)
        guard let length = Int(header.dropFirst("Content-Length: ".count)) else {
          throw Stop("the server sent \(header)")
        }
        if received.endIndex - end.upperBound >= length {
          let content = received[end.upperBound..<end.upperBound + length]
          received = Data(received[(end.upperBound + length)...])
          return try JSONSerialization.jsonObject(with: content) as? [String: Any] ?? [:]
        }
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Stop("the server ended") }
      received += more
    }
  }
}
