import LanguageServer
import Testing

/// What is shown beside a text changes with other files. Who shows it asks again when told, and is told no more often:
/// each time all that is shown is asked for.
@Suite("What an editor asks for again")
struct RefreshTests {
  private static let plan = """
    codes:
      - {code: a, title: The first}
      - {code: b, title: The second}
    """

  /// An editor with a plan of codes and a file that uses one, both open.
  private func client() async -> Client {
    let files = ChangingFiles([
      "/set/.metrolint.yaml": Array("ruleset: ../rules\n".utf8),
      "/set/plan.yaml": Array(Self.plan.utf8),
      "/set/uses/one.yaml": Array("use: a\n".utf8),
      "/rules/ruleset.yaml": Array(
        """
        ruleset: small
        title: Small
        version: 1.0.0
        sources:
          plan: {files: [plan.yaml]}
          uses: {files: ["uses/*.yaml"]}
        indexes:
          code: {source: plan, select: "$.codes[*]", key: "@.code", label: "@.title"}
        """.utf8),
      "/rules/code-exists.yaml": Array(
        """
        summary: Every code is in the plan
        severity: error
        source: uses
        select: $.use
        reference: {index: code}
        """.utf8),
    ])
    let client = Client(files)
    _ = await client.ask(
      "initialize",
      [
        "processId": .null, "rootUri": "file:///set",
        "capabilities": [
          "workspace": [
            "codeLens": ["refreshSupport": true], "inlayHint": ["refreshSupport": true],
            "diagnostics": ["refreshSupport": true],
          ]
        ],
      ])
    client.notify("initialized", [:])
    await open("plan.yaml", Self.plan, client)
    await open("uses/one.yaml", "use: a\n", client)
    return client
  }

  private func open(_ path: String, _ text: String, _ client: Client) async {
    client.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": Editor.uri(path), "languageId": "yaml", "version": 1, "text": .string(text),
        ]
      ])
    await settle(client)
  }

  /// Waits until all that was sent is taken in and what it changes is told.
  private func settle(_ client: Client) async {
    for _ in 0..<2 { _ = await client.ask("workspace/symbol", ["query": ""]) }
  }

  /// What is to be asked for again after an edit: how often lenses, hints and diagnostics.
  private func refreshes(_ path: String, _ text: String, version: Int = 2, _ client: Client) async -> [Int] {
    func counts() -> [Int] {
      ["codeLens", "inlayHint", "diagnostic"].map { client.notes("workspace/\($0)/refresh").count }
    }
    let before = counts()
    client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": Editor.uri(path), "version": .int(version)],
        "contentChanges": [["text": .string(text)]],
      ])
    await settle(client)
    return zip(counts(), before).map { $0 - $1 }
  }

  @Test("lenses when a use comes or goes, though nothing is wrong before and after")
  func uses() async {
    let client = await client()
    #expect(await refreshes("uses/one.yaml", "use: b\n", client) == [1, 0, 0])
    #expect(client.pushed == [:])
    #expect(await refreshes("uses/one.yaml", "use: b # the second\n", version: 3, client) == [0, 0, 0])
    #expect(await refreshes("uses/one.yaml", "title: A\nuse: b\n", version: 4, client) == [0, 0, 0])
    #expect(await refreshes("uses/one.yaml", "title: A\n", version: 5, client) == [1, 0, 0])
    #expect(await refreshes("uses/one.yaml", "use: [\n", version: 6, client) == [0, 0, 0])
  }

  @Test("lenses and hints when an entry is something else")
  func entries() async {
    let client = await client()
    let other = Self.plan.replacing("The first", with: "The best")
    #expect(await refreshes("plan.yaml", other, client) == [1, 1, 0])
    #expect(await refreshes("plan.yaml", "# a\n" + other, version: 3, client) == [0, 0, 0])
    #expect(client.pushed == [:])
  }

  @Test("diagnostics when a file that the client asks for has others through another file's change")
  func diagnostics() async {
    let client = await client()
    let file: JSON = ["textDocument": ["uri": Editor.uri("uses/one.yaml")]]
    #expect(await client.ask("textDocument/diagnostic", file)["result"]?["items"] == [])
    let other = Self.plan.replacing("code: a", with: "code: c")
    #expect(await refreshes("plan.yaml", other, client) == [1, 1, 1])
    let items = await client.ask("textDocument/diagnostic", file)["result"]?["items"]?.array ?? []
    #expect(items.map { $0["code"] } == ["code-exists"])
    // The client asks by itself for what it edits.
    #expect(await refreshes("uses/one.yaml", "use: c\n", client) == [1, 0, 0])
  }

  @Test("everything when a configuration is another")
  func configuration() async {
    let client = await client()
    let file: JSON = ["textDocument": ["uri": Editor.uri("uses/one.yaml")]]
    _ = await client.ask("textDocument/diagnostic", file)
    await open(".metrolint.yaml", "ruleset: ../rules\n", client)
    let off = "ruleset: ../rules\nrules: {code-exists: off}\n"
    #expect(await refreshes(".metrolint.yaml", off, client) == [1, 1, 1])
  }
}
