import Findings
import Foundation
import Testing
import Workspace

@Suite("A cache that is harmed")
struct CacheHarmTests {
  /// Places that are spread over a file, its ends among them.
  private func places(in count: Int, _ number: Int) -> [Int] {
    (0..<number).map { $0 * (count - 1) / (number - 1) }
  }

  @Test("by other bytes is not believed, and is whole again after the run")
  func damaged() async throws {
    let set = try CachedSet()
    let plain = try await set.check(cached: false)
    _ = try await set.check()
    let file = try #require(set.cacheFiles.first)
    let whole = [UInt8](try Data(contentsOf: file))
    let edited = set.activities[5]
    let text = try set.text(of: edited)
    for (round, place) in places(in: whole.count, 40).enumerated() {
      var bytes = whole
      bytes[place] ^= UInt8(1 << (round % 8))
      try Data(bytes).write(to: file)
      // Rows are read only when something has changed.
      if round % 2 == 1 {
        try set.write(text + "# changed \(round)\n", to: edited)
        #expect(try await set.check().says(set.check(cached: false)))
        try set.write(text, to: edited)
      }
      #expect(try await set.check().says(plain))
    }
    #expect(try await set.check().parsed == 0)
  }

  @Test("by being cut, by more at its end or by being something else is replaced")
  func cut() async throws {
    let set = try CachedSet()
    let plain = try await set.check(cached: false)
    _ = try await set.check()
    let file = try #require(set.cacheFiles.first)
    let whole = [UInt8](try Data(contentsOf: file))
    let cut = places(in: whole.count, 16).map { Array(whole[..<$0]) }
    let others = [
      whole + [0], whole + whole, Array("title: no cache\n".utf8), [UInt8](repeating: 0, count: 100),
    ]
    for bytes in cut + others {
      try Data(bytes).write(to: file)
      let outcome = try await set.check()
      #expect(outcome.parsed == plain.report.files.count)
      #expect(outcome.says(plain))
      #expect(try await set.check().parsed == 0)
    }
  }

  @Test("by a folder in its place, or by having no folder, is gone without")
  func noFile() async throws {
    let set = try CachedSet()
    let plain = try await set.check(cached: false)
    _ = try await set.check()
    let file = try #require(set.cacheFiles.first)
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
    let outcome = try await set.check()
    #expect(outcome.says(plain))
    #expect(outcome.cacheProblem != nil)
    #expect(set.cacheFiles.map(\.lastPathComponent) == [file.lastPathComponent])

    try set.folder.write("", to: "file")
    set.cache = set.folder.path + "/file/cache"
    let homeless = try await set.check()
    #expect(homeless.says(plain))
    #expect(homeless.cacheProblem == "it is no folder")
  }

  @Test("by many runs at once says what each of them must hear")
  func atOnce() async throws {
    let set = try CachedSet()
    let root = set.root
    let cache = set.cache
    let plain = try await set.check(cached: false)
    let same = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let place = CachePlace(folder: cache, build: "test", now: .max / 2)
          let environment = Environment(files: DiskFiles(), workingFolder: root, cache: place)
          for _ in 0..<3 {
            guard
              let set = try? await DataSet.open(".", options: DataSetOptions(), environment: environment),
              let outcome = try? await Check(set, options: CheckOptions(), environment: environment).run(),
              outcome.says(plain)
            else { return false }
          }
          return true
        }
      }
      return await group.allSatisfy(\.self)
    }
    #expect(same)
    #expect(set.cacheFiles.count == 1)
    #expect(try await set.check().parsed == 0)
  }

  @Test("never grows over its limit: what was used longest ago goes first")
  func bounded() async throws {
    let set = try CachedSet()
    _ = try await set.check()
    let size = try Data(contentsOf: try #require(set.cacheFiles.first)).count
    set.mostBytes = size * 3
    let unfinished = URL(fileURLWithPath: set.cache + "/old.results.1-0.unfinished")
    try Data([1]).write(to: unfinished)
    for build in 0..<6 {
      set.build = "\(build)"
      _ = try await set.check(age: Int64(7_200 + build))
      #expect(set.cacheFiles.count <= 3)
    }
    #expect(!set.cacheFiles.contains(unfinished))
    #expect(try await set.check().parsed == 0)
    set.build = "0"
    #expect(try await set.check().parsed > 0)

    set.mostBytes = size / 2
    set.build = "large"
    let outcome = try await set.check()
    #expect(outcome.cacheProblem == "what is known of the set has more than \(size / 2) bytes")
  }
}
