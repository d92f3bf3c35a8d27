import LanguageServer
import Testing

@Suite("The life of a server, and what comes at the wrong time or is no message")
struct LifecycleTests {
  private func code(_ answer: JSON) -> Int? { answer["error"]?["code"]?.int }

  @Test("it begins with initialize and ends with shutdown and exit")
  func life() async throws {
    let client = Client(ChangingFiles([:]))
    #expect(code(await client.ask("textDocument/hover", [:])) == -32002)
    #expect(await client.ask("initialize", [:])["result"]?["serverInfo"]?["name"] == "metrolint")
    #expect(code(await client.ask("initialize", [:])) == -32600)
    #expect(await client.ask("shutdown", .null)["result"] == .null)
    #expect(code(await client.ask("textDocument/hover", [:])) == -32600)
    client.notify("exit", .null)
    #expect(await client.isEndedWell)
  }

  @Test("it ends when the client is gone")
  func goneClient() async {
    let client = Client(ChangingFiles([:]))
    _ = await client.ask("initialize", [:])
    #expect(await !client.end())
  }

  @Test("it ends at once when exit comes without shutdown")
  func exitAlone() async {
    let client = Client(ChangingFiles([:]))
    client.notify("exit", .null)
    #expect(await !client.isEndedWell)
  }

  @Test(
    "what is no message is answered, and the next message counts",
    arguments: [
      ("Content-Length: 5\r\n\r\n{\"a\":", -32700),
      ("Content-Length: no\r\n\r\n{}", -32700),
      ("Content-Length: -7\r\n\r\n{}", -32700),
      ("Content-Length: 99999999999999\r\n\r\n{}", -32700),
      ("no header at all\r\n\r\n", -32700),
      ("Content-Type: text\r\n\r\n{}", -32700),
      ("Content-Length: 2\r\n\r\n[]", -32600),
      ("Content-Length: 17\r\n\r\n{\"jsonrpc\":\"2.0\"}", -32600),
      ("Content-Length: 2\r\n\r\n{}", -32600),
      ("Content-Length: 4\r\n\r\nnull", -32600),
      ("Content-Length: 1\r\n\r\n{}", -32700),
    ])
  func broken(bytes: String, expected: Int) async {
    let client = Client(ChangingFiles([:]))
    _ = await client.ask("initialize", [:])
    client.send(bytes: bytes)
    #expect(code(await client.answer(to: .null)) == expected)
    #expect(code(await client.ask("no/such/method", [:])) == -32601)
  }

  @Test("a message may come in pieces, and several in one")
  func pieces() async {
    let client = Client(ChangingFiles([:]))
    let message = "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"initialize\",\"params\":{}}"
    for byte in "Content-Length: \(message.utf8.count)\r\nX: y\r\n\r\n\(message)" {
      client.send(bytes: String(byte))
    }
    #expect(await client.answer(to: "x")["result"] != nil)
    let two = ["a", "b"].map { "{\"jsonrpc\":\"2.0\",\"id\":\"\($0)\",\"method\":\"m\"}" }
    client.send(bytes: two.map { "content-length:\($0.utf8.count)\n\n\($0)" }.joined())
    #expect(code(await client.answer(to: "a")) == -32601)
    #expect(code(await client.answer(to: "b")) == -32601)
  }

  @Test(
    "parameters that are none of a method's are refused",
    arguments: ["hover", "completion", "rename", "diagnostic"])
  func wrongParameters(method: String) async throws {
    let editor = try await Editor()
    let missing = await editor.client.ask("textDocument/\(method)", .null)
    #expect(code(missing) == -32602)
    let elsewhere = await editor.client.ask(
      "textDocument/\(method)",
      [
        "textDocument": ["uri": "file:///nowhere.yaml"], "position": ["line": 0, "character": 0],
        "newName": "x",
      ])
    #expect(code(elsewhere) == -32602)
  }
}
