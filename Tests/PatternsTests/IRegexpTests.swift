import Patterns
import Testing

/// I-Regexp (RFC 9485).
@Suite("I-Regexp patterns")
struct IRegexpTests {
  @Test(
    "a text matches from end to end, or does not",
    arguments: [
      ("abc", "abc", true), ("b", "abc", false), ("a|bc", "bc", true), ("a|bc", "abc", false),
      ("a.c", "a\nc", false), ("a.c", "a\rc", false),
      ("a.c", "a\u{2028}c", true), (".", "🐟", true), ("a{2,3}", "aaaa", false), ("(ab)*", "abab", true),
      ("[a-c]+", "abc", true), ("[^a-c]", "d", true),
      ("[\\]\\-]", "-", true), ("\\p{Lu}", "É", true), ("\\P{L}", "1", true), ("[\\p{L}1]+", "é1", true),
      ("\\^\\.", "^.", true), ("^a", "a", true), ("^a", "^a", false),
      ("a$", "a", true), ("", "", true), ("\\n\\r\\t", "\n\r\t", true), ("[-a]", "-", true),
      ("[a-]", "-", true),
    ])
  func matches(pattern: String, text: String, matches: Bool) throws {
    let compiled = try Pattern(pattern, dialect: .iregexp)
    #expect(compiled.matchesWhole(text) == (matches ? .matches : .doesNotMatch))
  }

  @Test("a search finds a match anywhere")
  func searches() throws {
    let pattern = try Pattern("b[0-9]", dialect: .iregexp)
    #expect(pattern.search("ab1c") == .matches)
    #expect(pattern.search("abc") == .doesNotMatch)
  }

  @Test(
    "what RFC 9485 does not have is refused",
    arguments: [
      "\\d", "\\w", "\\s", "\\b", "(?:a)", "(?=a)", "a*?", "a++", "\\1", "(a", "a)", "[a", "[]", "[b-a]",
      "\\", "*", "a{2,1}", "\\u0041", "\\p{Foo}", "\\p{Script=Greek}",
      "[[a]]", "{", "}",
    ])
  func errors(pattern: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(pattern, dialect: .iregexp) }
    #expect(error?.reason == .invalid)
  }

  @Test(
    "a message tells what was found",
    arguments: [
      ("[z-a]", "the range runs backwards: 'z' comes after 'a'"),
      (
        "\\d",
        "expected '\\n', '\\r', '\\t', '\\p{…}', '\\P{…}' or '\\' and one of ()*+-.?[\\]^{|}, found '\\' and 'd'"
      ),
      (
        "\\",
        "expected '\\n', '\\r', '\\t', '\\p{…}', '\\P{…}' or '\\' and one of ()*+-.?[\\]^{|}, found '\\' at the end of the pattern"
      ),
      ("\\p{Cs}", "expected a general category of RFC 9485 such as 'L' or 'Lu' and '}'"),
      ("\\pL", "expected '{' and a general category such as 'Lu', found 'L'"),
    ])
  func messages(pattern: String, message: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(pattern, dialect: .iregexp) }
    #expect(error?.message == message)
  }
}
