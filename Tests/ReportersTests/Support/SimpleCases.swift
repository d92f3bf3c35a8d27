import Findings
import SourceText

extension ReportCase {
  /// A set in order.
  static let clean: ReportCase = {
    ReportCase(
      "clean", root: "Samples/metropolis-2021",
      texts: ["plan.yaml": SourceText("lines: []\n"), "activities/a.yaml": SourceText("title: A\n")],
      rules: [.sample("outcome-exists")])
  }()

  /// An unknown code, with the closest one and the place where that is defined.
  static let outcome: ReportCase = {
    let activity = SourceText(
      """
      title: International Women's Day
      date: 2021-03-08
      kind: event
      lead: Secretariat General
      members:
        - Barcelona
        - Montréal
      language: en
      outcomes: [L1A1D3]

      """)
    let plan = SourceText(
      """
      title: Strategic Action Plan
      lines:
        - code: L1
          actions:
            - code: L1A1
              title: Advocacy
              outcomes:
                - { code: L1A1D1, title: Policy recommendations }

      """)
    let path = "activities/2021-03-08-international-womens-day.yaml"
    let finding = Finding(
      rule: "outcome-exists", severity: .error,
      message: "L1A1D3 is no outcome of the Strategic Action Plan", path: path,
      range: activity.range(of: "L1A1D3"), pointer: "/outcomes/0", record: "International Women's Day",
      value: "L1A1D3",
      suggestions: [
        Suggestion(
          "L1A1D1", label: "Policy recommendations on issues critical to the metropolitan future")
      ],
      help: "use a code of the plan, or add L1A1D3 to it",
      related: [
        RelatedPlace(path: "plan.yaml", range: plan.range(of: "L1A1D1"), message: "L1A1D1 is defined here")
      ],
      fingerprint: "0f3b2c1d4e5f6071")
    return ReportCase(
      "outcome", texts: [path: activity, "plan.yaml": plan], findings: [finding],
      rules: [.sample("member-exists", .warning), .sample("outcome-exists")])
  }()

  /// A file that is no YAML, one that cannot be read, and all that is hidden or cut.
  static let unchecked: ReportCase = {
    let plan = SourceText("lines:\n  - code: L1\n  actions: [\n")
    let activity = SourceText("title: Assembly\ncode: 010\nmember: Bruxelles\n")
    let syntax = Finding(
      rule: "yaml-syntax", severity: .error, message: "a block sequence ends where `- ` is expected",
      path: "plan.yaml", range: plan.range(of: "actions"),
      related: [
        RelatedPlace(path: "plan.yaml", range: plan.range(of: "- "), message: "the sequence begins here")
      ], fingerprint: "a1")
    let unreadable = Finding(
      rule: "unreadable-file", severity: .error, message: "the file cannot be read: permission denied",
      path: "activities/b.yaml", range: ByteRange(at: 0), help: "let metrolint read it, or exclude it",
      fingerprint: "a2")
    let ambiguous = Finding(
      rule: "yaml-ambiguous-scalar", severity: .warning, message: "010 is 8 in YAML 1.1 and 10 in YAML 1.2",
      path: "activities/a.yaml", range: activity.range(of: "010"), pointer: "/code", record: "Assembly",
      value: "010",
      fixes: [
        Fix(
          title: "put quotes around 010", isSafe: true,
          edits: [
            FileEdit(
              path: "activities/a.yaml", edit: TextEdit(range: activity.range(of: "010"), text: "\"010\""))
          ])
      ], fingerprint: "a3")
    let alias = Finding(
      rule: "member-exists", severity: .info, message: "Bruxelles is another name of Brussels",
      path: "activities/a.yaml", range: activity.range(of: "Bruxelles"), pointer: "/member",
      record: "Assembly", value: "Bruxelles", fingerprint: "a4")
    var sample = ReportCase(
      "unchecked", root: "data/2021", texts: ["plan.yaml": plan, "activities/a.yaml": activity],
      findings: [syntax, unreadable, ambiguous, alias],
      rules: [.sample("member-exists"), .sample("outcome-exists"), .sample("yaml-syntax", kind: "built-in")])
    sample.report.files = [
      Report.File(path: "activities/a.yaml", documents: 1, isChecked: true),
      Report.File(path: "activities/b.yaml", documents: 0, isChecked: false),
      Report.File(path: "plan.yaml", documents: 0, isChecked: false),
    ]
    sample.report.suppressed = [
      Report.Suppressed(finding: hidden(alias, "b1"), reason: "the city uses this name"),
      Report.Suppressed(finding: hidden(ambiguous, "b2"), reason: nil),
    ]
    sample.report.baselined = [hidden(ambiguous, "b3")]
    sample.report.notChecked = [
      NotChecked(
        rule: "outcome-exists", path: "activities/a.yaml", reason: "plan.yaml could not be read as YAML"),
      NotChecked(
        rule: "outcome-used", path: "activities/b.yaml", reason: "plan.yaml could not be read as YAML"),
    ]
    sample.report.cut = [.warning: 2, .info: 1]
    return sample
  }()

  private static func hidden(_ finding: Finding, _ fingerprint: String) -> Finding {
    var hidden = finding
    hidden.fingerprint = fingerprint
    return hidden
  }
}
