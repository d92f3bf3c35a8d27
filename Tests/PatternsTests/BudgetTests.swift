import Patterns
import Testing

/// Patterns and texts that would keep a backtracking engine busy for ever.
@Suite("Patterns that blow up", .timeLimit(.minutes(5)))
struct BudgetTests {
  @Test(
    "a match that takes too long is given up, neither passed nor failed",
    arguments: ["^(a+)+$", "^(a|a)*$", "(x+x+)+y|^(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$"])
  func givesUp(source: String) throws {
    let pattern = try Pattern(source, dialect: .ecmascript)
    let text = String(repeating: "a", count: 5_000) + String(repeating: "x", count: 40) + "!"
    #expect(pattern.search(text) == .gaveUp)
    // The same again, also once machine code has been made.
    #expect((0..<3).allSatisfy { _ in pattern.search(text) == .gaveUp })
  }

  @Test("a harmless pattern has an answer however long the text is")
  func longText() throws {
    let text = String(repeating: "a", count: 1_000_000)
    #expect(try Pattern("^a+$", dialect: .ecmascript).search(text) == .matches)
    #expect(try Pattern("b", dialect: .ecmascript).search(text) == .doesNotMatch)
    #expect(try Pattern("a*", dialect: .iregexp).matchesWhole(text) == .matches)
  }

  @Test("the answer does not depend on how often the pattern was used before")
  func repeated() throws {
    let pattern = try Pattern("^(?:L[0-9]+A[0-9]+D[0-9]+)$", dialect: .ecmascript)
    #expect((0..<1_000).allSatisfy { pattern.search("L\($0)A2D3") == .matches })
    #expect((0..<1_000).allSatisfy { pattern.search("L\($0)A2") == .doesNotMatch })
  }

  @Test("patterns nested without end are refused", arguments: Dialect.allCases)
  func deep(dialect: Dialect) {
    let source = String(repeating: "(", count: 50_000) + "a" + String(repeating: ")", count: 50_000)
    #expect(throws: PatternError.self) { try Pattern(source, dialect: dialect) }
  }

  @Test("text that is no UTF-8 does not match")
  func brokenText() throws {
    let bytes: [UInt8] = [0x61, 0xFF]
    #expect(try Pattern("a", dialect: .ecmascript).search(bytes.span) == .doesNotMatch)
  }
}
