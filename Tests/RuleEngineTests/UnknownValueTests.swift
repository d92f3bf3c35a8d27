import Findings
import RuleEngine
import Testing

/// What follows from a value that a reference does not know is not said as well.
@Suite("An unknown value is one finding")
struct UnknownValueTests {
  /// Teachers with their subjects, the lessons of a week, and who is on duty in which lesson.
  private func school(
    school: String = "subjects: [ma, de]\nteachers: [{name: Kim, subject: ma}, {name: Ana, subject: de}]\n",
    week: String = "[{teacher: Kim, subject: ma}, {teacher: Ana, subject: de}]\n",
    duty: String = "[{teacher: Kim, subject: ma}]\n", subjects: String = "error"
  ) throws -> SetCheck {
    try SetCheck(
      sources: "{school: {files: [school.yaml]}, week: {files: [week.yaml]}, duty: {files: [duty.yaml]}}",
      indexes: """

          subject: {source: school, select: "$.subjects[*]", key: "@"}
          teacher: {source: school, select: "$.teachers[*]", key: "@.name", attributes: {subject: "@.subject"}}
          lesson: {source: week, select: "$[*]", key: "{@.teacher} {@.subject}"}
        """,
      rules: [
        "subjects": "severity: \(subjects)\nreference: {index: subject}\nmessage: '{value}?'\n"
          + "on: [{source: week, select: '$[*].subject'}, {source: school, select: '$.teachers[*].subject'}]\n",
        "teachers": "source: duty\nselect: $[*].teacher\nreference: {index: teacher}\nmessage: '{value}?'\n",
        "teaches": "source: week\nselect: $[*].teacher\n"
          + "reference: {index: teacher, where: {subject: \"ancestor(@, 'subject')\"}}\nmessage: other\n",
        "watches": "source: duty\nselect: $[*]\n"
          + "reference: {index: lesson, value: '{@.teacher} {@.subject}'}\nmessage: '{value}?'\n",
      ], ["school.yaml": school, "week.yaml": week, "duty.yaml": duty])
  }

  @Test("a value that an attribute must equal, or the attribute itself")
  func attributes() throws {
    try school(week: "[{teacher: Kim, subject: ⟦mu⟧}]\n", duty: "[]\n").expect("mu?")
    try school(week: "[{teacher: ⟦Kim⟧, subject: de}]\n", duty: "[]\n").expect("other")
    try school(
      school: "subjects: [ma, de]\nteachers: [{name: Kim, subject: ⟦mx⟧}, {name: Ana, subject: de}]\n"
    ).expect("mx?")
    try school(week: "[{teacher: ⟦Kim⟧, subject: ⟦mu⟧}]\n", duty: "[]\n", subjects: "warning")
      .expect("other", "mu?")
  }

  @Test("a part of what is put together")
  func parts() throws {
    try school(duty: "[{teacher: ⟦Kin⟧, subject: ma}]\n").expect("Kin?")
    try school(duty: "[{teacher: Kim, subject: ⟦de⟧}]\n").expect("Kim de?")
  }

