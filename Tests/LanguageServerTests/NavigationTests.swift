import LanguageServer
import Testing

@Suite("What refers to what, in an editor")
struct NavigationTests {
  private static let marked = Editor.line.replacing("L1A2D3", with: "L1A‸2D3")

  @Test("a code shows its entry")
  func hover() async throws {
    let editor = try await Editor(["textDocument": ["hover": ["contentFormat": ["plaintext"]]]])
    let answer = await editor.ask("textDocument/hover", at: Self.marked)
    #expect(
      answer["result"]?["contents"] == [
        "kind": "plaintext",
        "value": """
        L1A2D3 (outcome)

        Active participation in global and regional political events to impact and foster urban diplomacy

        defined in plan.yaml, line 15

        used in 4 activities, 1 report
        """,
      ])
    #expect(answer["result"]?["range"]?.place == "0:99-0:105")
  }

  @Test("a field shows what the schema says of it")
  func hoverField() async throws {
    let editor = try await Editor()
    let answer = await editor.ask("textDocument/hover", at: "out‸comes: []\n")
    #expect(
      answer["result"]?["contents"]?.string
        == "Outcomes\n\nCodes of the outcomes of the plan that the activity contributes to.")
    #expect(answer["result"]?["range"]?.place == "0:0-0:8")
  }

  @Test("a code leads to its definition, as a link where the client takes links")
  func definition() async throws {
    let plain = await (try await Editor()).ask("textDocument/definition", at: Self.marked)
    #expect(plain["result"]?.array?.map { $0["uri"] } == [Editor.uri("plan.yaml")])
    #expect(plain["result"]?.array?.first?["range"]?.place == "14:19-14:25")
    let linking = try await Editor(["textDocument": ["definition": ["linkSupport": true]]])
    let link = await linking.ask("textDocument/definition", at: Self.marked)["result"]?.array?.first
    #expect(link?["targetUri"] == Editor.uri("plan.yaml"))
    #expect(link?["originSelectionRange"]?.place == "0:99-0:105")
  }

  @Test("an entry knows all its uses, in files that are not open too")
  func references() async throws {
    let editor = try await Editor()
    let plan = String(decoding: try #require(editor.files["/set/plan.yaml"]), as: UTF8.self)
    let answer = await editor.ask(
      "textDocument/references", at: plan.replacing("code: L1A2D3", with: "code: ‸L1A2D3"), in: "plan.yaml",
      ["context": ["includeDeclaration": true]])
    #expect(
      answer["result"]?.array?.compactMap { $0["uri"] } == [
        Editor.uri("plan.yaml"), Editor.uri("activities/2021-03-08-international-womens-day.yaml"),
        Editor.uri(Editor.activity), Editor.uri("activities/2021-03-17-csw65-local-feminist-leadership.yaml"),
        Editor.uri("activities/2021-03-17-first-metropolitan-forum-of-seville.yaml"),
        Editor.uri("report.yaml"),
      ])
  }

  @Test("all places of one file that mean the same")
  func highlight() async throws {
    let editor = try await Editor()
    let answer = await editor.ask(
      "textDocument/documentHighlight", at: "title: A\noutcomes: [‸L1A2D3, L1A1D1, \"L1A2D3\"]\n")
    #expect(answer["result"]?.array?.compactMap { $0["range"]?.place } == ["1:11-1:17", "1:27-1:35"])
  }

  @Test(
    "where nothing stands that refers, there is nothing", arguments: ["hover", "definition", "references"])
  func nothing(method: String) async throws {
    let editor = try await Editor()
    #expect(await editor.ask("textDocument/\(method)", at: "# com‸ment\n")["result"] == .null)
    #expect(
      await editor.ask("textDocument/\(method)", at: "title: [‸\n", in: "activities/b.yaml")["result"]
        == .null)
  }

  @Test("a name is changed where it is defined and used, in the quotes that it stands in")
  func rename() async throws {
    let editor = try await Editor()
    editor.open("outcomes: ['L1A2D3', \"L1A2D3\"]\n", in: "activities/2021-05-01-b.yaml")
    let answer = await editor.ask("textDocument/rename", at: Self.marked, ["newName": "it's: new"])
    let changes = try #require(answer["result"]?["changes"]?.object)
    #expect(changes.count == 7)
    let quoted = changes.first { $0.name.hasSuffix("2021-05-01-b.yaml") }
    #expect(quoted?.value.array?.compactMap { $0["newText"]?.string } == ["'it''s: new'", "\"it's: new\""])
    let plain = changes.first { $0.name.hasSuffix("plan.yaml") }
    #expect(plain?.value.array?.compactMap { $0["newText"]?.string } == ["\"it's: new\""])
  }

  @Test(
    "a name that cannot be had is refused with the reason",
    arguments: [
      (Self.marked, "L1A1D1", "L1A1D1 is taken: it is the outcome in plan.yaml, line 9"),
      (Self.marked, " ", "the new name is empty"),
      (
        "alliances: [‸UCLG]\n", "ALLAS",
        "ALLAS is taken: it is an alias of the alliance AL-LAs in alliances.yaml, line 4"
      ),
      ("outcomes: [‸L1A2D9]\n", "x", "L1A2D9 is no known outcome"),
      ("outcomes: [‸l1a2d3]\n", "x", "l1a2d3 is another spelling of L1A2D3; correct it first"),
      ("tit‸le: A\n", "x", "there is neither a key nor a reference here"),
    ])
  func refused(marked: String, name: String, reason: String) async throws {
    let editor = try await Editor()
    let answer = await editor.ask("textDocument/rename", at: marked, ["newName": .string(name)])
    #expect(answer["error"]?["code"] == -32803)
    #expect(answer["error"]?["message"]?.string == reason)
  }

  @Test("nothing is renamed while a file that may use it cannot be read")
  func unreadable() async throws {
    let editor = try await Editor()
    editor.open("outcomes: [\n", in: "activities/2021-05-01-b.yaml")
    let answer = await editor.ask("textDocument/prepareRename", at: Self.marked)
    #expect(
      answer["error"]?["message"]
        == "activities/2021-05-01-b.yaml could not be read, so not every use is known")
  }

  @Test("an entry is found by a part of its name, case and diacritics apart")
  func workspaceSymbols() async throws {
    let editor = try await Editor()
    let answer = await editor.client.ask("workspace/symbol", ["query": "sao"])
    #expect(answer["result"]?.array?.compactMap { $0["name"]?.string } == ["São Paulo"])
  }

  @Test("the records of a file, one in the other where the client takes that")
  func documentSymbols() async throws {
    let editor = try await Editor([
      "textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]
    ])
    let answer = await editor.ask(
      "textDocument/documentSymbol", at: "lines:\n  - code: L1\n    actions: [{title: A, code: L1A1}]\n‸",
      in: "plan.yaml")
    let lines = try #require(answer["result"]?.array)
    #expect(lines.map { $0["name"] } == ["L1"])
    #expect(lines.first?["children"]?.array?.map { $0["name"] } == ["A"])
    #expect(lines.first?["selectionRange"]?.place == "1:10-1:12")
  }

  @Test("labels beside codes, unless they are switched off")
  func inlayHints() async throws {
    let range: JSON = ["range": ["start": ["line": 0, "character": 0], "end": ["line": 9, "character": 0]]]
    let on = try await Editor()
    let hints = await on.ask("textDocument/inlayHint", at: "line: L1‸\n", range)["result"]?.array
    #expect(
      hints?.compactMap { $0["tooltip"]?.string } == [
        "Strengthen global leadership on metropolitan diplomacy and advocacy"
      ])
    let off = try await Editor(options: ["inlayHints": false])
    #expect(await off.ask("textDocument/inlayHint", at: "line: L1‸\n", range)["result"] == [])
  }

  @Test("above an entry stands how many files use it, and its command gives the places")
  func codeLens() async throws {
    let editor = try await Editor()
    let answer = await editor.client.ask(
      "textDocument/codeLens", ["textDocument": ["uri": Editor.uri("plan.yaml")]])
    let lens = try #require(answer["result"]?.array?.first { $0["range"]?.place == "14:19-14:25" })
    #expect(lens["command"]?["title"] == "4 activities, 1 report")
    let places = await editor.client.ask("workspace/executeCommand", lens["command"] ?? .null)
    #expect(places["result"]?.array?.count == 5)
  }
}
