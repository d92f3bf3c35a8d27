import Dispatch
import LanguageServer
import Synchronization
import Testing
import Workspace

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

  @Test("it ends when the process of the client is gone, though somebody holds the pipe open")
  func goneProcess() async {
    let isThere = Mutex(true)
    let client = Client(ChangingFiles([:]), isRunning: { $0 == 42 && isThere.withLock(\.self) })
    _ = await client.ask("initialize", ["processId": 42])
    #expect(await client.ask("no/such/method", [:])["error"]?["code"] == -32601)
    isThere.withLock { $0 = false }
    #expect(await !client.isEndedWell)
  }

  @Test("a request that is taken back is answered so at once, whatever the server does meanwhile")
  func takenBack() async throws {
    let files = HeldFiles(ChangingFiles(try Sample.metropolis(in: "/set")))
    let client = Client(files)
    _ = await client.ask("initialize", ["rootUri": "file:///set", "capabilities": [:]])
    files.hold()
    client.notify("initialized", [:])
    client.send(["jsonrpc": "2.0", "id": "late", "method": "workspace/symbol", "params": ["query": ""]])
    client.notify("$/cancelRequest", ["id": "late"])
    client.notify("$/cancelRequest", ["id": "late"])
    client.notify("$/cancelRequest", ["id": "never"])
    #expect(code(await client.answer(to: "late")) == -32800)
    files.release()
    #expect(await client.ask("workspace/symbol", ["query": "L1A2D3"])["result"]?.array?.count == 1)
    #expect(client.hasAnswer(to: "late") == false)
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

/// Files that nobody gets at while they are held.
private final class HeldFiles: Files {
  private let base: ChangingFiles
  private let door = DispatchSemaphore(value: 0)
  private let isHeld = Mutex(false)

  init(_ base: ChangingFiles) {
    self.base = base
  }

  func hold() { isHeld.withLock { $0 = true } }

  func release() {
    isHeld.withLock { $0 = false }
    door.signal()
  }

  func kind(of path: String) -> FileKind {
    if isHeld.withLock(\.self) {
      door.wait()
      door.signal()
    }
    return base.kind(of: path)
  }

  func folder(_ path: String) throws(FileProblem) -> any FileFolder { try base.folder(path) }
}
