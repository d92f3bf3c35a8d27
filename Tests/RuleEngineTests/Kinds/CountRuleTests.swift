import Findings
import RuleEngine
import Testing

@Suite("count")
struct CountRuleTests {
  private func check(
    _ count: String, select: String = "$.seats[?@.role == 'chair']", unreadable: [String] = [],
    _ files: [String: String]
  ) throws -> SetCheck {
    try SetCheck(
      sources: "{regions: {files: ['*.yaml']}}",
      rules: ["seats": "source: regions\nselect: \"\(select)\"\ncount: \(count)\n"],
      unreadable: unreadable,
      files)
  }

  private static let chair = "{role: chair}"

  @Test("too many in the whole source: the extra nodes, with the others of the group")
  func tooMany() throws {
    let check = try check(
      "{at-most: 1}",
      ["a.yaml": "seats: [{role: chair}]\n", "b.yaml": "seats: [{role: x}, ⟦{role: chair}⟧]\n"])
    check.expect("at most 1 is allowed, but this is number 2")
    #expect(check.related() == ["a.yaml \"{role: chair}\": this one is counted too"])
  }

  @Test("none allowed")
  func none() throws {
    try check("{at-most: 0}", ["a.yaml": "seats: [⟦{role: chair}⟧]\n"]).expect(
      "none is allowed, but one is here")
  }

  @Test("too few: the group's first node, or the first line of the first document")
  func tooFew() throws {
    let one = try check(
      "{at-least: 3}",
      ["a.yaml": "seats: [⟦{role: chair}⟧]\n", "b.yaml": "seats: [{role: chair}]\n"])
    one.expect("at least 3 are needed, but there are only 2")
    #expect(one.related() == ["b.yaml \"{role: chair}\": this one is counted too"])
    try check("{at-least: 1}", ["a.yaml": "# first\n⟦x: 1 # last⟧\ny: 2\n", "b.yaml": "{}\n"])
      .expect("at least 1 is needed, but there is none")
  }

  @Test("per file: also a file without a node")
  func perFile() throws {
    try check(
      "{per: file, at-least: 1, at-most: 1}",
      [
        "a.yaml": "seats: [{role: chair}]\n---\nseats: [⟦{role: chair}⟧]\n",
        "b.yaml": "⟦seats: []⟧\n",
        "c.yaml": "seats: [{role: chair}]\n",
      ]
    ).expect(
      "at most 1 is allowed, but this is number 2", "at least 1 is needed, but there is none")
  }

  @Test(
    "per value of a document's query: every document makes a group, also one where nothing is selected"
  )
  func perDocumentValue() throws {
    let check = try check(
      "{per: $.id, at-least: 1, at-most: 1}",
      [
        "a.yaml": "id: europe\nseats: [{role: chair}]\n",
        "b.yaml": "id: europe\nseats: [⟦{role: chair}⟧]\n---\n⟦id: asia⟧\nseats: []\n",
        "c.yaml": "⟦none: id⟧\n",
      ])
    check.expect(
      "at most 1 is allowed for europe, but this is number 2",
      "at least 1 is needed for asia, but there is none",
      "at least 1 is needed, but there is none")
  }

  @Test("per document")
  func perDocument() throws {
    try check(
      "{per: $, at-least: 1, at-most: 1}",
      [
        "a.yaml":
          "seats: [{role: chair}]\n---\nseats: [{role: chair}, ⟦{role: chair}⟧]\n---\n⟦seats: []⟧\n"
      ]
    ).expect(
      "at most 1 is allowed, but this is number 2", "at least 1 is needed, but there is none")
  }

  @Test("per value of a node's query: only nodes make groups, and nothing is none")
  func perNodeValue() throws {
    try check(
      "{per: '@.role', at-least: 2}", select: "$.seats[*]",
      ["a.yaml": "seats: [⟦{role: a}⟧, {role: b}, {role: b}, {}, {x: 1}]\n"]
    ).expect("at least 2 are needed for a, but there is only 1")
  }

  @Test("per several queries")
  func perSeveral() throws {
    try check(
      "{per: [$.id, '@.role'], at-most: 2}", select: "$.seats[*]",
      [
        "a.yaml": "id: europe\nseats: [{role: a}, {role: a}, {role: b}, ⟦{role: a}⟧, {role: b}]\n",
        "b.yaml": "id: asia\nseats: [{role: a}, {role: a}]\n",
      ]
    ).expect("at most 2 are allowed for europe, a, but this is number 3")
  }

  @Test("up to five of the others, and how many more")
  func others() throws {
    let check = try check(
      "{at-most: 7}",
      ["a.yaml": "seats: [\(String(repeating: "{role: chair}, ", count: 7))⟦{role: chair}⟧]\n"])
    check.expect("at most 7 are allowed, but this is number 8")
    #expect(check.related().count == 5)
    #expect(check.related().last?.hasSuffix("this one is counted too, and at 2 more") == true)
  }

  @Test("too few is not checked while a file could not be read, unless the group is a file's own")
  func gap() throws {
    let files = [
      "a.yaml": "⟦id: x⟧\n", "b.yaml": "id: y\nseats: [{role: chair}, ⟦{role: chair}⟧]\n",
    ]
    let whole = try check(
      "{per: $.id, at-least: 1, at-most: 1}", unreadable: ["c.yaml"],
      ["a.yaml": "id: x\n", "b.yaml": files["b.yaml"] ?? ""])
    whole.expect("at most 1 is allowed for y, but this is number 2")
    #expect(
      whole.notes == [
        "seats a.yaml: c.yaml could not be read", "seats c.yaml: c.yaml could not be read",
      ])
    try check("{per: file, at-least: 1, at-most: 1}", unreadable: ["c.yaml"], files)
      .expect(
        "at least 1 is needed, but there is none", "at most 1 is allowed, but this is number 2")
  }

  @Test(
    "a document may have nothing that is selected; what an empty file will have is not known",
    arguments: ["", "# nothing\n"])
  func empty(text: String) throws {
    try check("{per: file, at-least: 1}", ["a.yaml": "⟦{}⟧\n"]).expect(
      "at least 1 is needed, but there is none")
    let check = try check("{per: file, at-least: 1}", ["a.yaml": text])
    check.expect()
    #expect(check.notes == ["seats a.yaml: a.yaml is empty"])
  }

  @Test("a source without a file: whether it has enough is not known")
  func absent() throws {
    func notes(_ count: String) throws -> [String] {
      let check = try SetCheck(
        sources: "{regions: {files: ['!old.yaml', '*.yaml']}, others: {files: [others.txt]}}",
        rules: [
          "seats": "on: [{source: others}, {source: regions, select: '$.seats[*]'}]\ncount: \(count)\n"
        ],
        ["others.txt": "{}\n"])
      check.expect()
      return check.notes
    }
    #expect(try notes("{at-least: 1}") == ["seats *.yaml: the source regions has no file"])
    #expect(try notes("{at-least: 0, at-most: 3}") == [])
    #expect(try notes("{at-least: 1, per: file}") == [])
  }

  @Test("a message has the counts")
  func message() throws {
    let check = try SetCheck(
      sources: "{regions: {files: ['*.yaml']}}",
      rules: [
        "seats":
          "source: regions\nselect: $.s[*]\ncount: {at-most: 1}\nmessage: '{count}/{expected}/{actual}/{value}'\n"
      ],
      ["a.yaml": "s: [1, ⟦2⟧, ⟦3⟧]\n"])
    check.expect("3/at most 1/3/", "3/at most 1/3/")
  }
}
