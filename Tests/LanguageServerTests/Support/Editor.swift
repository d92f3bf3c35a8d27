import LanguageServer
import Workspace

/// An editor that has the sample set open, for tests of one request each.
struct Editor {
  /// Where the set is.
  static let root = "/set"
  /// One activity in one line, with characters of one, two and four bytes before what matters.
  static let activity = "activities/2021-03-09-sao-paulo.yaml"
  static let line =
    "{title: \"São Paulo 😀\", date: 2021-03-09, line: L1, summary: Met, members: [São Paulo], outcomes: [L1A2D3]}\n"

  let files: ChangingFiles
  let client: Client

  /// An editor that says of itself what `capabilities` has.
  init(
    _ capabilities: JSON = [:], options: JSON = .null, hasPages: Bool = true,
    changing change: (ChangingFiles) -> Void = { _ in }
  ) async throws {
    files = ChangingFiles(try Sample.metropolis(in: Editor.root))
    files["/set/" + Editor.activity] = Array(Editor.line.utf8)
    change(files)
    client = hasPages ? Client(files) : Client(files, page: { _, _ in nil })
    _ = await client.ask(
      "initialize",
      [
        "processId": .null, "rootUri": "file:///set", "capabilities": capabilities,
        "initializationOptions": options,
      ])
    client.notify("initialized", [:])
  }

  /// The URI of a file of the set.
  static func uri(_ path: String) -> JSON { .string("file://\(root)/\(path)") }

  /// Opens a file with a text.
  func open(_ text: String, in path: String = activity) {
    client.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": Editor.uri(path), "languageId": "yaml", "version": 1, "text": .string(text),
        ]
      ])
  }

  /// Changes the whole text of an open file.
  func change(_ text: String, in path: String = activity, version: Int = 2) {
    client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": Editor.uri(path), "version": .int(version)],
        "contentChanges": [["text": .string(text)]],
      ])
  }

  /// Asks about the place where the mark `‸` stands in a text that is opened without it.
  func ask(_ method: String, at marked: String, in path: String = activity, _ more: JSON = [:]) async -> JSON
  {
    let parts = marked.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
    open(parts.joined(), in: path)
    let line = parts[0].split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let place: JSON = [
      "textDocument": ["uri": Editor.uri(path)],
      "position": ["line": .int(line.count - 1), "character": .int(line.last?.utf16.count ?? 0)],
    ]
    return await client.ask(method, .object((place.object ?? []) + (more.object ?? [])))
  }

  /// What is pulled for a file.
  func diagnostics(_ path: String = activity) async -> [JSON] {
    let answer = await client.ask("textDocument/diagnostic", ["textDocument": ["uri": Editor.uri(path)]])
    return answer["result"]?["items"]?.array ?? []
  }
}

extension JSON {
  /// A place or range as `line:character` or `line:character-line:character`, both from 0.
  var place: String {
    if let line = self["line"]?.int, let character = self["character"]?.int { return "\(line):\(character)" }
    return "\(self["start"]?.place ?? "?")-\(self["end"]?.place ?? "?")"
  }
}
