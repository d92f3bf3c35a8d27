import Findings
import SourceText
import Testing
import Workspace

@Suite("Fixes")
struct FixPlanTests {
  /// A finding with a fix of these edits of `a.yaml`.
  static func finding(_ edits: (Int, Int, String)..., isSafe: Bool = true) -> Finding {
    let edits = edits.map {
      FileEdit(path: "a.yaml", edit: TextEdit(range: ByteRange($0.0, $0.1), text: $0.2))
    }
    var finding = Finding(rule: "r", severity: .error, message: "m", path: "a.yaml", range: ByteRange(at: 0))
    finding.fixes = [Fix(title: "t", isSafe: isSafe, edits: edits)]
    return finding
  }

  static func plan(_ text: String, _ findings: [Finding]) -> FixPlan {
    let report = Report(tool: .metrolint, root: ".", ruleset: nil, rules: [], files: [], findings: findings)
    return FixPlan(report, Sources(["a.yaml": SourceText(text)]))
  }

  static func text(_ plan: FixPlan) -> String? {
    plan.files.first.map { String(decoding: $0.after, as: UTF8.self) }
  }

  @Test("only safe ones are applied")
  func safe() {
    let plan = Self.plan("a: b\n", [Self.finding((3, 4, "c")), Self.finding((0, 1, "x"), isSafe: false)])
    #expect(Self.text(plan) == "a: c\n")
    #expect(plan.applied == 1)
    #expect(plan.deferred == 0)
  }

  @Test("of fixes that touch the same text the first finding's wins, whole")
  func overlap() {
    let plan = Self.plan("a: bcd\n", [Self.finding((3, 5, "X")), Self.finding((0, 1, "y"), (4, 6, "Z"))])
    #expect(Self.text(plan) == "a: Xd\n")
    #expect(plan.applied == 1)
    #expect(plan.deferred == 1)
  }

  @Test("the same fix of two findings is applied once and repairs both")
  func same() {
    let plan = Self.plan("a: b\n", [Self.finding((3, 4, "c")), Self.finding((3, 4, "c"))])
    #expect(Self.text(plan) == "a: c\n")
    #expect(plan.applied == 2)
  }

  @Test("a file in UTF-16 stays in UTF-16")
  func utf16() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x3A, 0, 0x20, 0, 0x62, 0]
    let report = Report(
      tool: .metrolint, root: ".", ruleset: nil, rules: [], files: [], findings: [Self.finding((3, 4, "😀"))])
    let plan = FixPlan(report, Sources(["a.yaml": SourceText(fileBytes: bytes)]))
    #expect(plan.files.map(\.fileBytes) == [[0xFF, 0xFE, 0x61, 0, 0x3A, 0, 0x20, 0, 0x3D, 0xD8, 0x00, 0xDE]])
  }
}

@Suite("Unified diffs")
struct UnifiedDiffTests {
  static func diff(_ text: String, _ edits: (Int, Int, String)..., path: String = "a.yaml") -> String {
    let findings = edits.map { FixPlanTests.finding($0) }
    let plan = FixPlanTests.plan(text, findings)
    return String(decoding: plan.files.flatMap { UnifiedDiff($0, path: path).bytes }, as: UTF8.self)
  }

  @Test("shows three lines around a change")
  func context() {
    #expect(
      Self.diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", (8, 9, "x")) == """
        diff --git a/a.yaml b/a.yaml
        --- a/a.yaml
        +++ b/a.yaml
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +x
         6
         7
         8

        """)
  }

  @Test("near changes share a hunk, far ones have their own, counted after what came before")
  func hunks() {
    let text = (1...20).map { "\($0)\n" }.joined()
    // Lines 1, 3 and 20.
    #expect(
      Self.diff(text, (0, 1, "a\nb"), (4, 5, "c"), (48, 50, "z")) == """
        diff --git a/a.yaml b/a.yaml
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,6 +1,7 @@
        -1
        +a
        +b
         2
        -3
        +c
         4
         5
         6
        @@ -17,4 +18,4 @@
         17
         18
         19
        -20
        +z

        """)
  }

  @Test("a line that goes, and a last line without a line break")
  func ends() {
    #expect(
      Self.diff("a\nb\nc", (2, 4, ""), (4, 5, "d")) == """
        diff --git a/a.yaml b/a.yaml
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,3 +1,2 @@
         a
        -b
        -c
        \\ No newline at end of file
        +d
        \\ No newline at end of file

        """)
  }

  @Test("names with blanks, quotes and line breaks")
  func names() {
    #expect(
      Self.diff("a\n", (0, 1, "b"), path: "my file.yaml").hasPrefix(
        "diff --git a/my file.yaml b/my file.yaml\n--- a/my file.yaml\t\n+++ b/my file.yaml\t\n"))
    #expect(
      Self.diff("a\n", (0, 1, "b"), path: "q\"\n.yaml").hasPrefix(
        "diff --git \"a/q\\\"\\012.yaml\" \"b/q\\\"\\012.yaml\"\n"))
  }
}
