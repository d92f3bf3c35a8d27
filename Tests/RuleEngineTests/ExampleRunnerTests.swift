import Findings
import RuleEngine
import SourceText
import Testing

@Suite("Examples")
struct ExampleRunnerTests {
  private func outcome(_ examples: String, files: [String: String] = [:]) throws -> RuleOutcome {
    let ruleset = try ruleset(examples, files: files)
    return ExampleRunner(ruleset).run(try #require(ruleset.rule(named: "known")))
  }

  private func ruleset(
    _ examples: String = "", others: String = "", files: [String: String] = [:]
  ) throws -> Ruleset {
    var all = [
      "ruleset.yaml": """
      ruleset: test
      sources: {plan: {files: [plan.yaml], required: true}, notes: {files: ["notes/*.yaml"]}}
      indexes: {code: {source: plan, select: "$.codes[*]", key: "@"}}
      """,
      "known.yaml": "summary: S\nsource: notes\nselect: $.codes[*]\nreference: {index: code}\n"
        + examples,
      "other.yaml": "summary: S\nsource: notes\nassert: '@.no'\n" + others,
      "examples/plan.yaml": "codes: [A1, B2]\n",
    ]
    all.merge(files) { $1 }
    let reading = Ruleset.read(RulesetFiles(origin: "", files: all.mapValues { Array($0.utf8) }))
    #expect(reading.findings.map(\.message) == [])
    return try #require(reading.ruleset)
  }

  private func example(_ text: String, rest: String = "") -> String {
    "examples:\n  - title: T\n    files:\n      notes/a.yaml: |\n        \(text)\n\(rest)"
  }

  @Test("a right example is right in all variants, with the rule alone and the files of examples/")
  func right() throws {
    let outcome = try outcome(
      example(
        "codes: [A1, ⟦b2⟧] # São 🏙",
        rest: "    fixed:\n      notes/a.yaml: |\n        codes: [A1, B2] # São 🏙\n"))
    #expect(outcome.isRight, "\(outcome.examples.flatMap(\.failures))")
    #expect(outcome.examples.map(\.variant) == [.plain, .crlf, .byteOrderMark, .comment])
    #expect(outcome.examples.allSatisfy { $0.findings.count == 1 && $0.title == "T" })
  }

  @Test(
    "an empty file has no first line that a comment could be put before",
    arguments: ["⟦⟧", "⟦⟧# nothing yet\n", ""])
  func empty(text: String) throws {
    let written = text.replacing("\n", with: "\\n")
    let other = try ruleset(
      others: "examples:\n  - files:\n      notes/a.yaml: \"\(written)\"\n      notes/b.yaml: 'no: 1'\n")
    let rule = try #require(other.rule(named: "other"))
    let outcome = ExampleRunner(other).run(rule)
    #expect(outcome.isRight == !text.isEmpty, "\(outcome.examples.flatMap(\.failures))")
  }

  @Test("missing, misplaced and extra findings fail")
  func wrong() throws {
    let outcome = try outcome(example("codes: [⟦A1⟧, Q]\n        more: ⟦B2⟧"))
    #expect(!outcome.isRight)
    let place = { ExamplePlace(path: "notes/a.yaml", range: ByteRange($0, $1)) }
    #expect(
      outcome.examples[0].failures == [
        .misplaced(
          expected: place(8, 10), found: place(12, 13), message: "Q is no code"),
        .missing(place(21, 23)),
      ])
    let extra = try self.outcome(example("codes: [Q]"))
    #expect(
      extra.examples[0].failures == [
        .extra(place(8, 9), message: "Q is no code")
      ])
    #expect(extra.neverReports)
  }

  @Test("a path with ~ takes the file of examples/ away, and the example's own goes before it")
  func files() throws {
    let absent = try outcome(
      "examples:\n  - files:\n      plan.yaml: ~\n      notes/a.yaml: |\n        codes: [⟦A1⟧]\n")
    #expect(absent.isRight, "\(absent.examples.flatMap(\.failures))")
    let own = try outcome(
      "examples:\n  - files:\n      plan.yaml: 'codes: [C3]'\n      notes/a.yaml: |\n        codes: [⟦A1⟧, C3]\n"
    )
    #expect(own.isRight, "\(own.examples.flatMap(\.failures))")
  }

  @Test("a wrong fix, no YAML and a file in no source fail")
  func others() throws {
    let fixed = try outcome(
      example("codes: [⟦b2⟧]", rest: "    fixed: {notes/a.yaml: \"codes: [B3]\\n\"}\n"))
    #expect(
      fixed.examples[0].failures == [
        .fixed(path: "notes/a.yaml", expected: "codes: [B3]\n", found: "codes: [B2]\n")
      ])
    // What is marked in such a file is not missing as well.
    let broken = try outcome(example("codes: [⟦C⟧"))
    #expect(broken.examples[0].failures.count == 1)
    #expect(
      broken.examples[0].failures.contains { failure in
        if case .noYAML = failure { true } else { false }
      })
    let elsewhere = try outcome("examples:\n  - files:\n      x/a.yaml: 'codes: [⟦A⟧]'\n")
    #expect(elsewhere.examples[0].failures == [.inNoSource(path: "x/a.yaml")])
  }

  @Test("a rule without an example that reports is not right")
  func neverReports() throws {
    #expect(try outcome("").neverReports)
    #expect(try !outcome("").isRight)
    #expect(try outcome(example("codes: [A1]")).neverReports)
  }

  @Test("marks may be inside each other and empty, and stand alone never")
  func marks() throws {
    let marked = try MarkedText(Array("a⟦b⟦é⟧c⟧⟦⟧".utf8))
    #expect(String(decoding: marked.bytes, as: UTF8.self) == "abéc")
    #expect(marked.ranges == [ByteRange(1, 5), ByteRange(2, 4), ByteRange(5, 5)])
    #expect(throws: MarkedText.Mistake(message: "the mark ⟧ has no ⟦ before it", codePoint: 1)) {
      try MarkedText(Array("é⟧".utf8))
    }
  }
}
