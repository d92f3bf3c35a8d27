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

  @Test("names are the same when their code points are, however they are written")
  func names() throws {
    #expect(try Pattern("^(?<\\u0061>.)\\k<a>\\k<\\u{61}>$", dialect: .ecmascript).search("xxx") == .matches)
    #expect(try Pattern("^(?<𝒜>.)\\k<\\ud835\\udc9c>$", dialect: .ecmascript).search("xx") == .matches)
    // Two names that look alike.
    let pattern = try Pattern("^(?<é>.)(?<e\u{301}>.)\\k<é>\\k<e\u{301}>$", dialect: .ecmascript)
    #expect(pattern.search("xyxy") == .matches)
    #expect(pattern.search("xyyx") == .doesNotMatch)
    let error = #expect(throws: PatternError.self) {
      try Pattern("(?<é>a)\\k<e\u{301}>", dialect: .ecmascript)
    }
    #expect(error?.message.unicodeScalars.contains("\u{301}") == true)
  }

  @Test(
    "a name is there twice only where both groups could match",
    arguments: [
      ("(?<a>x)|(?<a>y)", nil), ("(?:(?<a>x)|(?<a>y))(?<b>z)", nil), ("(?:(?<a>x)|y)(?<a>z)", 16),
      ("(?:(?<a>x)|y)|(?<a>z)", nil), ("(?<a>(?<a>x))", 8), ("(?<a>x(?<b>y)|(?<b>z))", nil),
      ("(?:(?:(?<a>x))|(?:(?<a>y)))", nil), ("(?:(?:(?<a>x)))(?:(?<a>y))", 21),
      ("(?:x|(?:(?<a>x)|y)|z|(?<a>y)(?<a>z))", 31), ("(?<a>x)|(?:y|(?<a>z)|(?:(?<a>x)))", nil),
      ("(?<a>x)|(?:y|(?<a>z)(?:(?<\\u0061>x)))", 26),
    ] as [(String, Int?)])
  func sameNames(pattern: String, offset: Int?) {
    var found: Int?
    do {
      _ = try Pattern(pattern, dialect: .ecmascript)
    } catch {
      found = error.offset
    }
    #expect(found == offset)
  }

  @Test(
    "a message tells what was found",
    arguments: [
      ("a{x", "expected a number after '{', found 'x'; write '\\{' to match the character itself"),
      (
        "a{",
        "expected a number after '{', found the end of the pattern; write '\\{' to match the character itself"
      ),
      ("\\p\u{301}", "expected '{' and a Unicode property, found U+0301"),
      ("a{5,3}", "the repetition runs backwards: 3 is less than 5"),
      ("+", "nothing to repeat before '+'; write '\\+' to match the character itself"),
      ("a}", "'}' has no opening bracket; write '\\}' to match the character itself"),
      ("(a)\\12", "there is no group 12 to refer back to"),
      ("\\99999999999999999999", "there is no group 9223372036854775807 to refer back to"),
      ("\\k<\\u0061\\u{1F41F}", "a group name has letters, digits, '$' and '_' and starts with no digit"),
      ("\\k<\\u0061é>", "there is no group named 'aé' to refer back to"),
      ("(?<a>x)(?<\\u{61}>y)", "the group name 'a' is used twice where both could match"),
      ("\\1é", "there is no group 1 to refer back to"),
      ("[\\8]", "'\\8' is no escape here; write '\\xHH' for a character by its number"),
      ("\\é", "'\\' and 'é' is no escape outside a class; remove the '\\' to match the character"),
      ("[\\ ]", "'\\' and U+0020 is no escape in a class; remove the '\\' to match the character"),
      (
        "\\p{RGI_Emoji}",
        "'RGI_Emoji' is a property of strings and needs the 'v' flag; patterns have the 'u' flag"
      ),
      (
        "\\p{sc=greek}",
        "'sc=greek' is no Unicode property of ECMA-262; expected a general category such as 'Lu', 'Script=Greek' or a property such as 'Alphabetic'; names are case-sensitive"
      ),
      ("(?i-i:a)", "the modifier 'i' is there twice"),
      ("(?i--:a)", "expected ':', '=', '!', '<=', '<!' or '<name>' after '(?', found '-'"),
    ])
  func messages(pattern: String, message: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(pattern, dialect: .ecmascript) }
    #expect(error?.message == message)
  }
}
