import Findings
import RuleEngine
import Testing

@Suite("reference")
struct ReferenceRuleTests {
  private static let sources =
    "{plan: {files: [plan.yaml]}, regions: {files: [regions/*.yaml]}, notes: {files: [notes/*.yaml]}}"
  private static let indexes = """
    {outcome: {source: plan, select: "$.outcomes[*]", key: "@.code", label: "@.title"},
     member: {source: regions, select: "$.members[*]", key: "@.name", aliases: "@.aliases[*]", attributes: {region: $.id}}}
    """
  private static let plan = """
    outcomes:
      - {code: L1A1D1, title: Policy}
      - {code: L1A2D4, title: Award}
      - {code: L3B7C9}
    """
  private static let europe = """
    id: europe
    members:
      - {name: Barcelona}
      - {name: Île-de-France, aliases: [Paris region, IDF]}
      - {name: São Paulo}
    """
  private static let africa =
    "id: africa\nmembers: [{name: Gauteng}, {name: Zürich-1}, {name: ZURICH 1}]\n"

  private func check(_ rule: String, unreadable: [String] = [], _ files: [String: String]) throws
    -> SetCheck
  {
    let all = [
      "plan.yaml": Self.plan, "regions/europe.yaml": Self.europe,
      "regions/africa.yaml": Self.africa,
    ].merging(files) { $1 }.filter { !unreadable.contains($0.key) }
    return try SetCheck(
      sources: Self.sources, indexes: Self.indexes, rules: ["known": rule], unreadable: unreadable,
      all)
  }

  private static let outcomes =
    "source: notes\nselect: $.outcomes[*]\nreference: {index: outcome}\n"
  private static let members = "source: notes\nselect: $.members[*]\nreference: {index: member}\n"

