import Findings
import Foundation
import Testing
import Workspace

@Suite("The cache")
struct CacheTests {
  @Test("spares the second run all parsing, and says the same")
  func warm() async throws {
    let set = try CachedSet()
    let plain = try await set.check(cached: false)
    #expect(!plain.report.findings.isEmpty)
    let cold = try await set.check()
    #expect(cold.parsed == plain.report.files.count)
    let warm = try await set.check()
    #expect(warm.parsed == 0)
    #expect(cold.says(plain))
    #expect(warm.says(plain))
    #expect(set.cacheFiles.count == 1)
  }

  @Test("parses the one file that has changed, also when its size and time are the same as before")
  func sameSizeAndTime() async throws {
    let set = try CachedSet(mistakes: 0)
    _ = try await set.check()
    let path = set.activities[3]
    let file = "\(set.root)/\(path)"
    let before = try FileManager.default.attributesOfItem(atPath: file)
    let text = try set.text(of: path)
    let changed =
      text.replacing("challenges: [\"", with: "challenges: [\"9", maxReplacements: 1).dropLast() + ""
    try #require(changed.utf8.count == text.utf8.count && changed != text)
    // In place, so that the file is still the same one.
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    try handle.write(contentsOf: Data(changed.utf8))
    try handle.close()
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(before[.modificationDate])], ofItemAtPath: file)
    let warm = try await set.check()
    #expect(warm.parsed == 1)
    #expect(warm.report.findings.map(\.path) == [path])
    #expect(try await warm.says(set.check(cached: false)))
    #expect(try await set.check().parsed == 0)
  }

  @Test("does not parse a file that was only touched")
  func touched() async throws {
    let set = try CachedSet()
    let cold = try await set.check()
    for path in set.activities.prefix(5) { try set.write(set.text(of: path), to: path) }
    for _ in 0..<2 {
      let warm = try await set.check()
      #expect(warm.parsed == 0)
      #expect(warm.says(cold))
    }
  }

  @Test("sees files that come, go and change their names")
  func comingAndGoing() async throws {
    let set = try CachedSet()
    _ = try await set.check()
    let paths = set.activities
    let text = try set.text(of: paths[0])
    try set.remove(paths[0])
    let fewer = try await set.check()
    #expect(fewer.parsed == 0)
    #expect(try await fewer.says(set.check(cached: false)))
    try set.write(text, to: "activities/2021-01/2021-01-01-added.yaml")
    let more = try await set.check()
    #expect(more.parsed == 1)
    #expect(try await more.says(set.check(cached: false)))
    try FileManager.default.moveItem(
      atPath: "\(set.root)/\(paths[1])", toPath: "\(set.root)/activities/2021-01/2021-01-02-renamed.yaml")
    let renamed = try await set.check()
    #expect(renamed.parsed == 1)
    #expect(try await renamed.says(set.check(cached: false)))
  }

  @Test("does not say that something is a file of the set")
  func otherThings() async throws {
    let set = try CachedSet()
    _ = try await set.check()
    let paths = set.activities
    let real = set.root + "/activities/real"
    try FileManager.default.createDirectory(atPath: real, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: "\(set.root)/\(paths[0])", toPath: real + "/moved")
    try set.folder.link("set/" + paths[0], to: "../real/moved")
    try set.remove(paths[1])
    try set.folder.link("set/" + paths[1], to: "nowhere")
    try set.remove(paths[2])
    try set.folder.makeFolder("set/" + paths[2])
    let other = try await set.check()
    #expect(other.parsed == 2)
    #expect(try await other.says(set.check(cached: false)))

    let excluded = paths[3]
    try set.write("exclude: [\(excluded)]\n", to: ".metrolint.yaml")
    set.reopen()
    let fewer = try await set.check()
    #expect(!fewer.report.files.map(\.path).contains(excluded))
    #expect(try await fewer.says(set.check(cached: false)))
  }

  @Test(
    "compares the content of a file that was changed a moment ago, since the clock may not have moved since")
  func racy() async throws {
    let set = try CachedSet(mistakes: 0)
    let path = set.activities[0]
    let text = try set.text(of: path)
    for round in 0..<10 {
      let title = "title: Round \(round)"
      try set.write(title + text.dropFirst(title.utf8.count), to: path)
      // As if it were the same moment: what the file system says of the file is nothing that can be trusted.
      let outcome = try await set.check(age: 0)
      #expect(outcome.parsed == (round == 0 ? outcome.report.files.count : 1))
      #expect(try await set.check(age: 0).parsed == 0)
    }
    #expect(try await set.check().parsed == 0)
  }

  @Test("is of one ruleset, one choice of rules and one build")
  func keys() async throws {
    let set = try CachedSet()
    _ = try await set.check()
    var options = DataSetOptions()
    options.skip = ["outcome-exists"]
    let all = try await set.check().report.files.count
    #expect(try await set.check(options: options).parsed == all)
    let skipped = try await set.check(options: options)
    #expect(skipped.parsed == 0)
    #expect(try await skipped.says(set.check(cached: false, options: options)))
    options.skip = []
    options.severities = [(rule: "outcome-exists", level: .severity(.info))]
    #expect(try await set.check(options: options).parsed == all)
    set.build = "another"
    #expect(try await set.check().parsed == all)
    #expect(set.cacheFiles.count == 4)
    #expect(try await set.check().parsed == 0)
  }

  @Test("never has what stands in a buffer before a file")
  func buffers() async throws {
    let set = try CachedSet(mistakes: 0)
    let clean = try await set.check()
    let path = set.activities[7]
    for _ in 0..<2 {
      let edited = try await set.check(buffers: [path: "title: [\n"])
      #expect(edited.parsed == 1)
      #expect(edited.report.findings.map(\.path) == [path])
      #expect(try await edited.says(set.check(cached: false, buffers: [path: "title: [\n"])))
    }
    let warm = try await set.check()
    #expect(warm.parsed == 0)
    #expect(warm.says(clean))
  }

  @Test("is not made for a set so small that it would cost more than it spares")
  func small() async throws {
    let set = try CachedSet(activities: 10)
    _ = try await set.check()
    #expect(set.cacheFiles.isEmpty)
  }
}
