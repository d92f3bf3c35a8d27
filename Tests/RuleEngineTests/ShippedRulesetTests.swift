import Findings
import RuleEngine
import SourceText
import Testing

@Suite("The rulesets that metrolint ships")
struct ShippedRulesetTests {
  @Test("there are some")
  func areThere() {
    #expect(Folder.rulesets.contains("metropolis"))
  }

  @Test("are read without a mistake, and their examples are right", arguments: Folder.rulesets)
  func examples(name: String) throws {
    let reading = Ruleset.read(Folder.ruleset(name))
    for finding in reading.findings {
      let line = reading.sources[finding.path]?.position(at: finding.range.start)
      Issue.record(
        "\(finding.path):\(line?.line ?? 0):\(line?.column ?? 0): \(finding.message) [\(finding.rule)] \(finding.help ?? "")"
      )
    }
    let ruleset = try #require(reading.ruleset)
    for rule in ruleset.rules {
      let outcome = ExampleRunner(ruleset).run(rule)
      #expect(!outcome.neverReports, "\(rule.id) has no example that reports")
      for example in outcome.examples where !example.failures.isEmpty {
        Issue.record("\(rule.id), \(example.title ?? ""), \(example.variant): \(example.failures)")
      }
    }
  }

  @Test("have the same sources when only their settings are read", arguments: Folder.rulesets)
  func sources(name: String) throws {
    let files = Folder.ruleset(name)
    let whole = try #require(Ruleset.read(files).ruleset).sources
    let settings = try #require(files.files[Ruleset.settingsFile])
    let alone = try #require(
      Ruleset.readSources(RulesetFiles(origin: name, files: [Ruleset.settingsFile: settings])))
    #expect(!alone.isEmpty)
    #expect(alone.map(\.name) == whole.map(\.name))
    #expect(alone.map { $0.files.map(\.pattern) } == whole.map { $0.files.map(\.pattern) })
    #expect(alone.map(\.isRequired) == whole.map(\.isRequired))
  }

  @Test("have sources whatever their rules say, and none without right settings")
  func settingsAlone() {
    func sources(_ files: [String: String]) -> [String]? {
      Ruleset.readSources(RulesetFiles(origin: "", files: files.mapValues { Array($0.utf8) }))?.map(\.name)
    }
    let settings = "ruleset: x\nsources:\n  things: {files: things.yaml}\n"
    #expect(sources(["ruleset.yaml": settings]) == ["things"])
    #expect(sources(["ruleset.yaml": settings, "a-b.yaml": "{", "schemas/c.yaml": "["]) == ["things"])
    #expect(sources([:]) == nil)
    #expect(sources(["ruleset.yaml": settings + "sorces: {}\n"]) == nil)
    #expect(sources(["ruleset.yaml": "{"]) == nil)
  }
}
