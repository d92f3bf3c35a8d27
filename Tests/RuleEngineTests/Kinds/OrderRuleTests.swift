import Findings
import RuleEngine
import Testing

@Suite("order")
struct OrderRuleTests {
  private func check(_ order: String, select: String = "$.items[*]", _ text: String) throws
    -> SetCheck
  {
    try SetCheck(
      sources: "{a: {files: ['*.yaml']}}",
      rules: ["sorted": "source: a\nselect: \"\(select)\"\norder: \(order)\n"], ["a.yaml": text])
  }

  @Test("the first one out of order, with the one above; the rest of the list waits")
  func first() throws {
    let check = try check("{by: '@'}", "items: [a, c, ⟦b⟧, a]\n")
    check.expect("b stands below c, but is sorted before it")
    #expect(check.related() == ["a.yaml \"c\": it stands below this"])
  }

  @Test(
    "text is compared as a reader sorts: case and diacritics apart",
    arguments: [
      "[Abidjan, Ávila, avila, Berlin, İzmir, Łódź, Lyon]", "[São Paulo, Sao Paulo]", "[L10, L2]",
    ])
  func text(list: String) throws {
    try check("{by: '@'}", "items: \(list)\n").expect()
  }

  @Test("natural: numbers inside by their value")
  func natural() throws {
    try check("{by: '@', compare: natural}", "items: [L1A2, L1A10, L2, L010, L10b]\n").expect()
    try check("{by: '@', compare: natural}", "items: [L10, ⟦L2⟧]\n").expect(
      "L2 stands below L10, but is sorted before it")
  }

  @Test("number: by value, and what is none is left out")
  func number() throws {
    try check("{by: '@', compare: number}", "items: [-1, 0.5, x, 10.0, '11', ~]\n").expect()
    try check("{by: '@', compare: number}", "items: [10, ⟦9.5⟧]\n").expect(
      "9.5 stands below 10, but is sorted before it")
  }

  @Test("descending")
  func descending() throws {
    try check("{by: '@', direction: descending}", "items: [c, b, b, a, ⟦b⟧]\n")
      .expect("b stands below a, but is sorted after it")
  }

  @Test("by several values, and the node is reported")
  func several() throws {
    try check(
      "{by: ['@.d', '@.n']}", "items: [{d: 1, n: b}, {d: 2, n: b}, {d: 2}, ⟦{d: 2, n: a}⟧]\n"
    )
    .expect("2, a stands below 2, b, but is sorted before it")
  }

  @Test("each list is sorted by itself")
  func siblings() throws {
    try check(
      "{by: '@.c'}", select: "$.items[*].sub[*]",
      "items: [{sub: [{c: b}]}, {sub: [{c: a}, {c: c}, ⟦{c: b}⟧]}]\n"
    )
    .expect("b stands below c, but is sorted before it")
  }

  @Test("members of a mapping, by name")
  func names() throws {
    try check("{by: '@'}", select: "$.items.*~", "items:\n  b: 1\n  ⟦a⟧: 2\n").expect(
      "a stands below b, but is sorted before it")
  }
}
