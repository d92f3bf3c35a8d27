import Findings

extension Format {
  /// JUnit XML: a suite a file, a case a finding, and one passing case for a file with nothing to say.
  static func junit(_ report: Report, _ sources: Sources, _ options: ReportOptions) -> [UInt8] {
    var cases = JUnitCases(sources, options: ReportOptions(width: options.width))
    let suites = cases.suites(of: report)
    let all = suites.flatMap(\.cases)
    var writer = XMLWriter()
    writer.element(
      "testsuites",
      [
        "name": report.tool.name, "tests": String(all.count), "failures": count(all, .failure),
        "errors": count(all, .error), "time": "0",
      ]
    ) { writer in
      for suite in suites { write(suite, to: &writer) }
    }
    return writer.bytes
  }
}

private func write(_ suite: JUnitSuite, to writer: inout XMLWriter) {
  writer.element(
    "testsuite",
    [
      "name": suite.name, "tests": String(suite.cases.count), "failures": count(suite.cases, .failure),
      "errors": count(suite.cases, .error), "skipped": count(suite.cases, .skipped), "time": "0",
    ]
  ) { writer in
    for testCase in suite.cases { write(testCase, to: &writer) }
  }
}

private func write(_ testCase: JUnitCase, to writer: inout XMLWriter) {
  // Nothing here may depend on the clock.
  let attributes: KeyValuePairs = [
    "classname": testCase.className, "name": testCase.name, "file": testCase.file,
    "line": String(testCase.line), "time": "0",
  ]
  guard testCase.outcome != .passed else { return writer.element("testcase", attributes) }
  writer.element("testcase", attributes) { writer in
    switch testCase.outcome {
    case .passed: break
    case .noted: writer.element("system-out", text: testCase.text)
    case .skipped: writer.element("skipped", ["message": testCase.message])
    case .failure, .error:
      writer.element(
        testCase.outcome == .error ? "error" : "failure",
        ["message": testCase.message, "type": testCase.type], text: testCase.text)
    }
  }
}

private func count(_ cases: [JUnitCase], _ outcome: JUnitCase.Outcome) -> String {
  String(cases.count { $0.outcome == outcome })
}
