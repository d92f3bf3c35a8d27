import Findings
import Foundation
import Testing

@Suite("JUnit in its readers")
struct JUnitReaderTests {
  @Test(
    "it is valid under the schema",
    .enabled(if: Tool.xmllint.isWanted, "xmllint is not there"),
    .enabled(if: Package.sharedFormat("junit.xsd") != nil, "the schema is not there"),
    arguments: ReportCase.forReaders)
  func schema(of sample: ReportCase) throws {
    let schema = try #require(Package.sharedFormat("junit.xsd"))
    try withTemporaryFile(sample.bytes("junit"), ending: "xml") { file in
      let (output, status) = try Tool.xmllint.run(["--noout", "--schema", schema.path, file.path])
      #expect(status == 0, "\(output)")
    }
  }

  /// Prints one JSON value a case: its suite, its names, what it ended with and the text of that.
  private static let program = """
    import json, sys
    from junitparser import JUnitXml
    for suite in JUnitXml.fromfile(sys.argv[1]):
        for case in suite:
            result = case.result[0] if case.result else None
            print(json.dumps({
                "suite": suite.name, "class": case.classname, "name": case.name,
                "result": type(result).__name__, "type": getattr(result, "type", None) or "",
                "message": getattr(result, "message", None) or "", "text": getattr(result, "text", None) or ""}))
    """

  private struct Case: Decodable {
    let suite: String
    let `class`: String
    let name: String
    let result: String
    let type: String
    let message: String
    let text: String
  }

  @Test(
    "junitparser reads each case, and no two have one name",
    .enabled(if: Tool.python.isWanted, "there is no .venv"), arguments: ReportCase.forReaders)
  func cases(of sample: ReportCase) throws {
    let cases = try withTemporaryFile(sample.bytes("junit"), ending: "xml") { file in
      let (output, status) = try Tool.python.run(["-c", Self.program, file.path])
      try #require(status == 0, "\(output)")
      return try output.unicodeScalars.split(separator: "\n").map {
        try JSONDecoder().decode(Case.self, from: Data(String($0).utf8))
      }
    }
    #expect(Set(cases.map { [$0.class, $0.name] }).count == cases.count)
    for finding in sample.report.findings where finding.severity != .info {
      let message = finding.message.inXML
      let found = cases.first { $0.suite == finding.path && $0.message == message }
      let testCase = try #require(found, "\(finding.message) is not among the cases")
      let isSyntax = ["yaml-syntax", "unreadable-file"].contains(finding.rule.rawValue)
      #expect(testCase.result == (isSyntax ? "Error" : "Failure"))
      #expect(testCase.type == finding.severity.rawValue)
      #expect(testCase.text.contains("[\(finding.rule)]"))
    }
    #expect(cases.count { $0.result == "Skipped" } >= sample.report.notChecked.count)
  }
}

extension String {
  /// The text as XML 1.0 can hold it.
  fileprivate var inXML: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isControl = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)
          return isControl || scalar == "\u{FFFE}" ? "\u{FFFD}" : scalar
        }))
  }
}
