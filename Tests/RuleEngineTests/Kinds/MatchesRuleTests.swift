import Findings
import RuleEngine
import Testing

@Suite("matches")
struct MatchesRuleTests {
  private func check(
    index: Bool = true, unreadable: [String] = [], _ files: [String: String]
  ) throws -> SetCheck {
    let base =
      index
      ? ["m.yaml": "members: [{name: São Paulo, aliases: [Sampa]}, {name: Lyon}, {name: Oslo}]\n"]
      : [:]
    return try SetCheck(
      sources:
        "{report: {files: [report.yaml]}, acts: {files: ['acts/*.yaml'], required: true}, meets: {files: [meets.yaml]}, members: {files: [m.yaml]}}",
      indexes:
        "{member: {source: members, select: '$.members[*]', key: '@.name', aliases: '@.aliases[*]'}}",
      rules: [
        "match": """
        source: report
        select: $.engaged
        matches:
          union: [{source: acts, select: "$.members[*]"}, {source: meets, select: "$.members[*]"}]
        \(index ? "  index: member" : "")
        """
      ], unreadable: unreadable, base.merging(files) { $1 }.filter { !unreadable.contains($0.key) })
  }

  @Test("a missing one is at the list's key, an extra one at itself")
  func both() throws {
    let check = try check(
      index: false,
      [
        "report.yaml": "⟦engaged⟧: [a, ⟦b⟧, c]\n", "acts/1.yaml": "members: [a, d]\n",
        "meets.yaml": "members: [c, d]\n",
      ])
    check.expect(
      "d is missing here; it is in acts or meets", "b is listed here, but is not in acts or meets")
    #expect(
      check.related() == ["acts/1.yaml \"d\": d is used here", "meets.yaml \"d\": d is used here"])
    #expect(check.related(1) == [])
  }

  @Test("as sets: order and repetitions do not matter")
  func sets() throws {
    try check(
      index: false,
      [
        "report.yaml": "engaged: [b, a, a]\n",
        "acts/1.yaml": "members: [a, b, b, [x], {y: 1}, ~]\n",
      ]
    ).expect()
  }

  @Test("several missing ones are several findings at one place")
  func several() throws {
    let check = try check(
      index: false, ["report.yaml": "⟦engaged⟧: []\n", "acts/1.yaml": "members: [a, b]\n"])
    check.expect(
      "a is missing here; it is in acts or meets", "b is missing here; it is in acts or meets")
    #expect(Set(check.findings.map(\.fingerprint)).count == 2)
  }

  @Test(
    "without the list there is nothing to compare, and a scalar in its place is left to the schema")
  func noList() throws {
    try check(index: false, ["report.yaml": "other: 1\n", "acts/1.yaml": "members: [a]\n"]).expect()
    try check(index: false, ["report.yaml": "engaged: a\n", "acts/1.yaml": "members: [b]\n"])
      .expect()
  }

  @Test(
    "values are resolved through the index: key, alias, spelling; what is unknown is left to references"
  )
  func resolved() throws {
    try check([
      "report.yaml": "engaged: [Sampa, lyon, Nowhere]\n",
      "acts/1.yaml": "members: [São Paulo, LYON, Elsewhere]\n",
    ]).expect()
    let check = try check([
      "report.yaml": "⟦engaged⟧: [⟦oslo⟧]\n", "acts/1.yaml": "members: [sampa]\n",
    ])
    check.expect(
      "São Paulo is missing here; it is in acts or meets",
      "oslo is listed here, but is not in acts or meets")
    #expect(check.related() == ["acts/1.yaml \"sampa\": São Paulo is used here"])
  }

  @Test("an unknown value of which no rule tells is no reason to be silent about others")
  func untold() throws {
    try check([
      "report.yaml": "engaged: [Lyon, ⟦Oslo⟧]\n", "acts/1.yaml": "members: [Lyon, Elsewhere]\n",
    ])
    .expect("Oslo is listed here, but is not in acts or meets")
    try check([
      "report.yaml": "⟦engaged⟧: [Lyon, Osla]\n", "acts/1.yaml": "members: [Lyon, Oslo]\n",
    ])
    .expect("Oslo is missing here; it is in acts or meets")
  }

  @Test("an extra one is not checked while a file could not be read; a missing one is known")
  func gap() throws {
    let check = try check(
      unreadable: ["acts/2.yaml"],
      ["report.yaml": "⟦engaged⟧: [Lyon]\n", "acts/1.yaml": "members: [Oslo]\n"])
    check.expect("Oslo is missing here; it is in acts or meets")
    #expect(check.notes == ["match report.yaml: acts/2.yaml could not be read"])
  }

  @Test("an optional source without a file has nothing to say, a required one is not known")
  func absent() throws {
    let files = ["report.yaml": "engaged: [Lyon]\n", "acts/1.yaml": "members: [Lyon]\n"]
    let optional = try check(files)
    optional.expect()
    #expect(optional.notes == [])
    let required = try check(["report.yaml": "engaged: [Lyon]\n", "meets.yaml": "members: []\n"])
    required.expect()
    #expect(required.notes == ["match report.yaml: the source acts has no file"])
  }

  @Test("an index that is not wholly known leaves what it does not know")
  func indexGap() throws {
    let check = try check(
      unreadable: ["m.yaml"],
      ["report.yaml": "engaged: [Lyon]\n", "acts/1.yaml": "members: [Oslo]\n"])
    check.expect()
    #expect(check.notes == ["match report.yaml: m.yaml could not be read"])
  }
}