  @Test("an unknown value has the closest keys, best first, with their labels")
  func unknown() throws {
    let check = try check(
      Self.outcomes, ["notes/a.yaml": "title: A\noutcomes: [L1A1D1, ⟦L1A1D3⟧, ⟦XYZ⟧]\n"])
    check.expect("L1A1D3 is no outcome; the closest is L1A1D1", "XYZ is no outcome")
    #expect(
      check.findings[0].suggestions == [
        Suggestion("L1A1D1", label: "Policy"), Suggestion("L1A2D4", label: "Award"),
      ])
    #expect(check.findings[1].suggestions == [])
    #expect(check.related() == ["plan.yaml \"L1A1D1\": L1A1D1 is defined here"])
    #expect(check.related(1) == [])
    #expect(check.findings[0].help == "use a known outcome, or add L1A1D3 to plan.yaml")
    #expect(check.findings[0].pointer == "/outcomes/1")
    #expect(check.findings[0].record == "A")
    #expect(check.findings[0].value == "L1A1D3")
    #expect(check.findings[0].fixes == [])
  }

  @Test("numbers are compared as they are written, and non-scalars and null are left to the schema")
  func scalars() throws {
    let check = try SetCheck(
      sources: "{plan: {files: [plan.yaml]}}",
      indexes: "{code: {source: plan, select: '$.codes[*]', key: '@'}}",
      rules: ["known": "source: plan\nselect: $.refs[*]\nreference: {index: code}\n"],
      ["plan.yaml": "codes: ['1.1', 2, true]\nrefs: [1.1, ⟦1.10⟧, '2', 'true', ~, [1], {a: b}]\n"])
    check.expect("1.10 is no code; the closest is 1.1")
  }

  @Test("a name in another normalization form is the same name")
  func normalization() throws {
    try check(
      Self.members, ["notes/a.yaml": "members: [\"Sa\u{303}o Paulo\", I\u{302}le-de-France]\n"]
    )
    .expect()
  }

  @Test(
    "what differs from one key or alias by case, diacritics, spaces or hyphens has a safe fix",
    arguments: [
      ("sao paulo", "São Paulo"), ("SãoPaulo", "São Paulo"), ("'Ile de France'", "'Île-de-France'"),
      ("\"idf\"", "\"Île-de-France\""), ("Parisregion", "Île-de-France"),
    ])
  func spelling(written: String, fixed: String) throws {
    let check = try check(Self.members, ["notes/a.yaml": "members: [⟦\(written)⟧] # here\n"])
    let value = written.filter { !"'\"".contains($0) }
    let key = fixed.filter { !"'\"".contains($0) }
    check.expect("\(value) is no member; it is spelt \(key)")
    #expect(check.fixed("notes/a.yaml") == "members: [\(fixed)] # here\n")
    #expect(check.findings[0].severity == .error)
  }

  @Test("a text whose ends one would not see stands in quotes in the message")
  func quotes() throws {
    try check(Self.members, ["notes/a.yaml": "members: [⟦''⟧, ⟦'idf '⟧]\n"]).expect(
      "\"\" is no member", "\"idf \" is no member; it is spelt Île-de-France")
    let asia = "id: ''\nmembers: [{name: 'Seoul ', aliases: ['SEL ']}]\n"
    try check(
      "source: notes\nselect: $.members[*]\nreference: {index: member, where: {region: $.region}}\n",
      [
        "regions/asia.yaml": asia,
        "notes/a.yaml": "region: europe\nmembers: [⟦'Seoul '⟧]\n", "notes/b.yaml": "members: [⟦'SEL '⟧]\n",
      ]
    ).expect(
      "\"Seoul \" has no region, but europe is needed here",
      "\"SEL \" is another name of the member \"Seoul \"")
  }

  @Test("what is spelt like two keys has no fix")
  func ambiguousSpelling() throws {
    let check = try check(Self.members, ["notes/a.yaml": "members: [⟦zurich1⟧]\n"])
    check.expect("zurich1 is no member; the closest is ZURICH 1")
    #expect(check.findings[0].fixes == [])
  }

  @Test("what is spelt like a key that two indexes have is spelt like one key")
  func spellingOfSharedKey() throws {
    let check = try SetCheck(
      sources: "{plan: {files: [plan.yaml]}}",
      indexes: """
        {city: {source: plan, select: "$.cities[*]", key: "@"}, area: {source: plan, select: "$.areas[*]", key: "@"}}
        """,
      rules: ["known": "source: plan\nselect: $.refs[*]\nreference: {index: [city, area]}\n"],
      ["plan.yaml": "cities: [Lund, Malmö]\nareas: [Lund, Malmo]\nrefs: [⟦LUND⟧, ⟦MALMÖ⟧]\n"])
    check.expect(
      "LUND is no city or area; it is spelt Lund", "MALMÖ is no city or area; the closest is Malmo")
    #expect(
      check.fixed("plan.yaml") == "cities: [Lund, Malmö]\nareas: [Lund, Malmo]\nrefs: [Lund, MALMÖ]\n")
  }

  @Test("an alias is an info with a safe fix; it can be allowed and refused")
  func aliases() throws {
    let files = ["notes/a.yaml": "members: [⟦IDF⟧]\n"]
    let info = try check(Self.members, files)
    info.expect("IDF is another name of the member Île-de-France")
    #expect(info.findings[0].severity == .info)
    #expect(info.fixed("notes/a.yaml") == "members: [Île-de-France]\n")
    let rule = "source: notes\nselect: $.members[*]\nreference: {index: member, aliases: "
    let error = try check(rule + "error}", files)
    error.expect("IDF is another name of the member Île-de-France")
    #expect(error.findings[0].severity == .error)
    #expect(error.fixed("notes/a.yaml") == "members: [Île-de-France]\n")
    try check(rule + "allow}", ["notes/a.yaml": "members: [IDF]\n"]).expect()
  }

  private static let whereRule = """
    source: notes
    select: $.seats[*].member
    reference: {index: member, where: {region: $.id}}
    """

  @Test("where: the entry's attribute equals another value; the entry is the related place")
  func attributes() throws {
    let check = try check(
      Self.whereRule,
      [
        "notes/a.yaml":
          "id: africa\nseats: [{member: Gauteng}, {member: ⟦Barcelona⟧}, {member: ⟦Gautengg⟧}]\n"
      ])
    check.expect(
      "the region of Barcelona is europe, but africa is needed here",
      "Gautengg is no member; the closest is Gauteng")
    #expect(check.related() == ["regions/europe.yaml \"Barcelona\": Barcelona is defined here"])
  }

  @Test("where: a value that is not there asks for nothing")
  func attributeWithoutValue() throws {
    try check(Self.whereRule, ["notes/a.yaml": "seats: [{member: Gauteng}]\n"]).expect()
  }

  @Test("where and another spelling are one finding, and the fix leaves it no new one")
  func attributeAndSpelling() throws {
    let check = try check(
      Self.whereRule, ["notes/a.yaml": "id: africa\nseats: [{member: ⟦barcelona⟧}]\n"])
    check.expect("the region of barcelona is europe, but africa is needed here")
    #expect(check.fixed("notes/a.yaml") == "id: africa\nseats: [{member: Barcelona}]\n")
  }

  @Test(
    "an index with a file that could not be read makes an unknown value not checked, and a known one right"
  )
  func gap() throws {
    let check = try check(
      Self.members + "message: x\n", unreadable: ["regions/africa.yaml"],
      ["notes/a.yaml": "members: [Barcelona, Gauteng, barcelona, ⟦IDF⟧]\n"])
    // Another name is told in words of its own: the rule's are for what is wrong.
    check.expect("IDF is another name of the member Île-de-France")
    #expect(check.notes == ["known notes/a.yaml: regions/africa.yaml could not be read"])
  }

  @Test("a source of an index without a file is not checked")
  func absent() throws {
    let check = try check(
      Self.outcomes, unreadable: ["plan.yaml"], ["notes/a.yaml": "outcomes: [A]\n"])
    #expect(check.notes == ["known notes/a.yaml: plan.yaml could not be read"])
    let other = try SetCheck(
      sources: Self.sources, indexes: Self.indexes, rules: ["known": Self.outcomes],
      ["notes/a.yaml": "outcomes: [A]\n"])
    other.expect()
    #expect(other.notes == ["known notes/a.yaml: the source plan has no file"])
  }

  @Test("a value may be a key of one of several indexes")
  func severalIndexes() throws {
    let check = try check(
      "source: notes\nselect: $.refs[*]\nreference: {index: [outcome, member]}\n",
      ["notes/a.yaml": "refs: [L1A2D4, Gauteng, ⟦gauteng⟧, ⟦L1A2D5⟧]\n"])
    check.expect(
      "gauteng is no outcome or member; it is spelt Gauteng",
      "L1A2D5 is no outcome or member; the closest is L1A2D4")
    #expect(check.fixed("notes/a.yaml") == "refs: [L1A2D4, Gauteng, Gauteng, L1A2D5]\n")
    #expect(
      check.findings[1].help
        == "use a known outcome or member, or add L1A2D5 to plan.yaml or regions/*.yaml")
  }

  @Test("value: what refers is put together, and the last part is reported; it has no fix")
  func composed() throws {
    let check = try check(
      "source: notes\nselect: $.lines[*].actions[*]\nreference: {index: outcome, value: \"{ancestor(@, 'code')}{@.code}\"}\n",
      [
        "notes/a.yaml":
          "lines: [{code: L1, actions: [{code: A1D1}, {code: ⟦a1d1⟧}, {code: ⟦A9D9⟧}, {name: x}]}]\n"
      ])
    check.expect(
      "L1a1d1 is no outcome; it is spelt L1A1D1", "L1A9D9 is no outcome; the closest is L1A1D1")
    #expect(check.findings[0].fixes == [])
  }

  @Test("names: the keys of a mapping refer")
  func names() throws {
    let check = try check(
      "source: notes\nselect: $.share.*~\nreference: {index: member}\n",
      ["notes/a.yaml": "share:\n  Gauteng: 1\n  ⟦barcelona⟧: 2\n"])
    check.expect("barcelona is no member; it is spelt Barcelona")
    #expect(check.fixed("notes/a.yaml") == "share:\n  Gauteng: 1\n  Barcelona: 2\n")
  }

  @Test("on: several sources")
  func on() throws {
    let check = try check(
      "on: [{source: notes, select: '$.outcomes[*]'}, {source: regions, select: $.outcome}]\nreference: {index: outcome}\n",
      ["notes/a.yaml": "outcomes: [⟦Q⟧]\n", "regions/x.yaml": "outcome: ⟦R⟧\n"])
    check.expect("Q is no outcome", "R is no outcome")
  }

  @Test("an empty value is seen in a sentence, and of a very long one the beginning")
  func emptyAndLong() throws {
    let rule = Self.outcomes + "\nmessage: 'no {value}'"
    let long = String(repeating: "é", count: 300)
    let cut = String(repeating: "é", count: 200) + "…"
    try check(rule, ["notes/a.yaml": "outcomes: [⟦''⟧, ⟦\(long)⟧]\n"]).expect("no \"\"", "no \(cut)")
    let check = try check(Self.outcomes, ["notes/a.yaml": "outcomes: [⟦''⟧, ⟦\(long)⟧]\n"])
    check.expect("\"\" is no outcome", "\(cut) is no outcome")
    #expect(check.findings.map(\.value) == ["", long])
  }

  @Test("a message has placeholders, also the attributes of the entry")
  func message() throws {
    let check = try check(
      Self.whereRule
        + "\nmessage: '{value}|{index}|{closest}|{expected}|{actual}|{path}|{entry.region}|{'",
      ["notes/a.yaml": "id: africa\nseats: [{member: ⟦Barcelona⟧}]\n"])
    check.expect("Barcelona|member|Barcelona|africa|europe|notes/a.yaml|europe|{")
  }

  @Test("a finding in an alias is where the text stands, with the alias as related place")
  func yamlAlias() throws {
    let check = try check(
      Self.outcomes, ["notes/a.yaml": "x: &x [⟦Q⟧]\noutcomes: *x\n"])
    check.expect("Q is no outcome")
    #expect(check.related() == ["notes/a.yaml \"*x\": it is repeated here by an alias"])
  }

  @Test("one mistake that aliases repeat is one finding")
  func repeated() throws {
    let check = try check(
      "source: notes\nselect: $.*[*]\nreference: {index: outcome}\n",
      ["notes/a.yaml": "x: &x [⟦Q⟧]\ny: *x\nz: *x\n"])
    check.expect("Q is no outcome")
    #expect(
      check.related() == [
        "notes/a.yaml \"*x\": it is repeated here by an alias",
        "notes/a.yaml \"*x\": it is repeated here by an alias",
      ])
  }
}
