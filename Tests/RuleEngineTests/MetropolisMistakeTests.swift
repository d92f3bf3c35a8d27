import Findings
import Foundation
import RuleEngine
import SourceText
import Testing

/// Each mistake in the sample set is one finding, or as many as there are places where something is wrong.
@Suite("One mistake in the Metropolis sample")
struct MetropolisMistakeTests {
  /// A mistake and all that is found.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let file: String
    /// What the file has once or more; the first of them becomes `wrong`.
    let right: String
    let wrong: String
    /// Each finding as `rule file "first line of the text"`, the folders left out.
    let found: [String]
    /// The rules that cannot say all.
    let notChecked: Set<String>

    init(_ file: String, _ right: String, _ wrong: String, _ found: String..., notChecked: Set<String> = []) {
      self.file = file
      self.right = right
      self.wrong = wrong
      self.found = found
      self.notChecked = notChecked
    }

    var testDescription: String { "\(file): \(right) → \(wrong)" }
  }

  private static let retreat = "activities/2021-02-15-uclg-retreat-and-campus.yaml"
  private static let award = "activities/2021-02-03-guangzhou-award-shortlist.yaml"
  private static let africa = "membership/africa.yaml"
  private static let berlin =
    "  - {role: co-presidency, person: Michael Müller, title: Governing Mayor of Berlin, member: Berlin}\n"

  private static let inActivities: [Mistake] = [
    // The activity's only outcome is unknown: whether it is of the line is not.
    Mistake(
      retreat, "outcomes: [L1A3D1]", "outcomes: [L9A3D1]", "outcome-exists uclg \"L9A3D1\""),
    Mistake(retreat, "line: L1", "line: L9", "line-exists uclg \"L9\""),
    Mistake(retreat, "line: L1", "line: L2", "activity-in-line uclg \"line\""),
    Mistake(retreat, "line: L1", "line: 17", "activity-shape uclg \"17\""),
    Mistake(retreat, "line: L1", "line: [L1]", "activity-shape uclg \"[L1]\""),
    Mistake(retreat, "line: L1", "lin: L1", "activity-shape uclg \"lin\""),
    Mistake(retreat, "line: L1\n", "", "activity-shape uclg \"title\""),
    Mistake(retreat, "outcomes: [L1A3D1]", "outcomes: L1A3D1", "activity-shape uclg \"L1A3D1\""),
    Mistake(retreat, "outcomes: [L1A3D1]", "outcomes: ['']", "activity-shape uclg \"''\""),
    // A date that is wrong is not held against the name of the file as well.
    Mistake(award, "date: 2021-02-03", "date: 2021-02-33", "activity-shape guangzhou \"2021-02-33\""),
    Mistake(award, "date: 2021-02-03", "date: 2012-02-03", "activity-in-period guangzhou \"2012-02-03\""),
    Mistake(award, "date: 2021-02-03", "date: 2021-02-04", "activity-file-name guangzhou \"2021-02-04\""),
    Mistake(
      award, "date: 2021-02-03", "day: 2021-02-03", "activity-shape guangzhou \"title\"",
      "activity-shape guangzhou \"day\""),
    Mistake(retreat, "start: 2021-02-15", "start: soon", "activity-shape uclg \"soon\""),
    Mistake(retreat, "start: 2021-02-15", "start: 2012-02-15", "activity-in-period uclg \"2012-02-15\""),
    Mistake(retreat, "end: 2021-02-21", "end: 2012-02-21", "activity-in-period uclg \"2012-02-21\""),
    Mistake(retreat, "end: 2021-02-21", "end: ''", "activity-shape uclg \"''\""),
    Mistake(
      retreat, "start: 2021-02-15, end: 2021-02-21", "start: 2021-02-21, end: 2021-02-15",
      "activity-dates uclg \"end\""),
    // What is under another key is not known to the rest of the set.
    Mistake(
      award, "members:", "member:", "activity-shape guangzhou \"member\"",
      notChecked: ["engaged-members-match"]),
    Mistake(
      award, "outcomes:", "outcome:", "activity-shape guangzhou \"outcome\"",
      notChecked: ["outcome-used", "report-outcomes-match"]),
    Mistake(
      award, "alliances:", "alliance:", "activity-shape guangzhou \"alliance\"", notChecked: ["alliance-used"]
    ),
    Mistake(award, "Chongqing", "17", "activity-shape guangzhou \"17\""),
    Mistake(award, "Chongqing", "Chongking", "member-exists guangzhou \"Chongking\""),
  ]

  private static let inPlan: [Mistake] = [
    Mistake(
      "plan.yaml", "{code: L2A2D3,", "{", "plan-shape plan.yaml \"title\"",
      notChecked: ["outcome-exists", "report-outcomes-match"]),
    Mistake(
      "plan.yaml", "{code: L2A2D3,", "{cod: L2A2D3,", "plan-shape plan.yaml \"cod\"",
      notChecked: ["outcome-exists", "report-outcomes-match"]),
    Mistake(
      "plan.yaml", "{code: L2A2D3,", "{code: '',", "plan-shape plan.yaml \"''\"",
      notChecked: ["outcome-exists", "report-outcomes-match"]),
    Mistake(
      "plan.yaml", "{code: L2A2D3,", "{code: [L2A2D3],", "plan-shape plan.yaml \"[L2A2D3]\"",
      notChecked: ["outcome-exists", "report-outcomes-match"]),
    Mistake(
      "plan.yaml", "{code: L2A2D3,", "{code: L8A2D3,",
      "plan-code-nesting plan.yaml \"{code: L8A2D3, title: Learning and capacity-building activities for senior managers and practitioners}\"",
      notChecked: ["outcome-exists"]),
    Mistake(
      "plan.yaml", "{code: L1A1D1,", "{code: XYZ,",
      "plan-code-nesting plan.yaml \"{code: XYZ, title: Policy recommendations on issues critical to the metropolitan future}\"",
      notChecked: ["outcome-exists"]),
    Mistake(
      "plan.yaml", "- code: L1\n", "- code: XYZ\n", "plan-code-nesting plan.yaml \"code: XYZ\"",
      notChecked: ["line-exists"]),
    Mistake("plan.yaml", "- code: L1A2\n", "- code: L1A7\n", "plan-code-nesting plan.yaml \"code: L1A7\""),
    Mistake(
      "plan.yaml", "- code: L2\n    title", "- title", "plan-shape plan.yaml \"title\"",
      notChecked: ["line-exists"]),
    Mistake(
      "plan.yaml", "lines:", "line:", "plan-shape plan.yaml \"line\"",
      notChecked: ["line-exists", "outcome-exists", "report-outcomes-match"]),
  ]

  private static let elsewhere: [Mistake] = [
    // A member that stands twice is not counted as one too many.
    Mistake(
      africa, "  - {name: Accra}\n", "  - {name: Accra}\n  - {name: Accra}\n", "member-once africa \"Accra\""),
    Mistake(
      "secretariat.yaml", "staff:\n", "staff:\n  - {person: Octavi de la Varga, title: Secretary General}\n",
      "duplicate-key secretariat.yaml \"Octavi de la Varga\""),
    Mistake(
      "membership/europe.yaml", berlin, berlin + berlin, "board-seat-unique europe \"Michael Müller\""),
    // The plan and the report each have an outcome that nothing reports on.
    Mistake(
      "activities/2021-01-13-internal-planning-meeting.yaml", "L3A3D2", "L3A3D3",
      "outcome-used plan.yaml \"L3A3D2\"", "report-outcomes-match report.yaml \"L3A3D2\""),
    Mistake(
      africa, "  - {name: Accra}\n", "", "member-exists atlas \"Accra\"", "member-total report.yaml \"141\"",
      "member-exists report.yaml \"Accra\""),
    Mistake(
      africa, "board:", "boards:", "membership-shape africa \"boards\"", notChecked: ["co-presidency-filled"]),
    Mistake(
      africa, "member: Gauteng}\n  - {role: regional-officer", "membr: Gauteng}\n  - {role: regional-officer",
      "membership-shape africa \"membr\""),
    Mistake("media.yaml", "month: 2021-01", "month: 2021-13", "media-shape media.yaml \"2021-13\""),
    Mistake("media.yaml", "month: 2021-01", "month: 2021-10", "month-in-period media.yaml \"2021-10\""),
    Mistake("meetings.yaml", "alliances: [UNDP]", "alliances: [17]", "meetings-shape meetings.yaml \"17\""),
    Mistake(
      "report.yaml", "end: 2021-04-30", "end: soon", "report-shape report.yaml \"soon\"",
      notChecked: ["activity-in-period", "month-in-period"]),
    Mistake(
      "report.yaml", "Accra,", "[Accra],", "report-shape report.yaml \"[Accra]\"",
      notChecked: ["engaged-members-match"]),
    Mistake(
      "secretariat.yaml", "staff:", "staf:", "secretariat-shape secretariat.yaml \"staf\"",
      notChecked: ["officer-on-staff"]),
  ]

  @Test("is found once", arguments: inActivities + inPlan + elsewhere)
  func foundOnce(_ mistake: Mistake) throws {
    var files = Folder.files(in: Folder.package.appending(path: "Samples/metropolis-2021"))
      .filter { $0.key.hasSuffix(".yaml") && !$0.key.hasPrefix(".") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
    let text = try #require(files[mistake.file])
    let range = try #require(text.range(of: mistake.right))
    files[mistake.file] = text.replacingCharacters(in: range, with: mistake.wrong)
    let ruleset = try #require(Ruleset.read(Folder.ruleset("metropolis")).ruleset)
    let check = try SetCheck(ruleset, files)
    let found = check.findings.map { finding in
      let source = SourceText(fileBytes: Array((files[finding.path] ?? "").utf8))
      let line = source.text(in: finding.range).prefix { !$0.isNewline }
      return "\(finding.rule) \(Self.shortened(finding.path)) \"\(line)\""
    }
    #expect(found == mistake.found)
    #expect(Set(check.notChecked.map(\.rule.rawValue)) == mistake.notChecked)
  }

  /// A file's name as the table has it: the first word of what follows an activity's date.
  private static func shortened(_ path: String) -> String {
    let name = String(path.split(separator: "/").last ?? "")
    if path.hasPrefix("activities/") { return String(name.split(separator: "-").dropFirst(3).first ?? "") }
    return path.hasPrefix("membership/") ? String(name.dropLast(".yaml".count)) : name
  }
}
