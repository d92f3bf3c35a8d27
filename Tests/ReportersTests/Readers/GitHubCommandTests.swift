import Findings
import SourceText
import Testing

/// A workflow command, read by the rules that GitHub documents and its runner follows.
private struct WorkflowCommand {
  let name: String
  let properties: [String: String]
  let message: String

  /// The command in `line`; nothing when it is none.
  init?(_ line: String) {
    guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
    let head = line.dropFirst(2)[..<end.lowerBound]
    let parts = head.split(separator: " ", maxSplits: 1)
    guard let name = parts.first else { return nil }
    self.name = String(name)
    var properties: [String: String] = [:]
    for pair in parts.dropFirst().first?.split(separator: ",") ?? [] {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      properties[String(sides[0])] = Self.unescaped(
        sides[1], [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")])
    }
    self.properties = properties
    message = Self.unescaped(line[end.upperBound...], [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")])
  }

  private static func unescaped(_ text: Substring, _ escapes: [(String, String)]) -> String {
    escapes.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}

@Suite("GitHub's workflow commands")
struct GitHubCommandTests {
  @Test("each finding is read back, the worst first", arguments: ReportCase.forReaders)
  func commands(of sample: ReportCase) throws {
    let lines = try sample.lines("github")
    #expect(lines.count == sample.report.findings.count + 1)
    for (line, finding) in zip(lines, sample.worstFirst) {
      let command = try #require(WorkflowCommand(line))
      let (start, end) = sample.places(of: finding)
      let names: [Severity: String] = [.error: "error", .warning: "warning", .info: "notice"]
      #expect(command.name == names[finding.severity])
      var expected = [
        "file": sample.pathFromFolder(finding.path), "line": "\(start.line)", "endLine": "\(end.line)",
        "title": finding.rule.rawValue,
      ]
      if start.line == end.line {
        expected["col"] = "\(start.column)"
        expected["endColumn"] = "\(end.column)"
      }
      #expect(command.properties == expected)
      let place = "\(sample.pathFromFolder(finding.path)):\(start.line):\(start.column)"
      #expect(command.message.hasPrefix("\(place): \(finding.message) [\(finding.rule)]"))
    }
  }

  @Test("the last line tells the totals, and holds nothing of the data")
  func totals() throws {
    #expect(
      try ReportCase.unchecked.lines("github").last
        == "metrolint: 3 files, 1 document, 3 rules: 2 errors, 3 warnings, 2 infos, 2 not checked")
    #expect(
      try ReportCase.clean.text("github") == "metrolint: 2 files, 2 documents, 1 rule: nothing found\n")
  }

  @Test("the message tells the closest value, the other places and what to do")
  func message() throws {
    let command = try #require(WorkflowCommand(try ReportCase.outcome.lines("github")[0]))
    #expect(
      command.message == """
        activities/2021-03-08-international-womens-day.yaml:9:12: L1A1D3 is no outcome of the Strategic Action \
        Plan [outcome-exists]
        closest: L1A1D1 "Policy recommendations on issues critical to the metropolitan future"
        plan.yaml:8:21: L1A1D1 is defined here
        help: use a code of the plan, or add L1A1D3 to it
        """)
  }
}
