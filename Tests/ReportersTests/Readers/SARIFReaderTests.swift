import Findings
import Foundation
import SourceText
import Testing

@Suite("SARIF in its readers")
struct SARIFReaderTests {
  private static let validator = """
    import json, sys, jsonschema
    schema, log = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
    errors = list(jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).iter_errors(log))
    for error in errors[:5]:
        print(error.json_path, error.message[:500])
    sys.exit(bool(errors))
    """

  @Test(
    "it is valid under the schema", .enabled(if: Tool.python.isWanted, "there is no .venv"),
    .enabled(if: Package.sharedFormat("sarif-2.1.0.schema.json") != nil, "the schema is not there"),
    arguments: ReportCase.forReaders)
  func schema(of sample: ReportCase) throws {
    let schema = try #require(Package.sharedFormat("sarif-2.1.0.schema.json"))
    try withTemporaryFile(sample.bytes("sarif"), ending: "sarif") { file in
      let (output, status) = try Tool.python.run(["-c", Self.validator, schema.path, file.path])
      #expect(status == 0, "\(output)")
    }
  }

  /// Prints, as `sarif-tools` counts them, the results of each severity.
  private static let program = """
    import sys
    from sarif import loader
    log = loader.load_sarif_file(sys.argv[1])
    counts = log.get_report().get_issue_count_for_severity
    print(log.get_distinct_tool_names()[0], *(counts(name) for name in ("error", "warning", "note")))
    for record in log.get_records():
        print(record["Location"], record["Line"])
    """

  @Test(
    "sarif-tools reads each result", .enabled(if: Tool.python.isWanted, "there is no .venv"),
    arguments: ReportCase.forReaders)
  func tools(of sample: ReportCase) throws {
    let output = try withTemporaryFile(sample.bytes("sarif"), ending: "sarif") { file in
      let (output, status) = try Tool.python.run(["-c", Self.program, file.path])
      try #require(status == 0, "\(output)")
      return output
    }
    let shown =
      sample.worstFirst + sample.report.suppressed.map(\.finding) + sample.report.baselined
    let counts = [Severity.error, .warning, .info].map { severity in
      String(shown.count { $0.severity == severity })
    }
    let places = shown.map { finding in
      "\(sample.pathFromFolder(finding.path)) \(sample.places(of: finding).start.line)"
    }
    let lines = output.split(separator: "\n").map { $0.removingPercentEncoding ?? "" }
    #expect(lines.first == "metrolint " + counts.joined(separator: " "))
    #expect(lines.dropFirst().sorted() == places.sorted())
  }
}
