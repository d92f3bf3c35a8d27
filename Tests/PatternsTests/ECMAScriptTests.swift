import Patterns
import Testing

/// ECMA-262 patterns with the `u` flag (section 22.2), as JSON Schema's `pattern` searches with them.
@Suite("ECMAScript patterns")
struct ECMAScriptTests {
  @Test(
    "a text has a match, or has none",
    arguments: [
      // Searching and anchors: `$` is the very end, `.` no line end.
      ("b", "abc", true), ("^b", "abc", false), ("^abc$", "abc", true), ("^abc$", "abc\n", false),
      ("^b", "a\nb", false),
      ("a.c", "a\nc", false), ("a.c", "a\u{2028}c", false), ("a.c", "a\rc", false), ("a.c", "a\u{85}c", true),
      ("^.$", "🐟", true),
      ("a[^]c", "a\nc", true), ("[]", "a", false), ("", "", true),
      // Classes: `\d` and `\w` are ASCII, `\s` is Unicode with the byte order mark.
      ("^\\d$", "٣", false), ("^\\d+$", "042", true), ("^\\w$", "é", false), ("^\\W$", "é", true),
      ("^\\s$", "\u{FEFF}", true),
      ("^\\s$", "\u{A0}", true), ("^\\s$", "\u{2003}", true), ("^\\s$", "\u{180E}", false),
      ("^\\s$", "\u{85}", false), ("^[\\d\\-x]+$", "1-x", true),
      ("^[a-cé]+$", "béa", true), ("^[^a-c]$", "🐟", true), ("^[🐟-🐡]$", "🐠", true), ("[\\b]", "\u{8}", true),
      ("\\bb", "a b", true), ("\\Bb", "ab", true), ("\\bé", " é", false),
      // Escapes.
      ("^\\u{1F41F}$", "🐟", true), ("^\\uD83D\\uDC1F$", "🐟", true), ("^\\x41\\u0042\\cJ\\0$", "AB\n\0", true),
      ("^\\t\\n\\v\\f\\r$", "\t\n\u{B}\u{C}\r", true),
      ("^\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/$", "^$\\.*+?()[]{}|/", true),
      // Quantifiers.
      ("^a{2}$", "aa", true), ("^a{2,}$", "a", false), ("^a{1,2}$", "aaa", false), ("^a*?b$", "aab", true),
      ("^(?:ab)+$", "abab", true),
      // Groups and references.
      ("^(a|b)\\1$", "aa", true), ("^(a|b)\\1$", "ab", false), ("^(?<x>a|b)\\k<x>$", "bb", true),
      ("^(?:(a)|b)\\1$", "b", true), ("^\\1(a)$", "a", true),
      // Looking around.
      ("a(?=b)", "ab", true), ("a(?!b)", "ab", false), ("(?<=a)b", "ab", true), ("(?<!a)b", "ab", false),
      ("(?<=\\$)\\d+", "$42", true),
      // Properties.
      ("^\\p{L}$", "é", true), ("^\\p{Lu}$", "é", false), ("^\\P{L}$", "1", true),
      ("^\\p{Script=Greek}$", "λ", true), ("^\\p{sc=Cyrl}$", "ж", true),
      ("^\\p{Letter}+$", "aж", true), ("^\\p{General_Category=Decimal_Number}$", "٣", true),
      ("^[\\p{L}\\d]+$", "é1", true), ("^\\p{ASCII}$", "é", false),
      ("^\\p{Alphabetic}$", "ж", true), ("^\\p{Any}$", "🐟", true),
      // Case counts.
      ("^[A-Z]$", "a", false),
    ])
  func searches(pattern: String, text: String, matches: Bool) throws {
    let pattern = try Pattern(pattern, dialect: .ecmascript)
    #expect(pattern.search(text) == (matches ? .matches : .doesNotMatch))
  }

  @Test(
    "what the grammar with `u` does not allow is refused: at what is wrong, or at the opening of what is not closed",
    arguments: [
      ("(", 0), (")", 0), ("a(b", 1), ("[a", 0), ("]", 0), ("}", 0), ("{", 0), ("a{", 2), ("a{2", 3),
      ("a{2,1}", 1), ("*a", 0), ("a**", 2), ("+", 0),
      ("\\", 0), ("\\-", 0), ("\\a", 0), ("\\_", 0), ("\\é", 0), ("é\\é", 1), ("\\u12", 4), ("\\x1", 3),
      ("\\c1", 2), ("\\u{110000}", 3), ("\\1", 0), ("(a)\\2", 3),
      ("\\k<x>", 0), ("(?<x>a)(?<x>b)", 10), ("(?<1>a)", 3), ("[b-a]", 1), ("[\\d-a]", 1), ("\\p{Foo}", 3),
      ("\\p", 2), ("\\pL", 2), ("\\01", 0), ("(?=a)*", 5),
      ("🐟(", 1),
    ])
  func errors(pattern: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(pattern, dialect: .ecmascript) }
    #expect(error?.reason == .invalid)
    #expect(error?.codePointOffset == offset, "\(pattern): \(error?.message ?? "")")
    #expect(error?.message.hasSuffix(".") == false)
  }

  @Test("the offset in bytes is that of the same place")
  func byteOffset() {
    let error = #expect(throws: PatternError.self) { try Pattern("é🐟(", dialect: .ecmascript) }
    #expect(error?.codePointOffset == 2)
    #expect(error?.offset == 6)
  }
}
