import BenchmarkData
import Findings
import RuleEngine
import SourceText
import Testing
import YAML

/// Facts that change, file by file, joined again only where a change touches them.
@Suite("A join that lives")
struct LiveJoinTests {
  @Test("says after each of many random changes what a join says of the same facts", arguments: 1...8)
  func sequence(seed: UInt64) throws {
    var play = try #require(try Play(seed: seed))
    for step in 1...80 { play.step("seed \(seed), step \(step)") }
  }

  @Test("says of a file with more mistakes than are told what a join says of it")
  func manyMistakes() throws {
    var play = try #require(try Play(seed: 1))
    play.write("plan.yaml", "entries: [{key: Kazan, size: 1}]\n")
    let codes = (1...10_010).map { "Lisbon\($0), Lisbon\($0)" }.joined(separator: ", ")
    play.write("acts/1.yaml", "title: T\nsize: 1\ncodes: [\(codes)]\n")
    play.write("acts/1.yaml", "# moved\ntitle: T\nsize: 1\ncodes: [\(codes)]\n")
    play.write("acts/2.yaml", "title: T\nsize: 1\ncodes: [Lisbon10010]\n")
    play.write("acts/1.yaml", "title: T\nsize: 1\ncodes: [Kazan]\n")
  }
}

/// A set whose few words meet each other often.
private struct Play {
  private static let paths = [
    "plan.yaml", "report.yaml", "acts/1.yaml", "acts/2.yaml", "acts/3.yaml", "acts/4.yaml",
  ]
  private static let codes = ["Kazan", "kazan", "Kazam", "Lisbon", "Oslo", "Quito", "7"]

  private let ruleset: Ruleset
  private let inForce: RulesInForce
  private let checker: FileChecker
  private var random: RandomNumbers
  private var texts: [String: SourceText] = [:]
  private var facts: [String: FileFacts] = [:]
  private var join: LiveJoin
  private var before: [String: [Finding]]

  init?(seed: UInt64) throws {
    let acts = "{source: acts, select: '$.codes[*]'}"
    let rules = [
      "exists": "on: [\(acts), {source: report, select: '$.codes[*]'}]\nreference: {index: code}\n",
      "where": "on: [\(acts)]\nreference: {index: code, where: {size: $.size}}\n",
      "match": "source: report\nselect: $.codes\nmatches: {index: code, union: [\(acts)]}\n",
      "match-texts":
        "source: report\nselect: $.titles\nmatches: {union: [{source: acts, select: $.title}]}\n",
      "used": "index: code\nused: {by: [\(acts)]}\n",
      "once-in-all": "source: acts\nunique: {key: [$.title, $.size]}\n",
      "once-in-two": "on: [\(acts), {source: report, select: '$.codes[*]'}]\nunique: {key: ['@']}\n",
      "once-in-file":
        "on: [\(acts), {source: acts, select: '$.more[*]'}]\nunique: {key: ['@'], within: file}\n",
      "once-by-value": "on: [\(acts)]\nunique: {key: ['@'], within: $.size}\n",
      "sum": "source: report\nselect: $.sum\ntotal: {sum: {source: acts, select: $.size}}\n",
      "number": "source: report\nselect: $.number\ntotal: {count: \(acts), is: at-most}\n",
      "few": "source: acts\nselect: $.codes[*]\ncount: {per: '@', at-most: 2}\n",
      "some": "source: acts\nselect: $.codes[*]\ncount: {at-least: 9}\n",
      "pairs": "source: acts\nselect: $.codes[*]\ncount: {per: '@', at-least: 2}\n",
      "entries": "severity: warning\nsource: plan\nselect: $.entries[*].size\nassert: '@ < 3'\n",
      "named": "source: plan\nselect: $.entries[*].key\nassert: starts_with(@, 'K') || starts_with(@, 'L')\n",
      "titled": "source: acts\nselect: $.title\nreference: {index: code}\n",
      "put": "source: report\nselect: $.codes[*]\nreference: {index: act, value: '{@} {$.number}'}\n",
      "bounds": "source: acts\nselect: $.size\n"
        + "within: {from: {source: report, select: $.from}, to: {source: report, select: $.to}}\n",
    ]
    var files = [
      "ruleset.yaml": """
      ruleset: test
      sources: {plan: {files: [plan.yaml]}, acts: {files: ['acts/*.yaml']}, report: {files: [report.yaml]}}
      indexes:
        code:
          {source: plan, select: '$.entries[*]', key: '@.key', aliases: '@.aliases[*]', attributes: {size: '@.size'}}
        act: {source: acts, select: '$', key: '{$.title} {$.size}'}

      """
    ]
    for (id, rule) in rules { files["\(id).yaml"] = "summary: S\n" + rule }
    let reading = Ruleset.read(RulesetFiles(origin: "", files: files.mapValues { Array($0.utf8) }))
    #expect(reading.findings.map(\.message) == [])
    guard let ruleset = reading.ruleset else { return nil }
    self.ruleset = ruleset
    inForce = RulesInForce(ruleset)
    checker = FileChecker(ruleset, inForce)
    random = RandomNumbers(seed: seed)
    join = LiveJoin([], ruleset, inForce)
    before = [:]
  }

