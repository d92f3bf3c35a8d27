import Findings
import RuleEngine
import Testing

/// A file in which everything is wrong.
@Suite("Very many findings of one rule in one file")
struct FindingRoomTests {
  private static let note =
    "it has more than 10,000 findings of this rule, and the others were not looked for"

  private func check(_ rule: String, _ files: [String: String]) throws -> SetCheck {
    try SetCheck(
      sources: "{plan: {files: [plan.yaml]}, acts: {files: [acts/*.yaml]}}",
      indexes: "{code: {source: plan, select: '$.codes[*]', key: '@.code', aliases: '@.aliases[*]'}}",
      rules: ["many": rule], files)
  }

  private static let plan = "codes: [{code: Kazan, aliases: [Qazan]}]\n"

  private func list(_ count: Int, of code: (Int) -> String) -> String {
    "codes: [\((1...count).map(code).joined(separator: ", "))]\n"
  }

  @Test("as many as there may be are told, and nothing else")
  func most() throws {
    let check = try check(
      "source: acts\nselect: $.codes[*]\nreference: {index: code}\n",
      ["plan.yaml": Self.plan, "acts/1.yaml": list(10_000) { "X\($0)" }])
    #expect(check.findings.count == 10_000)
    #expect(check.notes == [])
  }

  @Test("of more the first are told, and that the others were not looked for; other files have their own")
  func more() throws {
    let check = try check(
      "source: acts\nselect: $.codes[*]\nreference: {index: code}\n",
      [
        "plan.yaml": Self.plan, "acts/1.yaml": list(10_002) { $0 == 1 ? "Kazan" : "X\($0)" },
        "acts/2.yaml": "codes: [X]\n",
      ])
    #expect(check.findings.count { $0.path == "acts/1.yaml" } == 10_000)
    #expect(check.findings.filter { $0.path == "acts/1.yaml" }.last?.value == "X10001")
    #expect(check.findings.last?.path == "acts/2.yaml")
    #expect(check.notes == ["many acts/1.yaml: \(Self.note)"])
  }

  @Test("what is only worth knowing takes no room from mistakes")
  func severities() throws {
    let check = try check(
      "source: acts\nselect: $.codes[*]\nreference: {index: code}\n",
      ["plan.yaml": Self.plan, "acts/1.yaml": list(10_005) { $0 > 10_003 ? "X" : "Qazan" }])
    #expect(check.findings.count { $0.severity == .info } == 10_000)
    #expect(check.findings.count { $0.severity == .error } == 2)
    #expect(check.notes == ["many acts/1.yaml: \(Self.note)"])
  }

  @Test(
    "of every kind",
    arguments: [
      "source: acts\nselect: $.codes[*]\nassert: \"@ == 'X'\"\n",
      "source: acts\nselect: $.codes[*]\npath: 'acts/{@}.yaml'\n",
      "source: acts\nselect: $.twice[*]\nunique: {key: '@'}\n",
      "source: acts\nselect: $.codes[*]\ncount: {at-most: 1}\n",
      "source: acts\nselect: $.codes\nmatches: {union: [{source: plan, select: '$.codes[*].code'}]}\n",
      "source: acts\nselect: $.numbers[*]\n"
        + "within: {from: {source: acts, select: $.title}, to: {source: acts, select: $.title}}\n",
      "source: acts\nselect: $.numbers[*]\ntotal: {count: {source: plan, select: '$.codes[*]'}}\n",
    ])
  func kinds(rule: String) throws {
    let numbers = "numbers: [\((10...10_020).map(String.init).joined(separator: ", "))]\n"
    let twice = "twice: [\((1...10_002).map { "\($0), \($0)" }.joined(separator: ", "))]\n"
    let text = "title: 1\n" + numbers + twice + list(10_011) { "X\($0)" }
    let check = try check(rule, ["plan.yaml": Self.plan, "acts/1.yaml": text])
    #expect(check.findings.count == 10_000)
    #expect(check.notes == ["many acts/1.yaml: \(Self.note)"])
  }

  @Test("what is not told, because it follows from another mistake, takes no room")
  func consequences() throws {
    let members = (1...10_005).map { _ in "Tokyo" }.joined(separator: ", ")
    let check = try SetCheck(
      sources: "{plan: {files: [plan.yaml]}, acts: {files: [acts/*.yaml]}}",
      indexes: "{region: {source: plan, select: '$.regions[*]', key: '@'}, "
        + "member: {source: plan, select: '$.members[*]', key: '@.name', attributes: {region: '@.region'}}}",
      rules: [
        "region-exists": "source: acts\nselect: $.region\nreference: {index: region}\n",
        "member-of": "source: acts\nselect: $.members[*]\n"
          + "reference: {index: member, where: {region: $.region}}\n",
      ],
      [
        "plan.yaml": "regions: [Asia, Europe]\nmembers: [{name: Tokyo, region: Asia}]\n",
        "acts/1.yaml": """
        region: ⟦Nowhere⟧
        members: [\(members)]
        ---
        region: Europe
        members: [⟦Tokyo⟧]

        """,
      ])
    check.expect("Nowhere is no region", "the region of Tokyo is Asia, but Europe is needed here")
    #expect(check.notes == ["member-of acts/1.yaml: a mistake in acts/1.yaml must be corrected first"])
  }

  @Test("keys that stand twice, and entries that nothing uses")
  func entries() throws {
    let codes = (1...10_002).flatMap { ["{code: X\($0)}", "{code: X\($0)}"] }.joined(separator: ", ")
    let check = try check(
      "index: code\nused: {by: [{source: acts, select: '$.codes[*]'}]}\n",
      ["plan.yaml": "codes: [\(codes)]\n", "acts/1.yaml": "codes: []\n"])
    #expect(check.findings.count { $0.rule == "duplicate-key" } == 10_000)
    #expect(check.findings.count { $0.rule == "many" } == 10_000)
    #expect(check.notes == ["duplicate-key plan.yaml: \(Self.note)", "many plan.yaml: \(Self.note)"])
  }
}
