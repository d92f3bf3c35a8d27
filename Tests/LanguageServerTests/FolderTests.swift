import Foundation
import LanguageServer
import Testing
import Workspace

@Suite("Folders of an editor, with data sets in them")
struct FolderTests {
  private static let line = Editor.line.replacing("L1A2D3", with: "L1A2D9")

  /// An editor with these folders open, and the sample set in `/a`, `/b/deep/set` and, in the first, `/a/inner`.
  private func client(
    _ folders: [String], _ capabilities: JSON = [:], answer: @escaping Client.Answer = { _ in .null }
  ) async throws -> (Client, ChangingFiles) {
    var contents: [String: [UInt8]] = [:]
    for root in ["/a", "/a/inner", "/b/deep/set"] {
      contents.merge(try Sample.metropolis(in: root)) { $1 }
      contents[root + "/.metrolint.yaml"] = Array("ruleset: metropolis\n".utf8)
      contents["\(root)/\(Editor.activity)"] = Array(Self.line.utf8)
    }
    let files = ChangingFiles(contents)
    let client = Client(files, answer: answer)
    _ = await client.ask(
      "initialize",
      [
        "processId": .null, "capabilities": capabilities,
        "workspaceFolders": .array(folders.map { ["uri": .string("file://" + $0), "name": .string($0)] }),
      ])
    client.notify("initialized", [:])
    return (client, files)
  }

  private func wrong(_ client: Client) async -> [String] {
    _ = await client.ask("workspace/symbol", ["query": ""])
    _ = await client.ask("workspace/symbol", ["query": ""])
    return client.pushed.filter { !$0.value.isEmpty }.keys.sorted()
  }

  private func open(_ client: Client, _ path: String, _ text: String) {
    client.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string("file://" + path), "languageId": "yaml", "version": 1, "text": .string(text),
        ]
      ])
  }

  @Test("sets in several folders and inside each other are told of, each file by the innermost")
  func several() async throws {
    let (client, _) = try await client(["/a", "/b"])
    #expect(
      await wrong(client).filter { $0.hasSuffix(Editor.activity) }
        == ["/a/", "/a/inner/", "/b/deep/set/"].map { "file://\($0)\(Editor.activity)" })
    #expect(client.pushed["file:///a/inner/\(Editor.activity)"]?.map { $0["code"] } == ["outcome-exists"])
  }

  @Test("a folder that is closed takes its findings with it, and one that is opened brings its own")
  func changed() async throws {
    let (client, _) = try await client(["/b"])
    #expect(await wrong(client) == ["file:///b/deep/set/\(Editor.activity)"])
    let (gone, new): (JSON, JSON) = (
      ["uri": "file:///b", "name": "b"], ["uri": "file:///a/inner", "name": "c"]
    )
    client.notify(
      "workspace/didChangeWorkspaceFolders", ["event": ["removed": [gone], "added": [new]]])
    #expect(await wrong(client).contains("file:///b/deep/set/\(Editor.activity)") == false)
    #expect(await wrong(client).contains("file:///a/inner/\(Editor.activity)"))
  }

  @Test("a file outside any set is no mistake, and says nothing")
  func outside() async throws {
    let (client, _) = try await client(["/b"])
    open(client, "/else/where.yaml", "outcomes: [L1A2D9]\n")
    let place: JSON = [
      "textDocument": ["uri": "file:///else/where.yaml"], "position": ["line": 0, "character": 12],
    ]
    #expect(await client.ask("textDocument/diagnostic", place)["result"]?["items"] == [])
    for method in ["hover", "definition", "completion"] {
      let answer = await client.ask("textDocument/\(method)", place)
      #expect(answer["error"] == nil, "\(method)")
    }
    #expect(await wrong(client) == ["file:///b/deep/set/\(Editor.activity)"])
  }

  @Test("the first load shows its progress, when the client can")
  func progress() async throws {
    let (client, _) = try await client(["/b"], ["window": ["workDoneProgress": true]])
    _ = await wrong(client)
    let token = try #require(client.notes("window/workDoneProgress/create").first?["token"])
    let shown = client.notes("$/progress").filter { $0["token"] == token }.compactMap { $0["value"] }
    #expect(shown.first?["kind"] == "begin")
    #expect(shown.first?["title"] == "Checking set")
    #expect(shown.last == ["kind": "end"])
    let percents = shown.compactMap { $0["percentage"]?.int }
    #expect(percents == percents.sorted() && percents.last == 100)
  }

  @Test("no progress is shown to a client that cannot or will not show it")
  func noProgress() async throws {
    let (silent, _) = try await client(["/b"])
    _ = await wrong(silent)
    #expect(silent.notes("window/workDoneProgress/create").isEmpty)
    #expect(silent.notes("$/progress").isEmpty)
    let (refusing, _) = try await client(["/b"], ["window": ["workDoneProgress": true]]) { _ in nil }
    _ = await wrong(refusing)
    #expect(refusing.notes("window/workDoneProgress/create").count == 1)
    #expect(refusing.notes("$/progress").isEmpty)
  }

  @Test("each set has a bar of its own, also one that is loaded again")
  func bars() async throws {
    let (client, files) = try await client(["/a"], ["window": ["workDoneProgress": true]])
    _ = await wrong(client)
    files["/a/.metrolint.yaml"] = nil
    let (gone, new): (JSON, JSON) = (["uri": "file:///a", "name": "a"], ["uri": "file:///b", "name": "b"])
    client.notify("workspace/didChangeWorkspaceFolders", ["event": ["removed": [gone], "added": [new]]])
    client.notify("workspace/didChangeWorkspaceFolders", ["event": ["removed": [], "added": [gone]]])
    _ = await wrong(client)
    let tokens = client.notes("window/workDoneProgress/create").compactMap { $0["token"] }
    #expect(tokens.count >= 4 && Set(tokens).count == tokens.count)
    for token in tokens {
      let kinds = client.notes("$/progress").filter { $0["token"] == token }.compactMap {
        $0["value"]?["kind"]
      }
      #expect(kinds.first == "begin" && kinds.last == "end" && kinds.count { $0 != "report" } == 2)
    }
  }
}
