import Findings
import RuleEngine
import Testing

@Suite("used")
struct UsedRuleTests {
  private func check(
    rule: String =
      "index: member\nused: {by: [{source: acts, select: '$.members[*]'}, {source: report, select: '$.m[*]'}]}\n",
    unreadable: [String] = [], _ files: [String: String]
  ) throws -> SetCheck {
    try SetCheck(
      sources:
        "{members: {files: [m.yaml]}, acts: {files: ['acts/*.yaml']}, report: {files: [report.yaml]}}",
      indexes:
        "{member: {source: members, select: '$.members[*]', key: '@.name', aliases: '@.aliases[*]', attributes: {at: '@.at'}}}",
      rules: ["used": "severity: info\n" + rule], unreadable: unreadable, files)
  }

  @Test("an entry that nothing refers to is reported at its key; keys, aliases and spellings refer")
  func unused() throws {
    let check = try check([
      "m.yaml":
        "members: [{name: Lyon}, {name: São Paulo, aliases: [Sampa]}, {name: ⟦Oslo⟧}, {name: Ürümqi}]\n",
      "acts/1.yaml": "members: [Lyon, urumqi, Nowhere]\n", "report.yaml": "m: [Sampa]\n",
    ])
    check.expect("the member Oslo is used nowhere in acts or report")
    #expect(check.findings[0].severity == .info)
    #expect(check.findings[0].value == "Oslo")
  }

  @Test("the index may stand in the kind's own part, and a message has the entry")
  func inside() throws {
    try check(
      rule:
        "used: {index: member, by: {source: acts, select: '$.members[*]'}}\nmessage: '{value} {index} {entry.at}'\n",
      ["m.yaml": "members: [{name: ⟦Oslo⟧, at: Norway}]\n", "acts/1.yaml": "{}\n"]
    ).expect("Oslo member Norway")
  }

  @Test("what may be used in a file that could not be read is not checked")
  func gap() throws {
    let check = try check(
      unreadable: ["acts/2.yaml"],
      ["m.yaml": "members: [{name: Lyon}, {name: Oslo}]\n", "acts/1.yaml": "members: [Lyon]\n"])
    check.expect()
    #expect(check.notes == ["used m.yaml: acts/2.yaml could not be read"])
  }

  @Test("where no source has a file, nothing is checked")
  func absent() throws {
    let check = try check(["m.yaml": "members: [{name: Lyon}]\n"])
    check.expect()
    #expect(check.notes == ["used m.yaml: the source acts has no file"])
  }
}
