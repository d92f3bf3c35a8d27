import LanguageServer
import Testing

@Suite("What an editor can mend")
struct CodeActionTests {
  private func actions(
    _ text: String, only: JSON? = nil, changing change: (ChangingFiles) -> Void = { _ in }
  ) async throws -> [JSON] {
    let editor = try await Editor(changing: change)
    editor.open(text)
    let everything: JSON = ["start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0]]
    let answer = await editor.client.ask(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": Editor.uri(Editor.activity)], "range": everything,
        "context": .of(["diagnostics": [], "only": only]),
      ])
    return answer["result"]?.array ?? []
  }

  private func texts(_ action: JSON?) -> [String] {
    action?["edit"]?["changes"]?.object?.first?.value.array?.compactMap { $0["newText"]?.string } ?? []
  }

  @Test("each fix, all safe ones, and a comment that hides it")
  func fixes() async throws {
    let actions = try await actions(Editor.line.replacing("L1A2D3", with: "L1A2D4, l1a2d3"))
    #expect(
      actions.map { $0["title"] } == [
        "replace by L1A2D3", "Hide outcome-exists here, with a reason", "Apply all safe fixes of this file",
      ])
    #expect(actions.first?["isPreferred"] == true)
    #expect(actions.first?["diagnostics"]?.array?.first?["code"] == "outcome-exists")
    #expect(texts(actions.first) == ["L1A2D3"])
    #expect(texts(actions.last) == ["L1A2D3"])
    #expect(texts(actions[1]) == [" # metrolint: disable-line outcome-exists -- reason"])
  }

  @Test("the closest values, where nobody can tell for certain")
  func suggestions() async throws {
    let actions = try await actions(Editor.line.replacing("L1A2D3", with: "\"L1A2D33\""))
    #expect(
      actions.first?["title"]
        == "replace by L1A2D3 (Active participation in global and regional political events to impact and foster urban diplomacy)"
    )
    #expect(texts(actions.first) == ["\"L1A2D3\""])
    #expect(actions.first?["isPreferred"] == nil)
  }

  @Test("what is put together of several values is not put in the place of one of them")
  func suggestionsOfTemplate() async throws {
    let actions = try await actions("shifts: [{day: 7, room: hal}]\n") { files in
      for path in files.paths { files[path] = nil }
      for (path, text) in [
        ".metrolint.yaml": "ruleset: rules\n",
        "rules/ruleset.yaml": """
        ruleset: talks
        sources: {talks: {files: [talks.yaml]}, shifts: {files: ["activities/*"]}}
        indexes: {talk: {source: talks, select: "$[*]", key: "{@.day} {@.room}"}}
        """,
        "rules/talk-exists.yaml": """
        summary: Every shift is at a talk
        severity: error
        source: shifts
        select: $.shifts[*]
        reference: {index: talk, value: "{@.day} {@.room}"}
        """,
        "talks.yaml": "- {day: 7, room: hall}\n", Editor.activity: "shifts: []\n",
      ] {
        files["\(Editor.root)/\(path)"] = Array(text.utf8)
      }
    }
    #expect(actions.map { $0["title"] } == ["Hide talk-exists here, with a reason"])
  }

  @Test("inside of a text a comment stands in the line before")
  func hidingInText() async throws {
    let actions = try await actions(Editor.line.replacing("L1A2D3", with: "L1A2D4, \"L1A\\\n  9D3\""))
    #expect(
      actions.map(texts).contains(["# metrolint: disable-next-line outcome-exists -- reason\n"]))
  }

  @Test(
    "a text without quotes is not ended by a comment where it goes on",
    arguments: [
      ("L1A2D4, L1A9\n  D3", "# metrolint: disable-next-line outcome-exists -- reason\n", 0),
      ("\"L1A2\\\n  D4\", L1A9\n  D3", " # metrolint: disable-line outcome-exists -- reason", 2),
    ])
  func hidingWhereTextGoesOn(outcomes: String, comment: String, line: Int) async throws {
    let actions = try await actions(Editor.line.replacing("L1A2D3", with: outcomes))
    let hiding = actions.filter { $0["title"] == "Hide outcome-exists here, with a reason" }
    #expect(hiding.map(texts) == [[comment]])
    let edits = hiding.first?["edit"]?["changes"]?.object?.first?.value.array
    #expect(edits?.first?["range"]?["start"]?["line"] == .int(line))
  }

  @Test("only what the client asks for")
  func kinds() async throws {
    let text = Editor.line.replacing("L1A2D3", with: "L1A2D4, l1a2d3")
    #expect(
      try await actions(text, only: ["source.fixAll"]).map { $0["kind"] } == ["source.fixAll.metrolint"])
    #expect(try await actions(text, only: ["refactor"]).isEmpty)
  }
}
