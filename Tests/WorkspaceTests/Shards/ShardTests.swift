import Findings
import Foundation
import Testing
import Workspace

@Suite("Shards")
struct ShardTests {
  @Test("have each file once, and are about as large as each other")
  func cut() throws {
    let paths = (0..<10_000).map { "activities/2021-\($0 % 12 + 1)/activity-\($0).yaml" }
    for count in [1, 2, 3, 7, 64] {
      let shards = try (1...count).map { try #require(Shard(index: $0, count: count)) }
      var sizes = [Int](repeating: 0, count: count)
      for path in paths {
        let owners = shards.indices.filter { shards[$0].contains(path) }
        #expect(owners.count == 1)
        for owner in owners { sizes[owner] += 1 }
      }
      #expect(sizes.allSatisfy { $0 > 10_000 / count / 2 && $0 < 10_000 / count * 2 + 1 })
    }
  }

  @Test(
    "are written as I/N",
    arguments: [
      ("1/1", true), ("8/8", true), ("9/8", false), ("0/8", false), ("1", false), ("1/2/3", false),
      ("-1/2", false), ("+1/2", false), ("a/b", false), ("1/", false), ("1/99999999999999999999", false),
    ])
  func text(text: String, isOne: Bool) {
    #expect((Shard(text) != nil) == isOne)
  }

  @Test("give the same bytes each time, and joined in any order the report of a check")
  func join() async throws {
    let set = try CachedSet(mistakes: 0.5)
    let plain = try await set.check(cached: false)
    #expect(!plain.report.findings.isEmpty)
    let paths = try await set.takeFacts(3)
    let first = try Data(contentsOf: URL(fileURLWithPath: paths[0]))
    #expect(try await set.takeFacts(3) == paths)
    #expect(try Data(contentsOf: URL(fileURLWithPath: paths[0])) == first)
    #expect(try await set.plainCheck().run(joining: paths).says(plain))
    #expect(try await set.plainCheck().run(joining: paths.reversed()).says(plain))
    #expect(try await set.plainCheck().run(joining: [set.takeFacts(.whole)]).says(plain))
  }

  /// What is said of a join that cannot be done.
  private func refusal(_ set: CachedSet, _ paths: [String], _ options: DataSetOptions = DataSetOptions())
    async throws -> String
  {
    do {
      _ = try await set.plainCheck(options).run(joining: paths)
      return "nothing"
    } catch let error as WorkspaceError {
      guard case .usage(let usage) = error else { return "\(error)" }
      return usage.message.replacing(set.folder.path + "/", with: "")
    }
  }

  @Test("that are missing, doubled or of another cut are refused")
  func wholeness() async throws {
    let set = try CachedSet()
    let four = try await set.takeFacts(4)
    let two = try await set.takeFacts(2)
    #expect(try await refusal(set, Array(four[..<3])) == "shard 4 of 4 is missing")
    #expect(try await refusal(set, [four[2]]) == "shard 1 of 4 and 2 more are missing")
    #expect(
      try await refusal(set, [four[1], four[1]]) == "2-of-4.facts and 2-of-4.facts are both shard 2 of 4")
    #expect(
      try await refusal(set, [four[0], two[1]])
        == "1-of-4.facts is shard 1 of 4 and 2-of-2.facts is shard 2 of 2")
    #expect(try await refusal(set, ["none.facts"]) == "there is no none.facts")
    #expect(try await refusal(set, [set.root]) == "set is no file of facts, or is not whole")
    #expect(
      try await refusal(set, [set.root + "/plan.yaml"])
        == "set/plan.yaml is no file of facts, or is not whole")
  }

  @Test("of other rules, or of a set that has changed since, are refused")
  func others() async throws {
    let set = try CachedSet(mistakes: 0.5)
    var options = DataSetOptions()
    options.skip = ["outcome-exists"]
    let skipped = try await set.takeFacts(.whole, options: options)
    #expect(try await refusal(set, [skipped]) == "1-of-1.facts was made with other rules in force")
    #expect(try await refusal(set, [skipped], options) == "nothing")

    let facts = try await set.takeFacts(.whole)
    let finding = try #require(try await set.check(cached: false).report.findings.first)
    let text = try set.text(of: finding.path)
    try set.write(text + "# changed\n", to: finding.path)
    #expect(try await refusal(set, [facts]) == "\(finding.path) has changed since its facts were taken")
    try set.remove(finding.path)
    #expect(
      try await refusal(set, [facts])
        == "\(finding.path) is in the facts of the data set and not there any more")
    try set.write(text, to: finding.path)
    try set.write(text, to: "activities/2021-01/2021-01-01-new.yaml")
    #expect(
      try await refusal(set, [facts])
        == "activities/2021-01/2021-01-01-new.yaml is in the data set and not in its facts")
  }

  @Test("that are damaged are refused, wherever the damage is")
  func damaged() async throws {
    let set = try CachedSet(activities: 20)
    let path = try await set.takeFacts(.whole)
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 150)) {
      var bytes = whole
      bytes[place] ^= 0x10
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(try await refusal(set, [path]) == "1-of-1.facts is no file of facts, or is not whole")
      try Data(whole[..<place]).write(to: URL(fileURLWithPath: path))
      #expect(try await refusal(set, [path]) == "1-of-1.facts is no file of facts, or is not whole")
    }
  }
}
