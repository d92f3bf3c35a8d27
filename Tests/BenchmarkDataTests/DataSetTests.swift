import BenchmarkData
import Foundation
import SourceText
import Testing
import YAML

@Suite("Made-up data sets")
struct DataSetTests {
  /// Writes a set, and gives its files by path.
  private func files(_ set: DataSet) throws -> [String: [UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "metrolint-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try set.write(to: folder.path)
    var files: [String: [UInt8]] = [:]
    for case let path as String in try #require(FileManager.default.enumerator(atPath: folder.path)) {
      if let data = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path) {
        files[path] = [UInt8](data)
      }
    }
    return files
  }

  @Test("the same values make the same bytes, another seed makes others")
  func repeatable() throws {
    let first = try files(DataSet(activities: 30, mistakes: 0.5, script: .many))
    #expect(try files(DataSet(activities: 30, mistakes: 0.5, script: .many)) == first)
    #expect(try files(DataSet(activities: 30, mistakes: 0.5, script: .many, seed: 2)) != first)
  }

  @Test("the set has the files that the layout asks for")
  func layout() throws {
    let paths = try files(DataSet(activities: 30)).keys.sorted()
    #expect(
      paths.filter { !$0.hasPrefix("activities/") } == [
        ".metrolint.yaml", "alliances.yaml", "challenges.yaml", "media.yaml", "meetings.yaml",
        "membership/africa.yaml", "membership/asia-pacific.yaml", "membership/europe.yaml",
        "membership/latin-america-and-the-caribbean.yaml", "membership/north-america.yaml", "plan.yaml",
        "report.yaml", "secretariat.yaml",
      ])
    #expect(paths.filter { $0.hasPrefix("activities/2021-") }.count == 30)
  }

  @Test("a clean set is YAML without a problem", arguments: DataSet.Script.allCases)
  func clean(script: DataSet.Script) throws {
    for (path, bytes) in try files(DataSet(activities: 30, documentsPerFile: 4, script: script)) {
      let loaded = loadYAML(SourceText(fileBytes: bytes))
      #expect(loaded.problems.map(\.message) == [], "\(path)")
      #expect(loaded.tree != nil)
    }
  }

  /// The files of activities of a set.
  private func activities(_ set: DataSet) -> [[UInt8]] {
    set.files().filter { $0.path.hasPrefix("activities/") }.map(\.bytes)
  }

  @Test("what is written is what is in memory")
  func written() throws {
    let set = DataSet(activities: 20, documentsPerFile: 3)
    #expect(try files(set) == Dictionary(uniqueKeysWithValues: set.files().map { ($0.path, $0.bytes) }))
  }

  @Test("as many documents a file as asked for", arguments: [(1, 10), (4, 3), (0, 1)])
  func documents(perFile: Int, files: Int) {
    let texts = activities(DataSet(activities: 10, documentsPerFile: perFile))
    #expect(texts.count == files)
    #expect(texts.reduce(0) { $0 + (loadYAML(SourceText(fileBytes: $1)).tree?.documents.count ?? 0) } == 10)
  }

  @Test("many scripts have characters of every length, ASCII has none but ASCII")
  func scripts() {
    let bytes = Set(DataSet(activities: 100, script: .many).files().flatMap(\.bytes))
    #expect(bytes.contains { $0 & 0xE0 == 0xC0 })
    #expect(bytes.contains { $0 & 0xF0 == 0xE0 })
    #expect(bytes.contains { $0 & 0xF8 == 0xF0 })
    #expect(DataSet(activities: 100).files().flatMap(\.bytes).allSatisfy { $0 < 0x80 })
  }

  @Test("a share of the activities have a mistake")
  func mistakes() {
    let clean = activities(DataSet(activities: 1_000))
    let wrong = activities(DataSet(activities: 1_000, mistakes: 1))
    #expect(wrong.contains { loadYAML(SourceText(fileBytes: $0)).tree == nil })
    #expect(wrong.count == clean.count)
    #expect(Set(wrong).isDisjoint(with: clean))
  }
}