  /// Changes one file, seldom two, and compares what is said then.
  mutating func step(_ comment: String) {
    var changes: [String: LiveJoin.Change] = [:]
    for _ in 0..<(Int.random(in: 0..<6, using: &random) == 0 ? 2 : 1) {
      let path = Play.paths.randomElement(using: &random) ?? ""
      changes[path] = change(path, to: text(path))
    }
    apply(changes, comment)
  }

  /// Changes one file to a text, and compares what is said then.
  mutating func write(_ path: String, _ text: String) {
    let changed = change(path, to: text)
    apply([path: changed], String(text.prefix(40)))
  }

  private mutating func apply(_ changes: [String: LiveJoin.Change], _ comment: String) {
    let touched = join.apply(Array(changes.values))
    let expected = Join(ruleset, inForce).run(FactStore(Array(facts.values), for: ruleset))
    #expect(join.notChecked == expected.notChecked, "\(comment): \(changes.keys.sorted())")
    for path in Play.paths {
      let tree = texts[path].flatMap { loadYAML($0).tree }
      let completer = FindingCompleter(tree: tree)
      let said = completer.findings(join.drafts(of: path)).sorted()
      #expect(
        said == completer.findings(expected.drafts[path] ?? []).sorted(),
        "\(comment): \(changes.keys.sorted()), what is said of \(path)")
      if said != before[path] ?? [], changes[path] == nil {
        #expect(touched.contains(path), "\(comment): something else is said of \(path)")
      }
      before[path] = said
    }
  }

  private mutating func change(_ path: String, to text: String) -> LiveJoin.Change {
    guard !text.isEmpty else {
      (texts[path], facts[path]) = (nil, nil)
      return .gone(path)
    }
    let source = SourceText(fileBytes: Array(text.utf8))
    let new = checker.check(source, path: path, sources: ruleset.sources(of: path)).facts
    (texts[path], facts[path]) = (source, new)
    return .facts(new)
  }

  /// A text for the file at `path`; empty for none at all.
  private mutating func text(_ path: String) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return ""
    case 1: return "codes: [Kazan\n"
    case 2: return "# nothing yet\n"
    case 3: return "other: 1\n"
    default: break
    }
    let size = Int.random(in: 1...3, using: &random)
    switch path {
    case "plan.yaml":
      let entries = codes(3).map { "{key: \($0), size: \(size), aliases: [\(codes(1).joined())]}" }
      return "entries: [\(entries.joined(separator: ", "))]\n"
    case "report.yaml":
      let titles = codes(2).joined(separator: ", ")
      return "codes: [\(codes(3).joined(separator: ", "))]\ntitles: [\(titles)]\n"
        + "sum: \(size * 2)\nnumber: \(size)\nfrom: \(size - 1)\nto: \(size)\n"
    default:
      let lists = [codes(2), codes(2)].map { $0.joined(separator: ", ") }
      let title = codes(1).joined()
      return "title: \(title)\nsize: \(size)\ncodes: [\(lists[0])]\nmore: [\(lists[1])]\n"
    }
  }

  private mutating func codes(_ most: Int) -> [String] {
    (0..<Int.random(in: 1...most, using: &random)).map { _ in Play.codes.randomElement(using: &random) ?? "" }
  }
}
