import Findings
import Testing
import Workspace

@Suite("Fixes")
struct FixRunTests {
  /// A data set in memory: two codes, their uses, and a member that is spelt in two ways.
  static let ruleset = [
    "ruleset.yaml": """
    ruleset: small
    title: Small
    version: 1.0.0
    sources:
      plan: {files: [plan.yaml]}
      acts: {files: ["acts/*.yaml"]}
    indexes:
      code: {source: plan, select: "$.codes[*]", key: "@.code"}
    """,
    "code-exists.yaml": """
    summary: A code is one of the plan
    source: acts
    select: $.codes[*]
    reference: {index: code}
    """,
    "code-once.yaml": """
    summary: A code is listed once
    source: acts
    select: $.codes[*]
    unique: {key: ["@"], within: file}
    """,
  ]

  static func run(
    _ acts: [String: [UInt8]], with rules: [String: String] = [:]
  ) async throws -> FixRun.Outcome {
    var files: [String: [UInt8]] = [:]
    for (path, text) in ruleset.merging(rules, uniquingKeysWith: { $1 }) {
      files["/set/rules/" + path] = Array(text.utf8)
    }
    files["/set/.metrolint.yaml"] = Array("ruleset: ./rules\n".utf8)
    files["/set/plan.yaml"] = Array("codes: [{code: São Paulo}, {code: Bogotá}]\n".utf8)
    for (path, bytes) in acts { files["/set/acts/" + path] = bytes }
    let environment = Environment(files: MemoryFiles(files), workingFolder: "/set")
    let dataSet = try await DataSet.open(".", options: DataSetOptions(), environment: environment)
    return try await FixRun(dataSet, options: CheckOptions(), environment: environment).run()
  }

  static func texts(_ outcome: FixRun.Outcome) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: outcome.files.map { ($0.path, String(decoding: $0.after, as: UTF8.self)) })
  }

  @Test("repair what has one right answer, in the style of its place, and leave the rest")
  func repair() async throws {
    let text = "# a\r\ncodes: ['sao paulo', Bogota , Quito] # b\r\n"
    let outcome = try await Self.run(["a.yaml": Array(text.utf8)])
    #expect(Self.texts(outcome) == ["acts/a.yaml": "# a\r\ncodes: ['São Paulo', Bogotá , Quito] # b\r\n"])
    #expect(outcome.repaired == 2)
    #expect(outcome.withheld == [])
    #expect(outcome.after.report.findings.map(\.value) == ["Quito"])
  }

  @Test("are left out of a file where they would bring another finding")
  func harm() async throws {
    let outcome = try await Self.run([
      "a.yaml": Array("codes: [Bogota, Bogotá]\n".utf8), "b.yaml": Array("codes: [Bogota]\n".utf8),
    ])
    #expect(Self.texts(outcome) == ["acts/b.yaml": "codes: [Bogotá]\n"])
    #expect(outcome.withheld == ["acts/a.yaml"])
    #expect(outcome.repaired == 1)
  }

  @Test("are left out of the one file that brings a finding to a file that did not change")
  func harmElsewhere() async throws {
    let outcome = try await Self.run(
      [
        "a.yaml": Array("codes: [Bogota]\n".utf8), "b.yaml": Array("codes: [Bogotá]\n".utf8),
        "c.yaml": Array("codes: [sao paulo]\n".utf8),
      ],
      with: [
        "code-once.yaml": """
        summary: A code is listed once
        source: acts
        select: $.codes[*]
        unique: {key: ["@"]}
        """
      ])
    #expect(Self.texts(outcome) == ["acts/c.yaml": "codes: [São Paulo]\n"])
    #expect(outcome.withheld == ["acts/a.yaml"])
    #expect(outcome.repaired == 1)
  }

  @Test("of a set without findings are none")
  func clean() async throws {
    let outcome = try await Self.run(["a.yaml": Array("codes: [Bogotá]\n".utf8)])
    #expect(outcome.files == [])
    #expect(outcome.repaired == 0)
  }

  @Test("a file in UTF-16 stays in UTF-16")
  func utf16() async throws {
    func encoded(_ text: String) -> [UInt8] {
      [0xFF, 0xFE]
        + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }
    let outcome = try await Self.run(["a.yaml": encoded("# 😀\ncodes: [Bogota]\n")])
    #expect(outcome.files.map(\.fileBytes) == [encoded("# 😀\ncodes: [Bogotá]\n")])
  }
}
