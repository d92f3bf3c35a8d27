import Findings
import SourceText
import Testing

@Suite("Reports")
struct ReportTests {
  private func finding(_ severity: Severity, fixes: [Fix] = []) -> Finding {
    Finding(rule: "a", severity: severity, message: "m", path: "a.yaml", range: ByteRange(0, 1), fixes: fixes)
  }

  private func report(_ findings: [Finding], cut: [Severity: Int] = [:]) -> Report {
    Report(
      tool: Report.Product(name: "metrolint", version: "1.0.0"), root: ".", ruleset: nil, rules: [],
      files: [
        Report.File(path: "a.yaml", documents: 2, isChecked: true),
        Report.File(path: "b.yaml", documents: 0, isChecked: false),
        Report.File(path: "c.yaml", documents: 1, isChecked: true),
      ],
      findings: findings, cut: cut)
  }

  @Test("findings that were cut are counted too")
  func counts() {
    let report = report([finding(.error), finding(.error), finding(.info)], cut: [.error: 3, .warning: 1])
    #expect(report.count(.error) == 5)
    #expect(report.count(.warning) == 1)
    #expect(report.count(.info) == 1)
    #expect(report.documents == 3)
  }

  @Test("only safe fixes make a finding fixable")
  func fixable() {
    let edits = [FileEdit(path: "a.yaml", edit: TextEdit(range: ByteRange(0, 1), text: "b"))]
    let safe = Fix(title: "replace by b", isSafe: true, edits: edits)
    let unsafe = Fix(title: "remove it", isSafe: false, edits: edits)
    #expect(
      report([finding(.error, fixes: [unsafe, safe]), finding(.error, fixes: [unsafe]), finding(.error)])
        .fixable == 1)
  }

  @Test("the texts of files are found by path")
  func sources() {
    let sources = Sources(["a.yaml": SourceText("x")])
    #expect(sources["a.yaml"]?.bytes == [0x78])
    #expect(sources["b.yaml"] == nil)
  }
}
