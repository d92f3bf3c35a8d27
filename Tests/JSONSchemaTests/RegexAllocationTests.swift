import CAllocations
import JSONSchema
import Testing

/// A text is told to be a pattern, or to be none, without asking for memory.
@Suite("Allocations of the format regex", .enabled(if: counts_allocations(), "memory is not counted here"))
struct RegexAllocationTests {
  static let patterns = [
    // Characters, anchors and escapes.
    "", "abc", "é🐟", "^a$", "\\ba\\B", "a.c", "\\t\\n\\v\\f\\r\\0", "\\cA\\cz",
    "\\x41\\u0042\\u{1F41F}\\uD83D\\uDC1F\\uD83D",
    "\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/",
    // Classes.
    "\\d\\D\\w\\W\\s\\S", "[a-zé-ü🐟-🐡]", "[^\\s\\S]", "[]", "[^]", "[\\b\\-\\d-]", "[\\ud800-\\udfff]",
    "[\\p{L}\\P{Nd}]",
    // Properties, and the longest of their names.
    "\\p{L}\\P{Lu}\\p{Uppercase_Letter}\\p{Any}\\p{Assigned}\\p{ASCII}",
    "\\p{General_Category=Connector_Punctuation}",
    "\\p{Script=Greek}\\p{sc=Grek}", "\\p{Script_Extensions=Greek}", "\\p{scx=Inscriptional_Parthian}",
    "\\p{Default_Ignorable_Code_Point}\\p{DI}",
    // Quantifiers.
    "a*b+c?d{2}e{2,}f{2,3}", "a*?b+?c??d{2}?e{2,}?f{2,3}?", "a{99999999999999999999}", "a{70000}",
    // Groups, looks and modifiers.
    "(a|b|(c))(?:d|e)*", "(?=a)(?!b)(?<=c)(?<!d)", "(?<=a+)b", "(?i:a)(?ims-:b)(?i-ms:c)",
    // Names and back references.
    "(?<year>\\d{4})-(?<month>\\d{2})",
    "(?<aVeryVeryVeryLongNameOfAGroup>a)\\k<aVeryVeryVeryLongNameOfAGroup>",
    "(?:(?<a>x)|(?<a>y))\\k<a>", "(?<\\u0061>x)\\k<a>\\k<\\u{61}>", "(?<𝒜>x)\\k<\\ud835\\udc9c>", "\\1(a)\\1",
    "((a)\\2)*",
    // Long ones.
    String(repeating: "(?:a|b)[c-d]{1,2}", count: 100),
    String(repeating: "(", count: 300) + String(repeating: ")", count: 300),
    (1...200).map { "(?<n\($0)>a)" }.joined() + (1...200).map { "\\k<n\($0)>" }.joined(),
    (1...200).map { "(?<n>\($0))" }.joined(separator: "|") + "\\k<n>",
  ]

  @Test("which it is", arguments: patterns)
  func pattern(_ pattern: String) throws {
    let count = try allocations(
      schema: "{format: regex}", element: quoted(pattern), SchemaOptions(assertFormats: true),
      elements: 20)
    #expect(count == 0)
  }

  static let noPatterns = [
    "(", ")", "a(b", "[a", "]", "}", "{", "a{", "a{2", "a{2,1}", "*a", "a**", "\\", "\\-", "\\a", "\\é",
    "\\u12", "\\x1", "\\c1",
    "\\u{110000}", "\\u{}", "\\1", "\\01", "(a)\\2", "\\k", "\\k<x>", "\\k<aVeryVeryVeryLongNameOfAGroup>",
    "(?<x>a)(?<x>b)",
    "(?<aVeryVeryVeryLongNameOfAGroup>a)(?<\\u0061VeryVeryVeryLongNameOfAGroup>b)", "(?<1>a)", "(?<a",
    "(?<\\ud800>a)",
    "(?<>a)", "[b-a]", "[\\d-a]", "[\\a]", "\\p", "\\pL", "\\p{Foo}", "\\p{Script=NoneOfTheScriptsOfUnicode}",
    "\\p{L",
    "\\p{RGI_Emoji_Modifier_Sequence}", "(?=a)*", "(?ii:a)", "(?x:a)", "(?-:a)", "(?",
    String(repeating: "(a", count: 1_000),
  ]

  @Test("which it is not", arguments: noPatterns)
  func noPattern(_ pattern: String) throws {
    let count = try allocations(
      schema: "{not: {format: regex}}", element: quoted(pattern), SchemaOptions(assertFormats: true),
      elements: 20)
    #expect(count == 0)
  }

  private func quoted(_ pattern: String) -> String {
    "'\(pattern.replacing("'", with: "''"))'"
  }
}
