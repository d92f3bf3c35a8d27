import LanguageServer
import Testing

/// What an editor may have open though no person wrote it.
@Suite("A very large buffer")
struct LargeFileTests {
  private static let size = 50_000_000
  private static let start = "title: A\ndate: 2021-03-09\nline: L1\nsummary: S\n"

  /// An editor in which this text is open.
  private func editor(_ text: String) async throws -> Editor {
    let editor = try await Editor()
    editor.open(text)
    return editor
  }

  /// The codes of what is wrong, each once.
  private func codes(_ found: [JSON]) -> Set<String> { Set(found.compactMap { $0["code"]?.string }) }

  /// Asks about a place; whether there was an answer.
  private func isAnswered(_ method: String, line: Int, _ character: Int, _ editor: Editor) async -> Bool {
    let place: JSON = ["line": .int(line), "character": .int(character)]
    let answer = await editor.client.ask(
      "textDocument/\(method)",
      [
        "textDocument": ["uri": Editor.uri(Editor.activity)], "position": place,
        "range": ["start": place, "end": place], "context": ["diagnostics": []], "newName": "new",
      ])
    return answer["result"] != nil || answer["error"]?["code"] == -32803
  }

  /// The server goes on, and what it says of a text of usual size is right.
  private func expectSound(_ editor: Editor, version: Int) async {
    editor.change(Editor.line.replacing("L1A2D3", with: "L1A2D9"), version: version)
    #expect(codes(await editor.diagnostics()) == ["outcome-exists"])
  }

  @Test("of brackets is over a limit, and nothing is completed in it")
  func brackets() async throws {
    let editor = try await editor(String(repeating: "[", count: Self.size))
    #expect(codes(await editor.diagnostics()) == ["yaml-limit"])
    for method in ["completion", "hover", "definition", "documentSymbol", "codeAction", "rename"] {
      #expect(await isAnswered(method, line: 0, Self.size, editor), "\(method)")
    }
    await expectSound(editor, version: 2)
  }

  @Test("in one line is edited at its end")
  func oneLine() async throws {
    let editor = try await editor(
      Self.start + "description: \"" + String(repeating: "x", count: Self.size) + "\"\n")
    #expect(codes(await editor.diagnostics()) == ["yaml-limit"])
    // What remains is no longer than a scalar may be.
    editor.client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": Editor.uri(Editor.activity), "version": 2],
        "contentChanges": [
          [
            "range": [
              "start": ["line": 4, "character": 24], "end": ["line": 4, "character": .int(Self.size + 14)],
            ], "text": "",
          ]
        ],
      ])
    let found = await editor.diagnostics()
    #expect(codes(found) == ["activity-shape"])
    #expect(found.first?["message"]?.string?.contains("outcomes") == true, "\(found)")
    await expectSound(editor, version: 3)
  }

  /// With 50 MB of them, what is built for tests takes minutes and what is released seconds, a tenth for each tenth.
  @Test("of wrong items shows the worst findings, and says how many more there are")
  func items() async throws {
    let count = Self.size / 10 / 11
    let editor = try await editor(
      Self.start + "outcomes:\n" + String(repeating: "  - L9A9D9\n", count: count) + "  - L1A")
    let found = await editor.diagnostics()
    #expect(found.count == 1_001)
    // Of each rule 10,000 are told.
    #expect(
      found.last?["message"]
        == "19000 more findings of this file are not shown; metrolint check tells all of them")
    #expect(await isAnswered("completion", line: 5 + count, 7, editor))
    await expectSound(editor, version: 2)
  }
}
