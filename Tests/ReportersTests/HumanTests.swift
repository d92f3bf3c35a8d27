import Findings
import Reporters
import SourceText
import Testing

@Suite("Reports for people")
struct HumanTests {
  private func lines(_ sample: ReportCase, _ options: ReportOptions) throws -> [String] {
    let bytes = try #require(Format.named("human")).render(sample.report, sample.sources, options)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// The source line and the line of carets under it, without the gutter, of a finding at `words` in `text`.
  private func snippet(_ text: String, at words: String, width: Int = 40) throws -> [String] {
    let source = SourceText(text)
    return try snippet(source, at: source.range(of: words), width: width)
  }

  private func snippet(_ source: SourceText, at range: ByteRange, width: Int = 40) throws -> [String] {
    let finding = Finding(rule: "r", severity: .error, message: "m", path: "a.yaml", range: range)
    let sample = ReportCase("snippet", texts: ["a.yaml": source], findings: [finding])
    return try lines(sample, ReportOptions(width: width)).filter { $0.contains("│") }.map { line in
      String(line.drop { $0 != "│" }.dropFirst(2))
    }
  }

  @Test(
    "carets stand under the text",
    arguments: [
      ("a: x", "x", ["a: x", "   ^"]),
      // Wide characters take two columns, combining marks none, joined emoji two.
      ("日本: x", "x", ["日本: x", "      ^"]),
      ("e\u{301}: x", "x", ["e\u{301}: x", "   ^"]),
      ("👨‍👩‍👧: x", "x", ["👨‍👩‍👧: x", "    ^"]),
      ("a: 日本", "日本", ["a: 日本", "   ^^^^"]),
      // A tab goes to the next of its stops.
      ("ab\tx", "x", ["ab  x", "    ^"]),
      ("abcd\tx", "x", ["abcd    x", "        ^"]),
      // Several lines: the first and the last.
      ("a: [x,\n b,\n  y]", "[x,\n b,\n  y]", ["a: [x,", "   ^^^", "", "  y]", "  ^^"]),
    ])
  func carets(text: String, words: String, expected: [String]) throws {
    #expect(try snippet(text, at: words) == expected)
  }

  @Test("a long line is cut around the range, to the width that there is")
  func cut() throws {
    let text = (1...30).map { "word\($0)" }.joined(separator: " ")
    #expect(
      try snippet(text, at: "word15") == [
        "…rd12 word13 word14 word15 word16 w…", "                    ^^^^^^",
      ])
    #expect(try snippet(text, at: "word1 ", width: 24) == ["word1 word2 word3 w…", "^^^^^^"])
    #expect(try snippet(text, at: "word30", width: 24) == ["…ord28 word29 word30", "              ^^^^^^"])
  }

  @Test("a line of ten million characters costs no more than another")
  func longest() throws {
    let half = 5_000_000
    let text = SourceText(String(repeating: "x", count: half) + "HERE" + String(repeating: "y", count: half))
    let lines = try snippet(text, at: ByteRange(half, half + 4))
    #expect(lines.first?.contains("HERE") == true)
    #expect(lines.allSatisfy { $0.count <= 40 })
  }

  @Test("verbose lists what is hidden, with the reasons")
  func verbose() throws {
    let last = try lines(.unchecked, ReportOptions(verbose: true)).suffix(9).joined(separator: "\n")
    #expect(
      last == """
        data/2021: 3 files, 1 document, 3 rules: 2 errors, 3 warnings, 2 infos
        not checked: outcome-exists and outcome-used in activities/a.yaml and activities/b.yaml: plan.yaml could \
        not be read as YAML
        hidden by a comment: the city uses this name: activities/a.yaml: Bruxelles is another name of Brussels \
        [member-exists]
        hidden by a comment without a reason: activities/a.yaml: 010 is 8 in YAML 1.1 and 10 in YAML 1.2 \
        [yaml-ambiguous-scalar]
        hidden by the baseline: activities/a.yaml: 010 is 8 in YAML 1.1 and 10 in YAML 1.2 [yaml-ambiguous-scalar]
        hidden: 2 by comments, 1 by the baseline
        not shown: 2 warnings and 1 info
        1 can be fixed with --fix

        """)
  }

  @Test("quiet leaves the totals out, but not what was not checked and what was cut")
  func quiet() throws {
    #expect(try lines(.clean, ReportOptions(quiet: true)) == [""])
    let last = try lines(.unchecked, ReportOptions(quiet: true)).suffix(4).joined(separator: "\n")
    #expect(
      last == """

        not checked: outcome-exists and outcome-used in activities/a.yaml and activities/b.yaml: plan.yaml could \
        not be read as YAML
        not shown: 2 warnings and 1 info

        """)
  }

  @Test("colours change nothing but colours")
  func color() throws {
    for sample in ReportCase.all {
      let colored = try lines(sample, ReportOptions(color: true)).joined(separator: "\n")
      #expect(colored.contains("\u{1B}["))
      #expect(
        colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
          == (try lines(sample, ReportOptions()).joined(separator: "\n")))
    }
  }
}
