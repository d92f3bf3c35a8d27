import Findings
import SourceText
import Testing

/// The messages of reviewdog's `reviewdog.proto`, as its JSON Schema has them.
private struct DiagnosticResult: Decodable {
  struct Source: Decodable {
    let name: String
    let url: String?
  }
  struct Place: Decodable, Hashable {
    let line: Int
    let column: Int
  }
  struct Range: Decodable, Hashable {
    let start: Place
    let end: Place
  }
  struct Location: Decodable, Hashable {
    let path: String
    let range: Range
  }
  struct Code: Decodable {
    let value: String
  }
  struct Suggestion: Decodable, Hashable {
    let range: Range
    let text: String
  }
  struct Related: Decodable {
    let message: String
    let location: Location
  }
  struct Diagnostic: Decodable {
    let message: String
    let location: Location
    let severity: String
    let code: Code
    let suggestions: [Suggestion]?
    let related_locations: [Related]?
  }
  let source: Source
  let diagnostics: [Diagnostic]
}

@Suite("The Reviewdog Diagnostic Format")
struct RDJSONTests {
  @Test("each finding is read back, with columns in bytes", arguments: ReportCase.forReaders)
  func diagnostics(of sample: ReportCase) throws {
    let result: DiagnosticResult = try sample.decoded("rdjson")
    #expect(result.source.name == "metrolint")
    #expect(result.diagnostics.count == sample.report.findings.count)
    for (diagnostic, finding) in zip(result.diagnostics, sample.report.findings) {
      let (start, end) = sample.places(of: finding, in: .utf8)
      #expect(diagnostic.message == finding.message)
      #expect(diagnostic.severity == finding.severity.rawValue.uppercased())
      #expect(diagnostic.code.value == finding.rule.rawValue)
      #expect(diagnostic.location.path == sample.pathFromFolder(finding.path))
      #expect(diagnostic.location.range.start == .init(line: start.line, column: start.column))
      #expect(diagnostic.location.range.end == .init(line: end.line, column: end.column))
      #expect((diagnostic.related_locations ?? []).map(\.message) == finding.related.map(\.message))
      // Nothing can be said of the text of a file that could not be read.
      let fixes = sample.texts[finding.path] == nil ? [] : finding.fixes
      #expect((diagnostic.suggestions ?? []).map(\.text) == fixes.map { $0.edits[0].edit.text })
    }
  }

  @Test("a column counts bytes: five of a letter with an accent and an emoji before it")
  func bytes() throws {
    let text = SourceText("é🏙x\n")
    let sample = ReportCase(
      "bytes", texts: ["a.yaml": text],
      findings: [
        Finding(rule: "r", severity: .error, message: "m", path: "a.yaml", range: text.range(of: "x"))
      ])
    let result: DiagnosticResult = try sample.decoded("rdjson")
    #expect(result.diagnostics.map(\.location.range.start) == [.init(line: 1, column: 7)])
  }

  @Test("the edits of a fix are one suggestion; a fix that edits another file is none")
  func suggestions() throws {
    let text = SourceText("a: [x, y]\nb: z\n")
    func edit(_ words: String, _ new: String, path: String = "a.yaml") -> FileEdit {
      FileEdit(path: path, edit: TextEdit(range: text.range(of: words), text: new))
    }
    var finding = Finding(
      rule: "r", severity: .error, message: "m", path: "a.yaml", range: text.range(of: "x"))
    finding.fixes = [
      Fix(title: "two", isSafe: false, edits: [edit("z", "Z"), edit("x", "X")]),
      Fix(title: "other", isSafe: true, edits: [edit("x", "X"), edit("y", "Y", path: "b.yaml")]),
      Fix(title: "remove", isSafe: true, edits: [edit("x, ", "")]),
    ]
    let sample = ReportCase("fixes", texts: ["a.yaml": text, "b.yaml": text], findings: [finding])
    let result: DiagnosticResult = try sample.decoded("rdjson")
    #expect(
      result.diagnostics.first?.suggestions == [
        .init(
          range: .init(start: .init(line: 1, column: 5), end: .init(line: 2, column: 5)),
          text: "X, y]\nb: Z"),
        .init(range: .init(start: .init(line: 1, column: 5), end: .init(line: 1, column: 8)), text: ""),
      ])
  }
}