  @Test("a key that is put together of it may be any that is looked for")
  func keys() throws {
    let check = try school(week: "[{teacher: Kim, subject: ⟦mu⟧}, {teacher: Ana, subject: de}]\n")
    check.expect("mu?")
    #expect(
      check.notes == [
        "watches duty.yaml: a mistake in week.yaml must be corrected first",
        "teaches week.yaml: a mistake in week.yaml must be corrected first",
      ])
  }

  @Test(
    "a key that is wrong may be an unknown value in its place, but not several, and none when it is used as it is"
  )
  func wrongKeys() throws {
    func check(_ to: String) throws -> SetCheck {
      try SetCheck(
        sources: "{plan: {files: [plan.yaml]}, acts: {files: [acts.yaml]}}",
        indexes: "{code: {source: plan, select: '$.codes[*]', key: '@'}}",
        rules: [
          "nested": "source: plan\nselect: $.codes[*]\nassert: starts_with(@, $.line)\nmessage: wrong\n",
          "exists": "source: acts\nselect: $[*]\nreference: {index: code}\nmessage: '{value}?'\n",
        ],
        ["plan.yaml": "line: L1\ncodes: [L1A1, ⟦XYZ⟧, L1A3]\n", "acts.yaml": to])
    }
    let check1 = try check("[L1A1, L1A2, L1A3, L1A2]\n")
    check1.expect("wrong")
    #expect(check1.notes == ["exists acts.yaml: a mistake in plan.yaml must be corrected first"])
    // What would not stand in its place is none of them.
    let check2 = try check("[L1A1, L1A2, ⟦L9A9⟧]\n")
    check2.expect("L9A9?", "wrong")
    #expect(check2.notes == check1.notes)
    try check("[L1A1, ⟦L1A2⟧, ⟦L1A2D⟧]\n").expect("L1A2?", "L1A2D?", "wrong")
    try check("[L1A1, XYZ, ⟦L1A2⟧]\n").expect("L1A2?", "wrong")
    // What comes close to the wrong key is that, and so the other one is not.
    let check3 = try check("[L1A1, XYYZ, ⟦L9A9⟧]\n")
    check3.expect("L9A9?", "wrong")
    #expect(check3.notes == check1.notes)
  }

  @Test("a part of a key that another rule finds wrong: out of bounds, or against what stands beside it")
  func partsOfKeys() throws {
    func check(_ days: String) throws -> SetCheck {
      try SetCheck(
        sources: "{fair: {files: [fair.yaml]}, days: {files: [days.yaml]}, shifts: {files: [shifts.yaml]}}",
        indexes: "{slot: {source: days, select: '$[*]', key: '{@.day} {@.start} {@.room}'}}",
        rules: [
          "within": "source: days\nselect: $[*].day\nmessage: within\n"
            + "within: {from: {source: fair, select: $.from}, to: {source: fair, select: $.to}}\n",
          "times": "source: days\nselect: $[*]\nassert: '@.start < @.end'\nmessage: times\n",
          "shift": "source: shifts\nselect: $[*]\nreference: {index: slot}\nmessage: '{value}?'\n",
        ],
        [
          "fair.yaml": "{from: 2026-05-07, to: 2026-05-08}\n", "days.yaml": days,
          "shifts.yaml": "[2026-05-07 09 aula]\n",
        ])
    }
    for days in [
      "[{day: ⟦2025-05-07⟧, start: '09', end: '10', room: aula}]\n",
      "[⟦{day: 2026-05-07, start: '90', end: '10', room: aula}⟧]\n",
    ] {
      let check = try check(days)
      check.expectPlaces()
      #expect(check.notes == ["shift shifts.yaml: a mistake in days.yaml must be corrected first"])
    }
  }

  @Test("what it is counted by: too few is not known of any group")
  func groups() throws {
    func check(_ acts: String, exists: String = "error") throws -> SetCheck {
      try SetCheck(
        sources: "{plan: {files: [plan.yaml]}, acts: {files: [acts.yaml]}}",
        indexes: "{code: {source: plan, select: '$[*]', key: '@'}}",
        rules: [
          "exists":
            "severity: \(exists)\nsource: acts\nselect: $[*].code\nreference: {index: code}\nmessage: '{value}?'\n",
          "enough": "source: acts\nselect: $[*]\ncount: {per: '@.code', at-least: 2}\nmessage: few\n",
        ], ["plan.yaml": "[Kazan, Lisbon]\n", "acts.yaml": acts])
    }
    let check1 = try check("[{code: Kazan}, {code: Kazan}, {code: ⟦Lisbo⟧}, {code: Lisbon}]\n")
    check1.expect("Lisbo?")
    #expect(check1.notes == ["enough acts.yaml: a mistake in acts.yaml must be corrected first"])
    try check("[⟦{code: Kazan}⟧]\n").expect("few")
    try check("[⟦{code: ⟦Lisbo⟧}⟧]\n", exists: "warning").expect("few", "Lisbo?")
  }
}
