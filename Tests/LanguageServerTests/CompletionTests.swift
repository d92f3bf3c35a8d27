import LanguageServer
import Testing

@Suite("What an editor offers")
struct CompletionTests {
  /// The labels of what is offered where `‸` stands.
  private func labels(_ marked: String, in path: String = Editor.activity) async throws -> [String] {
    let editor = try await Editor()
    let answer = await editor.ask("textDocument/completion", at: marked, in: path)
    return (answer["result"]?["items"]?.array ?? []).compactMap { $0["label"]?.string }
  }

  @Test(
    "keys of the plan, however broken the text is",
    arguments: [
      "{title: A, outcomes: [L1A2‸]}\n",
      "title: A\noutcomes: [L1A2‸]\n",
      "title: A\noutcomes: [L1A2‸\nline: L1\n",
      "title: A\noutcomes: [L1A1D1, L1A2‸",
      "title: A\noutcomes: [L1A1D1, \"L1A2‸\nline: L1\n",
      "title: A\noutcomes:\n  - L1A1D1\n  - L1A2‸\nline: L1\n",
      "title: A\noutcomes:\n  - 'L1A2‸\n",
      "title: A\r\noutcomes: [L1A2‸D1]\r\n",
      "title: A\n---\ntitle: B\noutcomes: [L1A2‸]\n",
    ])
  func keys(marked: String) async throws {
    #expect(try await labels(marked) == ["L1A2D1", "L1A2D2", "L1A2D3", "L1A2D4"])
  }

  @Test(
    "all keys where nothing is typed yet",
    arguments: ["line: ‸\n", "line:\n  ‸\n", "{line: ‸}\n", "line: \"‸\"\n"])
  func nothingTyped(marked: String) async throws {
    #expect(try await labels(marked) == ["L1", "L2", "L3"])
  }

  @Test(
    "a name is found without its diacritics, by an alias and by its label, in quotes where it stands in them",
    arguments: [
      ("members: [Sao‸]\n", "São Paulo", "Sao Paulo", "São Paulo"),
      ("members: [\"São‸\"]\n", "São Paulo", "\"São Paulo", "\"São Paulo\""),
      ("alliances: [ALLA‸]\n", "AL-LAs", "ALLAS", "AL-LAs"),
      ("challenges: [1.‸]\n", "1.1", "1.1", "\"1.1\""),
    ])
  func names(marked: String, label: String, filter: String, text: String) async throws {
    let editor = try await Editor()
    let answer = await editor.ask("textDocument/completion", at: marked)
    let item = try #require(answer["result"]?["items"]?.array?.first { $0["label"]?.string == label })
    #expect(item["filterText"]?.string?.hasPrefix(filter) == true, "\(item["filterText"]?.string ?? "")")
    #expect(item["textEdit"]?["newText"]?.string == text)
  }

  @Test("an item says what the key means and replaces what is typed, and no more")
  func item() async throws {
    let editor = try await Editor([
      "textDocument": ["completion": ["completionItem": ["documentationFormat": ["markdown"]]]]
    ])
    let answer = await editor.ask(
      "textDocument/completion", at: "{title: \"São 😀\", outcomes: [L1A1‸D1, L2]}\n")
    #expect(
      answer["result"]?["items"]?.array?.first == [
        "label": "L1A1D1", "kind": 18,
        "detail": "Policy recommendations on issues critical to the metropolitan future",
        "documentation": [
          "kind": "markdown",
          "value":
            "**L1A1D1** (outcome)\n\nPolicy recommendations on issues critical to the metropolitan future\n\ndefined in `plan.yaml`",
        ],
        "filterText": "L1A1D1 Policy recommendations on issues critical to the metropolitan future",
        "sortText": "00000",
        "textEdit": [
          "range": ["start": ["line": 0, "character": 29], "end": ["line": 0, "character": 35]],
          "newText": "L1A1D1",
        ],
      ])
  }

  @Test(
    "fields that are not there yet, those that must be first",
    arguments: [
      "title: A\nd‸\noutcomes: []\n", "{title: A, outcomes: [], d‸}\n", "title: A\noutcomes: []\nd‸",
    ])
  func fields(marked: String) async throws {
    let labels = try await labels(marked)
    #expect(labels.prefix(2) == ["date", "line"])
    #expect(!labels.contains("title"))
    #expect(labels.contains("participants"))
  }

  @Test("values that the schema fixes")
  func values() async throws {
    let labels = try await labels("id: africa\nfocal_points:\n  - {role: ‸}\n", in: "membership/africa.yaml")
    #expect(labels == ["regional-secretary", "regional-officer"])
  }

  @Test("nothing in a comment's file that no rule looks at")
  func nothing() async throws {
    #expect(try await labels("anything: ‸\n", in: "notes/unknown.yaml") == [])
  }
}
