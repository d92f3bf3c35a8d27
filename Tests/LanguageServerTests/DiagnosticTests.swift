import Foundation
import LanguageServer
import Testing
import Workspace

@Suite("What an editor shows as wrong")
struct DiagnosticTests {
  private static let broken = Editor.line.replacing("L1A2D3", with: "L1A2D9")

  @Test(
    "a wrong code is at its exact characters, in the unit that was agreed on",
    arguments: [
      ("utf-8", "0:103-0:109"), ("utf-16", "0:99-0:105"), ("utf-32", "0:98-0:104"),
    ])
  func place(unit: String, expected: String) async throws {
    let editor = try await Editor(["general": ["positionEncodings": ["utf-7", .string(unit)]]])
    editor.open(Self.broken)
    let found = try #require(await editor.diagnostics().first)
    #expect(found["range"]?.place == expected)
    #expect(found["code"] == "outcome-exists")
    #expect(found["severity"] == 1)
    #expect(found["source"] == "metrolint")
    #expect(found["message"] == "L1A2D9 is no outcome of the Strategic Action Plan")
    #expect(found["codeDescription"]?["href"] == "file:///pages%20of%20metropolis/outcome-exists.md")
  }

  @Test("where no page can be written, a finding links to its rule's own file, if it has one")
  func noPage() async throws {
    let builtIn = try await Editor(hasPages: false)
    builtIn.open(Self.broken)
    #expect(await builtIn.diagnostics().map { $0["codeDescription"] } == [nil])
    let own = try await Editor(hasPages: false) { files in
      let folder = Sample.package.appending(path: "Rules/metropolis")
      for (path, bytes) in (try? Sample.files(in: folder)) ?? [:] { files["/own rules/" + path] = bytes }
      files["/set/.metrolint.yaml"] = Array("ruleset: ../own rules\n".utf8)
    }
    own.open(Self.broken)
    #expect(
      await own.diagnostics().map { $0["codeDescription"]?["href"] } == [
        "file:///own%20rules/outcome-exists.yaml"
      ])
  }

  @Test("what is wrong is pushed, and taken back when it is mended, also in files that are not open")
  func pushed() async throws {
    let editor = try await Editor()
    editor.open("lines: []\n", in: "plan.yaml")
    _ = await editor.client.ask("workspace/symbol", ["query": ""])
    // The request was answered at its turn; what is pushed comes after it.
    _ = await editor.client.ask("workspace/symbol", ["query": ""])
    let closed = "file:///set/activities/2021-03-08-international-womens-day.yaml"
    #expect(editor.client.pushed[closed]?.isEmpty == false)
    editor.client.notify("textDocument/didClose", ["textDocument": ["uri": Editor.uri("plan.yaml")]])
    _ = await editor.client.ask("workspace/symbol", ["query": ""])
    _ = await editor.client.ask("workspace/symbol", ["query": ""])
    #expect(editor.client.pushed[closed] == [])
    #expect(editor.client.pushed.filter { !$0.value.isEmpty } == [:])
  }

  @Test("a file that the client asks for is not pushed as well")
  func pulled() async throws {
    let editor = try await Editor()
    editor.open(Self.broken)
    #expect(await editor.diagnostics().count == 1)
    editor.change(Self.broken + "# \n")
    #expect(await editor.diagnostics().count == 1)
    let uri = try #require(Editor.uri(Editor.activity).string)
    #expect(editor.client.pushed[uri, default: []].isEmpty)
  }

  @Test("of very many findings in one file the worst are shown, and it is said how many there are more")
  func veryMany() async throws {
    let editor = try await Editor()
    let codes = (1...1_500).map { "L9A9D\($0)" }.joined(separator: ", ")
    editor.open("title: no\noutcomes: [\(codes)]\n")
    let found = await editor.diagnostics()
    #expect(found.count == 1_001)
    #expect(found.dropLast().allSatisfy { $0["severity"] == 1 })
    let last = try #require(found.last)
    #expect(last["severity"] == 3)
    #expect(last["range"]?.place == "0:0-0:0")
    let check = try #require(last["message"]?.string)
    #expect(check.hasSuffix(" more findings of this file are not shown; metrolint check tells all of them"))
    #expect(check.prefix { $0.isNumber } == "50\(check.dropFirst(2).first ?? "?")")
  }

  @Test("an answer that the client has already is not sent again")
  func unchanged() async throws {
    let editor = try await Editor()
    editor.open(Self.broken)
    var params: JSON = ["textDocument": ["uri": Editor.uri(Editor.activity)]]
    let id = try #require(await editor.client.ask("textDocument/diagnostic", params)["result"]?["resultId"])
    params = ["textDocument": ["uri": Editor.uri(Editor.activity)], "previousResultId": id]
    #expect(
      await editor.client.ask("textDocument/diagnostic", params)["result"] == [
        "kind": "unchanged", "resultId": id,
      ])
  }

  @Test("all files at once, and those that are mended")
  func workspace() async throws {
    let editor = try await Editor()
    editor.open(Self.broken)
    let known: JSON = ["previousResultIds": [["uri": Editor.uri("report.yaml"), "value": "old"]]]
    let items = await editor.client.ask("workspace/diagnostic", known)["result"]?["items"]?.array ?? []
    #expect(items.map { $0["uri"] } == [Editor.uri(Editor.activity), Editor.uri("report.yaml")])
    #expect(items.map { $0["items"]?.array?.count } == [1, 0])
    #expect(items.map { $0["version"] } == [1, .null])
  }

  @Test("edits are of the text that the one before has left, and what is outside the text is moved into it")
  func edits() async throws {
    let editor = try await Editor()
    editor.open(Editor.line)
    func range(_ start: (Int, Int), _ end: (Int, Int)) -> JSON {
      [
        "start": ["line": .int(start.0), "character": .int(start.1)],
        "end": ["line": .int(end.0), "character": .int(end.1)],
      ]
    }
    editor.client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": Editor.uri(Editor.activity), "version": 2],
        "contentChanges": [
          ["range": range((0, 104), (0, 105)), "text": "9"],
          ["range": range((900, 900), (900, 900)), "text": "# end\n"],
          ["range": range((0, 105), (0, 104)), "text": "8"],
          ["range": range((-1, -5), (0, 0)), "text": "# start\n"],
        ],
      ])
    let found = try #require(await editor.diagnostics().first)
    #expect(found["message"] == "L1A2D8 is no outcome of the Strategic Action Plan")
    #expect(found["range"]?.place == "1:99-1:105")
  }

  @Test("an edit that is none loses nothing, and the log says so")
  func wrongEdits() async throws {
    let editor = try await Editor()
    editor.open(Self.broken)
    editor.client.notify(
      "textDocument/didChange", ["textDocument": ["uri": "file:///set/other.yaml"], "contentChanges": []])
    editor.client.notify("textDocument/didChange", ["textDocument": ["uri": Editor.uri(Editor.activity)]])
    editor.change(Self.broken.replacing("L1A2D9", with: "L1A2D8"), version: 0)
    #expect(await editor.diagnostics().map { $0["data"]?["value"] } == ["L1A2D8"])
    #expect(
      editor.client.notes("window/logMessage").map { $0["message"] } == [
        "metrolint: textDocument/didChange: file:///set/other.yaml is not open",
        "metrolint: textDocument/didChange: contentChanges is missing",
        "metrolint: version 0 of file:///set/activities/2021-03-09-sao-paulo.yaml comes after version 1",
      ])
  }

  @Test("a ruleset that becomes wrong is told in its own file, and the last good one stays")
  func wrongRuleset() async throws {
    let rule = "/rules/outcome-exists.yaml"
    let editor = try await Editor(changing: { files in
      let folder = Sample.package.appending(path: "Rules/metropolis")
      for (path, bytes) in (try? Sample.files(in: folder)) ?? [:] { files["/rules/" + path] = bytes }
      files["/set/.metrolint.yaml"] = Array("ruleset: ../rules\n".utf8)
    })
    editor.open(Self.broken)
    #expect(await editor.diagnostics().map { $0["code"] } == ["outcome-exists"])
    let good = String(decoding: try #require(editor.files[rule]), as: UTF8.self)
    editor.client.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string("file://" + rule), "version": 1, "languageId": "yaml",
          "text": .string(good.replacing("severity: error", with: "severity: eror")),
        ]
      ])
    #expect(await editor.diagnostics().map { $0["code"] } == ["outcome-exists"])
    _ = await editor.client.ask("workspace/symbol", ["query": ""])
    let pushed = editor.client.pushed["file://" + rule] ?? []
    #expect(pushed.map { $0["code"] } == ["ruleset"])
    #expect(pushed.first?["range"]?.place == "1:10-1:14")
    editor.client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string("file://" + rule), "version": 2],
        "contentChanges": [["text": .string(good.replacing("severity: error", with: "severity: warning"))]],
      ])
    #expect(await editor.diagnostics().map { $0["severity"] } == [2])
    _ = await editor.client.ask("workspace/symbol", ["query": ""])
    #expect(editor.client.pushed["file://" + rule] == [])
  }

  @Test("changes on disk are seen, of the configuration too")
  func watched() async throws {
    let editor = try await Editor()
    editor.open(Self.broken)
    #expect(await editor.diagnostics().count == 1)
    editor.files["/set/.metrolint.yaml"] = Array("ruleset: metropolis\nrules: {outcome-exists: off}\n".utf8)
    let change: JSON = ["uri": Editor.uri(".metrolint.yaml"), "type": 2]
    editor.client.notify("workspace/didChangeWatchedFiles", ["changes": [change]])
    #expect(await editor.diagnostics().isEmpty)
    editor.files["/set/activities/2021-99.yaml"] = Array("title: 3\n".utf8)
    editor.client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": Editor.uri("activities/2021-99.yaml"), "type": 1]]])
    #expect(await editor.diagnostics("activities/2021-99.yaml").isEmpty == false)
    editor.files["/set/activities/2021-99.yaml"] = nil
    editor.client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": Editor.uri("activities/2021-99.yaml"), "type": 3]]])
    _ = await editor.diagnostics()
    _ = await editor.diagnostics()
    #expect(editor.client.pushed.filter { !$0.value.isEmpty } == [:])
  }
}
