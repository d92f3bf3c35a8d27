import Findings
import RuleEngine
import Testing

@Suite("One mistake is one finding")
struct OneMistakeTests {
  private func check(_ files: [String: String]) throws -> SetCheck {
    let acts = "{source: acts, select: '$.codes[*]'}"
    return try SetCheck(
      sources: "{plan: {files: [plan.yaml]}, acts: {files: ['acts/*.yaml']}, report: {files: [report.yaml]}}",
      indexes: "{code: {source: plan, select: '$.codes[*]', key: '@'}}",
      rules: [
        "exists":
          "on: [\(acts), {source: report, select: '$.codes[*]'}]\nreference: {index: code}\nmessage: '{value}?'\n",
        "match": "source: report\nselect: $.codes\nmatches: {index: code, union: [\(acts)]}\n",
        "used": "severity: info\nindex: code\nused: {by: [\(acts)]}\n",
      ], files)
  }

  @Test("a value that is misspelt elsewhere is neither extra in a list nor unused")
  func misspeltElsewhere() throws {
    try check([
      "plan.yaml": "codes: [L1A1D1, L1A1D2, L2A2D2]\n", "acts/1.yaml": "codes: [L1A1D1, L2A2D2, ⟦L1A1D7⟧]\n",
      "acts/2.yaml": "codes: [L1A1D1]\n", "report.yaml": "codes: [L1A1D1, L1A1D2, L2A2D2]\n",
    ]).expect("L1A1D7?")
  }

  @Test("a value that is misspelt in a list is not missing there")
  func misspeltInList() throws {
    try check([
      "plan.yaml": "codes: [Kazan, Lisbon]\n", "acts/1.yaml": "codes: [Kazan, Lisbon]\n",
      "report.yaml": "codes: [⟦Kazam⟧, Lisbon]\n",
    ]).expect("Kazam?")
  }

  @Test("the entry that comes closest to an unknown value is not unused, another one is")
  func closest() throws {
    try check([
      "plan.yaml": "codes: [Kazan, Lisbon, ⟦Oslo⟧]\n", "acts/1.yaml": "codes: [⟦Kazam⟧, Lisbon]\n",
    ]).expect("Kazam?", "the code Oslo is used nowhere in acts")
  }

  @Test("an unknown value that is close to none may be any one, but not several")
  func closeToNone() throws {
    try check([
      "plan.yaml": "codes: [⟦Kazan⟧, Lisbon]\n", "acts/1.yaml": "codes: [⟦北京市⟧, Lisbon]\n",
      "report.yaml": "codes: [Kazan, Lisbon]\n",
    ]).expect("北京市?", "the code Kazan is used nowhere in acts")
    try check([
      "plan.yaml": "codes: [⟦Kazan⟧, Lisbon, ⟦Oslo⟧]\n", "acts/1.yaml": "codes: [⟦北京市⟧, Lisbon]\n",
      "report.yaml": "codes: [⟦Kazan⟧, Lisbon, ⟦Oslo⟧]\n",
    ]).expect(
      "北京市?", "the code Kazan is used nowhere in acts", "the code Oslo is used nowhere in acts",
      "Kazan is listed here, but is not in acts", "Oslo is listed here, but is not in acts")
  }

  @Test("bounds in the wrong order say nothing of what lies between them")
  func bounds() throws {
    let check = try SetCheck(
      sources: "{report: {files: [report.yaml]}, acts: {files: [acts.yaml]}}",
      rules: [
        "within": """
        source: acts
        select: $.days[*]
        within:
          from: {source: report, select: $.from}
          to: {source: report, select: $.to}
        """
      ],
      [
        "report.yaml": "{from: 2021-04-30, to: 2021-01-01}\n",
        "acts.yaml": "days: [2021-02-03, 2022-02-03]\n",
      ])
    check.expect()
    #expect(check.notes == ["within acts.yaml: nothing lies within 2021-04-30 to 2021-01-01"])
  }
}
