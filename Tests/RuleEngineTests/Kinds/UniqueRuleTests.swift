import Findings
import RuleEngine
import Testing

@Suite("unique")
struct UniqueRuleTests {
  private func check(_ rule: String, _ files: [String: String]) throws -> SetCheck {
    try SetCheck(
      sources: "{a: {files: [a/*.yaml]}, b: {files: [b/*.yaml]}}", rules: ["once": rule], files)
  }

  private static let names = "source: a\nselect: $.items[*]\nunique: {key: '@.name'}\n"

  @Test("the second and later ones are reported at their keys, with the first as related place")
  func later() throws {
    let check = try check(
      Self.names,
      [
        "a/1.yaml": "items: [{name: X}, {name: Y}]\n",
        "a/2.yaml": "items: [{name: ⟦X⟧}, {name: Z}, {name: ⟦X⟧}]\n",
      ])
    check.expect(
      "X is here a second time, but may be there only once",
      "X is here a second time, but may be there only once")
    #expect(check.related() == ["a/1.yaml \"X\": X is here first"])
    #expect(check.related(1) == ["a/1.yaml \"X\": X is here first"])
    #expect(check.findings[0].fingerprint != check.findings[1].fingerprint)
  }

  @Test("what all nodes of a document share is named only when nothing else is there to name")
  func shared() throws {
    let listed = try check(
      "source: a\nselect: $.items[*]\nunique: {key: ['@', $.title], within: file}\n",
      ["a/1.yaml": "title: T\nitems: [X, ⟦X⟧]\n---\ntitle: U\nitems: [X]\n"])
    listed.expect("X is here a second time, but may be there only once in this file")
    #expect(listed.findings.map(\.value) == ["X"])
    let titles = try check(
      "source: a\nunique: {key: [$.title, $.date]}\n",
      ["a/1.yaml": "title: T\ndate: 1\n", "a/2.yaml": "title: ⟦T⟧\ndate: 1\n"])
    titles.expect("T, 1 is here a second time, but may be there only once")
  }

  @Test("within a file, of few and of many nodes, and of more than one source")
  func fewAndMany() throws {
    let rule = "source: a\nselect: $.items[*]\nunique: {key: '@', within: file}\n"
    let many = (1...20).map(String.init).joined(separator: ", ")
    let files = [
      "a/1.yaml": "items: [X, Y, ⟦X⟧, ⟦X⟧]\n", "a/2.yaml": "items: [X]\n",
      "a/3.yaml": "items: [\(many), ⟦7⟧]\n", "a/4.yaml": "items: [\(many)]\n",
    ]
    let message = "is here a second time, but may be there only once in this file"
    try check(rule, files).expect("X \(message)", "X \(message)", "7 \(message)")
    let both = try SetCheck(
      sources: "{a: {files: ['*.yaml']}, b: {files: ['*.yaml']}}",
      rules: [
        "once": """
        on: [{source: a, select: '$.x[*]'}, {source: b, select: '$.y[*]'}]
        unique: {key: '@', within: file}

        """
      ], ["1.yaml": "x: [A, B]\ny: [C, ⟦B⟧]\n", "2.yaml": "x: [C]\ny: [A]\n"])
    both.expect("B \(message)")
  }

  @Test("values are compared as JSON values, whatever their type")
  func types() throws {
    let check = try check(
      Self.names,
      [
        "a/1.yaml": """
        items:
          - {name: 1}
          - {name: "1"}
          - {name: ⟦1.0⟧}
          - {name: true}
          - {name: "true"}
          - {name: ~}
          - {name: ⟦null⟧}
          - {name: "null"}
          - {name: [a, {b: 1, c: 2}]}
          - {name: ⟦[a, {c: 2, b: 1.0}]⟧}
          - {name: [a]}
        """
      ])
    #expect(check.findings.map(\.value) == ["1", "null", "[\"a\",{\"b\":1,\"c\":2}]"])
    check.expect(
      "1 is here a second time, but may be there only once",
      "null is here a second time, but may be there only once",
      "[\"a\",{\"b\":1,\"c\":2}] is here a second time, but may be there only once")
  }

