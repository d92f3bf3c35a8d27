import Findings
import Foundation
import SourceText
import Testing

@Suite("SARIF")
struct SARIFTests {
  private func run(_ sample: ReportCase) throws -> SARIFLog.Run {
    let log: SARIFLog = try sample.decoded("sarif")
    #expect(log.version == "2.1.0")
    #expect(log.runs.count == 1)
    return try #require(log.runs.first)
  }

  @Test("each finding is read back, the worst first, what is hidden last", arguments: ReportCase.forReaders)
  func results(of sample: ReportCase) throws {
    let run = try run(sample)
    let rules = run.tool.driver.rules ?? []
    let report = sample.report
    let expected = sample.worstFirst + report.suppressed.map(\.finding) + report.baselined
    #expect(run.results.count == expected.count)
    for (result, finding) in zip(run.results, expected) {
      #expect(result.ruleId == finding.rule.rawValue)
      #expect(rules[result.ruleIndex].id == result.ruleId)
      #expect(result.level == [.error: "error", .warning: "warning", .info: "note"][finding.severity])
      #expect(result.message.text.withoutLinks.plain.hasPrefix(finding.message))
      #expect(result.locations.count == 1)
      try expect(result.locations[0], at: finding.range, in: finding.path, of: sample, run)
      let related = result.relatedLocations ?? []
      #expect(related.count == finding.related.count)
      for (location, place) in zip(related, finding.related) {
        try expect(location, at: place.range, in: place.path, of: sample, run)
        #expect(location.message?.text.plain == place.message)
      }
      #expect(result.message.text.links.map(\.id) == related.map(\.id))
      #expect(result.message.text.links.map(\.text) == finding.related.map(\.message))
      #expect(
        result.partialFingerprints["metrolint/v1"]
          == (finding.fingerprint.isEmpty ? nil : finding.fingerprint))
    }
  }

  private func expect(
    _ location: SARIFLog.Location, at range: ByteRange, in path: String, of sample: ReportCase,
    _ run: SARIFLog.Run
  ) throws {
    let artifact = location.physicalLocation.artifactLocation
    #expect(artifact.uri.removingPercentEncoding == sample.pathFromFolder(path))
    #expect(artifact.uri.allSatisfy { $0.isASCII && !":?#[] ,".contains($0) })
    #expect(artifact.uriBaseId == "SRCROOT")
    let index = try #require(artifact.index)
    #expect(run.artifacts[index].location.uri == artifact.uri)
    let finding = Finding(rule: "r", severity: .info, message: "", path: path, range: range)
    let (start, end) = sample.places(of: finding)
    #expect(
      location.physicalLocation.region
        == SARIFLog.Region(
          startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column))
  }

  @Test("columns are code points, paths are relative to a folder that is named but not told")
  func run() throws {
    let run = try run(.edges)
    #expect(run.columnKind == "unicodeCodePoints")
    #expect(run.originalUriBaseIds.keys.sorted() == ["SRCROOT"])
    #expect(run.originalUriBaseIds["SRCROOT"]?.uri == nil)
    #expect(run.invocations.map(\.executionSuccessful) == [true])
    let wide = run.artifacts.filter { $0.encoding == "UTF-16" }.map(\.location.uri)
    #expect(wide == ["sets/utf-16-be.yaml", "sets/utf-16-le.yaml"])
  }

  @Test("each rule has all that GitHub asks for")
  func rules() throws {
    var sample = ReportCase.unchecked
    sample.report.rules[0].rationale = String(repeating: "é", count: 2_000)
    sample.report.rules.append(
      Report.Rule(
        id: "outcome-used", summary: "s", rationale: "One line\nof\n- a list,\n- and\n\nanother\nparagraph\n",
        severity: .info, kind: "used"))
    let rules = try #require(try run(sample).tool.driver.rules)
    #expect(
      rules.map(\.id) == [
        "member-exists", "outcome-exists", "outcome-used", "unreadable-file", "yaml-ambiguous-scalar",
        "yaml-syntax",
      ])
    #expect(rules[1].shortDescription.text == "Summary of outcome-exists")
    #expect(rules[1].fullDescription.text == "Why outcome-exists matters.\n\nWhat to do.")
    #expect(
      rules[1].help.markdown
        == "# outcome-exists\n\nSummary of outcome-exists\n\nWhy outcome-exists matters.\n\nWhat to do.")
    #expect(rules[1].defaultConfiguration.level == "error")
    #expect(rules[1].properties.tags == ["reference"])
    #expect(rules[2].fullDescription.text == "One line of\n- a list,\n- and\n\nanother paragraph")
    #expect(rules[0].fullDescription.text == String(repeating: "é", count: 1_023) + "…")
  }

  @Test("what comments and the baseline hide has its reason, and nothing else is hidden")
  func suppressions() throws {
    let suppressions = try run(.unchecked).results.map(\.suppressions)
    #expect(
      suppressions == [
        [], [], [], [],
        [.init(kind: "inSource", justification: "the city uses this name")],
        [.init(kind: "inSource", justification: nil)],
        [.init(kind: "external", justification: "the baseline has it")],
      ])
  }

  @Test("what was not checked and what was cut is told")
  func notifications() throws {
    let notes = try #require(try run(.unchecked).invocations[0].toolExecutionNotifications)
    #expect(
      notes.map(\.message.text) == [
        "not checked: plan.yaml could not be read as YAML",
        "not checked: plan.yaml could not be read as YAML", "not shown: 2 warnings and 1 info",
      ])
    #expect(notes.allSatisfy { $0.level == "warning" })
  }

  @Test("of more than 5,000 findings the worst are kept, and the rest is counted")
  func limit() throws {
    var sample = ReportCase.outcome
    let finding = try #require(sample.report.findings.first)
    sample.report.findings = (0..<5_003).map { index in
      var copy = finding
      copy.severity = index < 3 ? .info : index < 10 ? .warning : .error
      copy.fingerprint = "\(index)"
      return copy
    }
    sample.report.suppressed = [Report.Suppressed(finding: finding, reason: nil)]
    let run = try run(sample)
    let levels = run.results.map(\.level)
    #expect(levels == [String](repeating: "error", count: 4_993) + [String](repeating: "warning", count: 7))
    #expect(run.results[0].partialFingerprints["metrolint/v1"] == "10")
    #expect(
      run.invocations[0].toolExecutionNotifications?.map(\.message.text)
        == ["not shown: 4 results after the worst 5000"])
  }

  @Test("a fix replaces exactly its edits; equal ones are told once, and an empty text is left out")
  func fixes() throws {
    var sample = ReportCase.strange
    sample.report.findings[4].fixes += sample.report.findings[4].fixes
    let result = try #require(try run(sample).results.first { $0.fixes != nil })
    let fixes = try #require(result.fixes)
    #expect(fixes.map(\.description.text) == [#"remove \]\]>"#])
    let replacements = fixes.flatMap(\.artifactChanges).flatMap(\.replacements)
    #expect(
      replacements.map(\.deletedRegion)
        == [.init(startLine: 5, startColumn: 19, endLine: 5, endColumn: 23)])
    #expect(replacements.allSatisfy { $0.insertedContent == nil })
  }

  @Test(
    "nothing in a message is read as a link or a placeholder",
    arguments: [
      ("[a](1)", #"\[a\](1)"#), (#"\d"#, #"\\d"#), ("{0} {a} {12", "{{0}} {a} {12"), ("{{3}}", "{{{3}}}"),
    ])
  func escaping(text: String, expected: String) throws {
    var sample = ReportCase.outcome
    sample.report.findings[0].message = text
    sample.report.findings[0].related = []
    sample.report.findings[0].suggestions = []
    sample.report.findings[0].help = nil
    #expect(try run(sample).results.map(\.message.text) == [expected])
  }

  @Test("no text in a log is empty", arguments: ReportCase.forReaders)
  func emptyTexts(of sample: ReportCase) throws {
    #expect(try !sample.text("sarif").contains(#": """#))
  }
}

/// Messages as viewers read them (3.11.6).
extension String {
  /// The text with escapes taken away.
  fileprivate var plain: String {
    replacing(#/\\([\\\[\]])/#) { "\($0.1)" }.replacing(#/\{\{(\d+)\}\}/#) { "{\($0.1)}" }
  }

  /// The embedded links.
  fileprivate var links: [(text: String, id: Int?)] {
    matches(of: #/(?<esc>\\.)|\[(?<text>(?:\\.|[^\\\[\]])*)\]\((?<id>\d+)\)/#.dotMatchesNewlines())
      .filter { $0.esc == nil }.map { (String($0.text ?? "").plain, $0.id.flatMap { Int($0) }) }
  }

  fileprivate var withoutLinks: String {
    replacing(#/\. \[(?:\\.|[^\\\[\]])*\]\(\d+\)/#.dotMatchesNewlines(), with: "")
  }
}
