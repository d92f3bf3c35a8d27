import BenchmarkData
import Findings
import Foundation
import Testing
import Workspace

/// The same files give the same words, whatever the way to them. `METROLINT_ROUNDS` sets how many sets are tried.
@Suite("The same set says the same")
struct TruthTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["METROLINT_ROUNDS"].flatMap { Int($0) } ?? 10

  @Test("cold, warm and in shards, with any number of jobs, after any edits", arguments: 0..<rounds)
  func anyWay(round: Int) async throws {
    var numbers = RandomNumbers(seed: UInt64(round))
    let set = try CachedSet(
      activities: Int.random(in: 60...90, using: &numbers), mistakes: [0, 0.1, 1][round % 3],
      seed: UInt64(round))
    for step in 0..<4 {
      let plain = try await set.check(cached: false, jobs: 1)
      // Twice: the second run has what the first has left.
      for _ in 0..<2 {
        let age: Int64 = numbers.next() % 2 == 0 ? 0 : 60
        let jobs = Int.random(in: 1...4, using: &numbers)
        #expect(try await set.check(age: age, jobs: jobs).says(plain), "round \(round), step \(step)")
      }
      let count = Int.random(in: 1...5, using: &numbers)
      let sharded = try await set.checkInShards(count, &numbers)
      #expect(sharded.says(plain), "round \(round), step \(step), \(count) shards")
      for _ in 0..<Int.random(in: 1...4, using: &numbers) { try set.edit(&numbers) }
    }
  }

  @Test("with a large file, of which far documents have keys in common", arguments: [false, true])
  func large(isWrong: Bool) async throws {
    let set = try CachedSet(activities: 70, mistakes: 0)
    let large = BenchmarkData.DataSet(activities: 5_000, documentsPerFile: 0, seed: 9).files()
    let file = try #require(large.max { $0.bytes.count < $1.bytes.count })
    var text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.utf8.count > 2 << 20)
    // The first activity once more, and a comment that hides a finding of it.
    let end = try #require(text.range(of: "\n---\n")?.lowerBound)
    if isWrong { text += "---\n# metrolint: disable-next-line activity-unique\n\(text[..<end])\n" }
    try set.write(text, to: file.path)
    let plain = try await set.check(cached: false, jobs: 1)
    let rules = Set(plain.report.findings.filter { $0.path == file.path }.map(\.rule.rawValue))
    #expect(rules.contains("listed-once") == isWrong, "\(rules.sorted())")
    for _ in 0..<2 { #expect(try await set.check(jobs: 3).says(plain)) }
    var numbers = RandomNumbers(seed: 9)
    #expect(try await set.checkInShards(3, &numbers).says(plain))
  }

  @Test("in whatever order its files were written")
  func order() async throws {
    let files = BenchmarkData.DataSet(activities: 80, mistakes: 0.5, seed: 3).files()
    var numbers = RandomNumbers(seed: 3)
    var first: Report?
    for _ in 0..<5 {
      let set = try CachedSet(activities: 1)
      for path in try FileManager.default.contentsOfDirectory(atPath: set.root) { try set.remove(path) }
      for (path, bytes) in files.shuffled(using: &numbers) {
        try set.write(String(decoding: bytes, as: UTF8.self), to: path)
      }
      let report = try await set.check(jobs: 3).report
      #expect(report == first ?? report)
      first = report
    }
    #expect(first?.findings.isEmpty == false)
  }
}
