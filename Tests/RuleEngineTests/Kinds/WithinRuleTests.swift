import Findings
import RuleEngine
import Testing

@Suite("within")
struct WithinRuleTests {
  private func check(
    within: String =
      "{from: {source: report, select: $.period.start}, to: {source: report, select: $.period.end}}",
    unreadable: [String] = [], _ files: [String: String]
  ) throws -> SetCheck {
    try SetCheck(
      sources: "{report: {files: [report.yaml], required: true}, acts: {files: ['acts/*.yaml']}}",
      rules: ["in": "source: acts\nselect: $.dates[*]\nwithin: \(within)\n"],
      unreadable: unreadable, files)
  }

  private static let report = "period: {start: 2021-01-15, end: 2021-04-30}\n"

  @Test("dates, the bounds included; the bound is related")
  func dates() throws {
    let check = try check([
      "report.yaml": Self.report,
      "acts/1.yaml": "dates: [2021-01-15, 2021-04-30, ⟦2021-01-14⟧, ⟦2021-05-01⟧, ⟦2020-12⟧]\n",
    ])
    check.expect(
      "2021-01-14 is before 2021-01-15; it should be within 2021-01-15 to 2021-04-30",
      "2021-05-01 is after 2021-04-30; it should be within 2021-01-15 to 2021-04-30",
      "2020-12 is before 2021-01-15; it should be within 2021-01-15 to 2021-04-30")
    #expect(check.related() == ["report.yaml \"2021-01-15\": the lower bound is here"])
    #expect(check.related(1) == ["report.yaml \"2021-04-30\": the upper bound is here"])
  }

  @Test("a month is within when some of its days can be")
  func months() throws {
    try check(["report.yaml": Self.report, "acts/1.yaml": "dates: [2021-01, 2021-04, ⟦2021-05⟧]\n"])
      .expect("2021-05 is after 2021-04-30; it should be within 2021-01-15 to 2021-04-30")
    try check([
      "report.yaml": "period: {start: 2021-01, end: 2021-04}\n",
      "acts/1.yaml": "dates: [2021-01-01, 2021-04-30, ⟦2021-05-01⟧]\n",
    ])
    .expect("2021-05-01 is after 2021-04; it should be within 2021-01 to 2021-04")
  }

  @Test("numbers, without loss")
  func numbers() throws {
    try check([
      "report.yaml": "period: {start: -1.5, end: 9007199254740992}\n",
      "acts/1.yaml": "dates: [-1.5, 3, ⟦-1.6⟧, ⟦9007199254740993⟧]\n",
    ])
    .expect(
      "-1.6 is less than -1.5; it should be within -1.5 to 9007199254740992",
      "9007199254740993 is more than 9007199254740992; it should be within -1.5 to 9007199254740992"
    )
  }

  @Test("what is infinite is a number, and what is no number lies nowhere")
  func infinite() throws {
    try check([
      "report.yaml": "period: {start: 1, end: 9}\n", "acts/1.yaml": "dates: [⟦.inf⟧, ⟦-.INF⟧, .nan]\n",
    ])
    .expect(
      ".inf is more than 9; it should be within 1 to 9", "-.INF is less than 1; it should be within 1 to 9")
    try check([
      "report.yaml": "period: {start: -.inf, end: 9}\n", "acts/1.yaml": "dates: [-1000000, ⟦10⟧]\n",
    ])
    .expect("10 is more than 9; it should be within -.inf to 9")
  }

  @Test(
    "what is neither a date nor a number, or of another kind than the bound, is left to the schema")
  func others() throws {
    try check([
      "report.yaml": Self.report,
      "acts/1.yaml": "dates: [soon, 2021-02-30, 2021-13-01, 5, ~, [2000-01-01], 21-01-01]\n",
    ])
    .expect()
  }

  @Test("one bound alone")
  func oneBound() throws {
    try check(
      within: "{from: {source: report, select: $.period.start}}",
      ["report.yaml": Self.report, "acts/1.yaml": "dates: [2030-01-01, ⟦2020-01-01⟧]\n"]
    )
    .expect("2020-01-01 is before 2021-01-15")
  }

  @Test("without a bound nothing is claimed; an unknown one is not checked")
  func gap() throws {
    try check(["report.yaml": "title: x\n", "acts/1.yaml": "dates: [2000-01-01]\n"]).expect()
    let broken = try check(unreadable: ["report.yaml"], ["acts/1.yaml": "dates: [2000-01-01]\n"])
    broken.expect()
    #expect(broken.notes == ["in acts/1.yaml: report.yaml could not be read"])
    let absent = try check(["acts/1.yaml": "dates: [2000-01-01]\n"])
    #expect(absent.notes == ["in acts/1.yaml: the source report has no file"])
  }
}
