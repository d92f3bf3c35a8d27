import SourceText
import Testing
import Workspace

@Suite("Unified diffs")
struct UnifiedDiffTests {
  static func diff(_ text: String, _ edits: (Int, Int, String)..., path: String = "a.yaml") -> String {
    let edits = edits.map { TextEdit(range: ByteRange($0.0, $0.1), text: $0.2) }
    let source = SourceText(text)
    return String(
      decoding: UnifiedDiff(from: source.bytes, to: source.applying(edits).bytes, path: path).bytes,
      as: UTF8.self)
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
