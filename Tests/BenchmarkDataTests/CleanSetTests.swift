import BenchmarkData
import Findings
import Foundation
import RuleEngine
import SourceText
import Testing

@Suite("Made-up sets under the rules of Metropolis")
struct CleanSetTests {
  /// Every message about a set, warnings and remarks included.
  private func messages(_ set: DataSet) throws -> [String] {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = package.appendingPathComponent("Rules/metropolis")
    var files: [String: [UInt8]] = [:]
    for case let path as String in try #require(FileManager.default.enumerator(atPath: folder.path)) {
      let data = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path)
      if let data { files[path] = [UInt8](data) }
    }
    let reading = Ruleset.read(RulesetFiles(origin: "Rules/metropolis", files: files))
    let ruleset = try #require(reading.ruleset)
    let inForce = RulesInForce(ruleset)
    let checker = FileChecker(ruleset, inForce)
    var facts: [FileFacts] = []
    var messages: [String] = []
    for (path, bytes) in set.files() where path.hasSuffix(".yaml") && !path.hasPrefix(".") {
      let result = checker.check(
        SourceText(fileBytes: bytes), path: path, sources: ruleset.sources(of: path))
      facts.append(result.facts)
      messages += result.findings.map { "\(path): \($0.message)" }
    }
    let joined = Join(ruleset, inForce).run(FactStore(facts, for: ruleset))
    #expect(joined.notChecked.isEmpty || !messages.isEmpty)
    return messages + joined.drafts.values.joined().map { "\($0.path): \($0.message)" }
  }

  @Test(
    "a clean set has not even a remark",
    arguments: [
      DataSet(activities: 10), DataSet(activities: 100, seed: 7), DataSet(activities: 100, script: .many),
    ])
  func clean(set: DataSet) throws {
    #expect(try messages(set) == [])
  }

  @Test("mistakes are found")
  func mistakes() throws {
    #expect(try messages(DataSet(activities: 100, mistakes: 1)).count >= 100)
  }
}
