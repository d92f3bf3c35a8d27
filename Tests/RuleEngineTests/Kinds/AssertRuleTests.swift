import Findings
import RuleEngine
import Testing

@Suite("assert")
struct AssertRuleTests {
  private func check(_ rule: String, _ text: String) throws -> SetCheck {
    try SetCheck(sources: "{a: {files: ['*.yaml']}}", rules: ["true": "source: a\n" + rule], ["a.yaml": text])
  }

  @Test("a node without a key is reported itself, one with a key at its key")
  func place() throws {
    let items = try check(
      "select: '$.items[*]'\nassert: '@.a <= @.b'\n", "items: [{a: 1, b: 2}, ⟦{a: 3, b: 2}⟧]\n")
    items.expect("this is not so here: s")
    #expect(items.findings[0].help == "correct it; what must be true is @.a <= @.b")
    let keyed = try check(
      "select: $.date\nassert: '@.a <= @.b'\nmessage: 'no, {path}'\n", "⟦date⟧:\n  a: 2\n  b: 1\n")
    keyed.expect("no, a.yaml")
    #expect(keyed.findings[0].help == "correct it, so that s")
    try check("assert: '@.a <= @.b'\n", "⟦a: 2\nb: 1⟧\n").expect("this is not so here: s")
  }

  @Test("$ is the document, and ancestor and starts_with are known")
  func functions() throws {
    try check(
      "select: '$.lines[*].actions[*]'\nassert: \"starts_with(@.code, ancestor(@, 'code')) && $.ok\"\n",
      "ok: 1\nlines: [{code: L1, actions: [{code: L1A1}, ⟦{code: L2A1}⟧]}]\n"
    ).expect("this is not so here: s")
  }

  @Test("a scalar is the finding's value")
  func scalar() throws {
    let check = try check("select: '$.items[*]'\nassert: '@ != 2'\n", "items: [1, ⟦2⟧]\n")
    check.expect("this is not so here: s")
    #expect(check.findings[0].value == "2")
  }
}
