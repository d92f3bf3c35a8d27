import Findings
import SourceText

extension ReportCase {
  /// The cases that readers read: those with snapshots, and one that nobody thought of.
  static let forReaders = all + [random]

  /// Files of bytes that need not be text, with findings at places that need not be there, whose texts are put
  /// together from what breaks formats. The same in every run.
  static let random: ReportCase = {
    var dice = Dice()
    let paths = [
      "[a](1) {0}.yaml", "a b/c'd\"e.yml", "ünï/日本 🏙️.yaml", "%41&<x>.yaml", "#hash?query=1.yaml",
      "no-text.yaml",
      "@at!$()*+;=^`|~.yaml",
    ]
    var texts: [String: SourceText] = [:]
    for path in paths where path != "no-text.yaml" {
      let pieces: [[UInt8]] = [
        [0x0A], [0x0D], [0x0D, 0x0A], [0x09], [0x00], [0xFF], [0xC3], [0xE2, 0x80], [0xEF, 0xBB, 0xBF],
        Array("é".utf8),
        Array("日本".utf8), Array("👨‍👩‍👧".utf8), Array("e\u{301}\u{302}".utf8), Array("a: b".utf8),
        Array("\u{202E}x".utf8),
      ]
      texts[path] = SourceText(fileBytes: (0..<200).flatMap { _ in pieces[dice.roll(pieces.count)] })
    }
    let fragments = [
      "]]>", "<![CDATA[", "&#x0;", "%0A", "%", "::error::", "##[error]", ",", ":", "\r", "\n", "\r\n", "\t",
      "\u{0}",
      "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{FEFF}", "👨‍👩‍👧‍👦", "القاهرة", "日本", "e\u{301}",
      "[x](1)",
      "{0}", "{{", "\\", "\"", "'", "`", " [rule]", "word", "\u{FFFE}", "\u{10FFFF}",
    ]
    func text(_ dice: inout Dice) -> String {
      (0..<dice.roll(6)).map { _ in fragments[dice.roll(fragments.count)] }.joined()
    }
    let rules: [RuleID] = ["outcome-exists", "yaml-syntax", "shape"]
    let findings = (0..<300).map { index in
      let path = paths[dice.roll(paths.count)]
      let start = dice.roll(700)
      let range = ByteRange(start, start + dice.roll(80))
      var finding = Finding(
        rule: rules[dice.roll(3)], severity: Severity.allCases[dice.roll(3)],
        message: "\(index): \(text(&dice)) end", path: path, range: range, pointer: "/a~1b/\(dice.roll(3))",
        value: text(&dice), fingerprint: "\(dice.roll(100))")
      finding.suggestions = (0..<dice.roll(3)).map { _ in Suggestion("v" + text(&dice), label: text(&dice)) }
      finding.help = dice.roll(2) == 0 ? nil : text(&dice)
      finding.related = (0..<dice.roll(3)).map { index in
        RelatedPlace(path: paths[dice.roll(paths.count)], range: range, message: "at \(index) \(text(&dice))")
      }
      finding.fixes = [
        Fix(
          title: "fix \(text(&dice))", isSafe: dice.roll(2) == 0,
          edits: [FileEdit(path: path, edit: TextEdit(range: range, text: text(&dice)))])
      ]
      return finding
    }
    return ReportCase("random", texts: texts, findings: findings, rules: rules.map { .sample($0) })
  }()
}

/// Numbers that look random and are the same in every run (a linear congruential generator).
private struct Dice {
  private var state: UInt64 = 2021

  /// A number from 0 to `sides` - 1.
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
