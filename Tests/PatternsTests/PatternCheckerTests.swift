import Patterns
import Testing

/// Telling patterns from other texts, without compiling them.
@Suite("Telling patterns")
struct PatternCheckerTests {
  /// Which of the texts are patterns, as one checker tells.
  private func allows(_ texts: [some Sequence<UInt8>], in dialect: Dialect) -> [Bool] {
    var checker = PatternChecker()
    return texts.map { checker.allows(Array($0).span, in: dialect) }
  }

  private func allows(_ texts: [String], in dialect: Dialect) -> [Bool] {
    allows(texts.map(\.utf8), in: dialect)
  }

  @Test("what is allowed and not supported is a pattern")
  func unsupported() {
    let texts = ["(?i:a)", "a{70000}", "(?<=a*)b", "((a)\\2)*", "(", "\\p{Foo}", "\\a"]
    #expect(allows(texts, in: .ecmascript) == [true, true, true, true, false, false, false])
    #expect(allows(["(a|b){70000}", "(?:a)", "\\pL", "[z-a]"], in: .iregexp) == [true, false, false, false])
  }

  @Test("what a text left unfinished is nothing to the next one")
  func oneAfterTheOther() {
    let texts = [
      "(?<a>x)\\k<a>", "\\k<a>", "((((", ")", "(?<=a", "(?<a>x)", "\\1", "(a)|(?<a>", "(?<a>x)\\1", "\\2", "",
      "[", "a",
    ]
    let isPattern = texts.map { allows([$0], in: .ecmascript)[0] }
    #expect(
      isPattern == [true, false, false, false, false, true, false, false, true, false, true, false, true])
    #expect(allows(texts, in: .ecmascript) == isPattern)
    #expect(allows(texts.reversed(), in: .ecmascript) == isPattern.reversed())
  }

  @Test("bytes that are no UTF-8 are characters that stand for themselves")
  func brokenPattern() {
    for bytes: [UInt8] in [
      [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ] {
      #expect(allows([bytes, [0x5C] + bytes, bytes + [0x28]], in: .ecmascript) == [true, false, false])
    }
  }

  /// A long pattern that is read.
  struct LongPattern: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let source: String
  }

  static let longPatterns = [
    LongPattern(
      testDescription: "groups of one name in many groups",
      source: "(?:|" * 20_000 + "(?<a>)|" * 10_000 + ")" * 20_000),
    LongPattern(
      testDescription: "the same with the earlier ones outside",
      source: "(?:" + "(?<a>)|" * 99 + "(?:" * 20_000 + "(?<a>)|" * 10_000 + ")" * 20_001),
    LongPattern(
      testDescription: "references in many groups",
      source: "(?:" * 20_000 + "(a)" + "\\1" * 20_000 + ")" * 20_000),
    LongPattern(
      testDescription: "many names",
      source: (0..<10_000).map { "(?<n\($0)>a)" }.joined() + (0..<10_000).map { "\\k<n\($0)>" }.joined()),
    LongPattern(
      testDescription: "a long name", source: "(?<" + "a" * 50_000 + ">a)\\k<" + "a" * 50_000 + ">"),
  ]

  @Test(
    "a pattern is read in a time in proportion to its length, whatever its groups, names and references",
    .timeLimit(.minutes(1)), arguments: longPatterns)
  func longPattern(pattern: LongPattern) {
    #expect(allows([pattern.source], in: .ecmascript) == [true])
  }
}

/// `text`, `count` times.
private func * (text: String, count: Int) -> String {
  String(repeating: text, count: count)
}