  @Test("names in NFC and NFD are the same")
  func normalization() throws {
    let check = try check(Self.names, ["a/1.yaml": "items: [{name: é}, {name: ⟦e\u{301}⟧}]\n"])
    #expect(check.findings.count == 1)
    check.expect("é is here a second time, but may be there only once")
  }

  @Test("a tuple with nothing in it is not compared; one with something is")
  func nothing() throws {
    let check = try check(
      "source: a\nselect: $.items[*]\nunique: {key: ['@.x', '@.y']}\n",
      ["a/1.yaml": "items: [{}, {z: 1}, {x: 1}, {x: ⟦1⟧}, {y: 1}, {x: 1, y: 1}, {y: ⟦1⟧}]\n"])
    check.expect(
      "1 is here a second time, but may be there only once",
      "1 is here a second time, but may be there only once")
    try self.check(Self.names, ["a/1.yaml": "items: [{}, {}, 1, 1]\n"]).expect()
  }

  @Test("a tuple is reported at its first value")
  func tuple() throws {
    let check = try check(
      "source: a\nselect: $.items[*]\nunique: {key: ['@.x', '@.y']}\nmessage: '{value} twice'\n",
      ["a/1.yaml": "items: [{y: 1, x: 2}, {y: 2, x: 2}, {y: 1, x: ⟦2⟧}]\n"])
    check.expect("2, 1 twice")
  }

  @Test("within a file")
  func withinFile() throws {
    let check = try check(
      "source: a\nselect: $.items[*]\nunique: {key: '@', within: file}\n",
      ["a/1.yaml": "items: [X]\n---\nitems: [⟦X⟧]\n", "a/2.yaml": "items: [X]\n"])
    check.expect("X is here a second time, but may be there only once in this file")
    #expect(check.findings[0].document == 1)
  }

  @Test("within what has the same value of a query; what has none is not compared")
  func withinValue() throws {
    let check = try check(
      "source: a\nselect: $.items[*]\nunique: {key: '@', within: $.id}\n",
      [
        "a/1.yaml": "id: 1\nitems: [X]\n", "a/2.yaml": "id: 2\nitems: [X]\n",
        "a/3.yaml": "id: 1\nitems: [⟦X⟧]\n",
        "a/4.yaml": "items: [X]\n", "a/5.yaml": "items: [X]\n",
      ])
    check.expect("X is here a second time, but may be there only once for 1")
  }

  @Test("each source is a group of its own, and a node that two scopes select is one")
  func sources() throws {
    let check = try check(
      "on: [{source: a, select: '$.items[*]'}, {source: b, select: '$.items[*]'}, {source: b, select: '$..items[0]'}]\nunique: {key: '@'}\n",
      ["a/1.yaml": "items: [X]\n", "b/1.yaml": "items: [X, ⟦X⟧]\n"])
    check.expect("X is here a second time, but may be there only once")
  }

  @Test("names of members, and templates")
  func templates() throws {
    let check = try check(
      "source: a\nselect: $.*.*~\nunique: {key: '@'}\n",
      ["a/1.yaml": "m: {x: 1, y: 2}\nn: {⟦x⟧: 1, z: 1}\n"])
    check.expect("x is here a second time, but may be there only once")
    let other = try self.check(
      "source: a\nselect: $.l[*].m[*]\nunique: {key: \"{ancestor(@, 'code')}-{@.c}\"}\n",
      ["a/1.yaml": "l: [{code: A, m: [{c: 1}, {c: 2}]}, {code: A, m: [{c: ⟦2⟧}]}]\n"])
    other.expect("A-2 is here a second time, but may be there only once")
  }
}
