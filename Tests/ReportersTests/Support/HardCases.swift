import Findings
import SourceText

extension ReportCase {
  /// Text that could break out of a format, or mislead whoever reads it.
  static let strange: ReportCase = {
    let path = "activities/mañana 100%, a:b.yaml"
    let text = SourceText(
      "title: 東京とソウル [ソウル特別市]\r\n"
        + "a:\tb\tc # tabs\r\n"
        + "family: 👨‍👩‍👧‍👦 ❤️ 🇧🇷 e\u{301}x\r\n"
        + "arabic: القاهرة الكبرى\r\n"
        + "trick: \u{202E}drowssap\u{202C} ]]> \u{200B}end\r\n"
        + "escape: \u{1B}[31m\u{7} red\r\n"
        + "broken: \u{FFFD}")
    let message = "]]> <b>&amp;</b> \"quoted\", 100%25: a\r\nb\u{1B}[2J \u{202E}txet\u{202C} 🏙️ القاهرة"
    let targets = ["ソウル特別市", "c #", "x", "القاهرة", "]]>", "red", "\u{FFFD}"]
    let findings = targets.enumerated().map { index, target in
      Finding(
        rule: "strange-text", severity: Severity.allCases[index % 3],
        message: index == 4 ? message : "\(target) is not allowed", path: path, range: text.range(of: target),
        pointer: "/a~1b/\(index)", value: target, fingerprint: "c\(index)")
    }
    var worst = findings
    worst[4].record = "a\tb\u{0}c"
    worst[4].suggestions = [Suggestion("[x](y) %0A::error::", label: "two\nlines ]]>")]
    worst[4].help = "write \\ and [brackets](http://x) plainly"
    worst[4].related = [
      RelatedPlace(path: path, range: text.range(of: "tabs"), message: "[here](1) is\na \\ tab")
    ]
    worst[4].fixes = [
      Fix(
        title: "remove ]]>", isSafe: false,
        edits: [FileEdit(path: path, edit: TextEdit(range: text.range(of: "]]> "), text: ""))])
    ]
    return ReportCase(
      "strange", root: "./my sets/", texts: [path: text], findings: worst,
      rules: [.sample("strange-text", kind: "assert")])
  }()

  /// Long lines, long ranges, several lines and several places.
  static let long: ReportCase = {
    let words = (1...40).map { "word\($0)" }.joined(separator: " ")
    let longest = "summary: \(words) TARGET \(words)"
    let wide = "wide: " + String(repeating: "都市", count: 60) + "終"
    let block = "block:\n  first: 1\n  second: 2\n  third: 3\n"
    let text = SourceText("\(longest)\n\(wide)\n\(block)after: [one, two]\nshort: a\n\nlast:")
    func finding(_ range: ByteRange, _ fingerprint: String) -> Finding {
      Finding(
        rule: "shape", severity: .warning, message: "this is not as it should be", path: "a.yaml",
        range: range,
        fingerprint: fingerprint)
    }
    let words3 = text.range(of: "word3 ").start
    let blockStart = text.range(of: "block:")
    let after = text.range(of: "after:")
    var several = finding(text.range(of: "two"), "d5")
    several.suggestions = [
      Suggestion("one", label: "The first of all"), Suggestion("three"),
      Suggestion("four", label: String(repeating: "so many words ", count: 20)),
    ]
    several.related = [
      RelatedPlace(path: "a.yaml", range: text.range(of: "first"), message: "one place"),
      RelatedPlace(
        path: "gone.yaml", range: ByteRange(at: 0), message: "a place in a file that is not there"),
    ]
    return ReportCase(
      "long", texts: ["a.yaml": text, "empty.yaml": SourceText("")],
      findings: [
        finding(text.range(of: "summary"), "d0"), finding(text.range(of: "TARGET"), "d1"),
        finding(ByteRange(words3, text.range(of: "TARGET").end), "d2"),
        finding(text.range(of: "終"), "d3"), finding(ByteRange(blockStart.start, after.start), "d4"), several,
        finding(ByteRange(text.range(of: "two").start, text.range(of: "short").end), "d6"),
        finding(ByteRange(at: text.bytes.count), "d7"),
        Finding(
          rule: "shape", severity: .warning, message: "the file is empty", path: "empty.yaml",
          range: ByteRange(at: 0)),
      ],
      rules: [.sample("shape", .warning, kind: "schema")])
  }()
}
