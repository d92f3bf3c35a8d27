import Foundation
import SourceText
import Testing
import YAML

/// The YAML test suite (release data of 2022-01-17), when it lies beside the project.
@Suite("Conformance with the YAML test suite", .enabled(if: ConformanceCase.suiteIsThere))
struct ConformanceTests {
  @Test("the suite has cases")
  func hasCases() {
    #expect(ConformanceCase.all.count > 200)
  }

  @Test("a valid file has the value of the suite, an invalid one is refused", arguments: ConformanceCase.all)
  func conforms(_ conformanceCase: ConformanceCase) throws {
    try withKnownIssue(isIntermittent: false) {
      try check(conformanceCase)
    } when: {
      knownDifferences[conformanceCase.name] != nil
    }
  }

  /// Whatever is listed as a known difference is refused, never read with a wrong value.
  @Test("what is not read as the suite has it is refused", arguments: ConformanceCase.known)
  func knownAreRefused(_ conformanceCase: ConformanceCase) throws {
    #expect(!conformanceCase.mustBeRefused)
    #expect(loadYAML(SourceText(fileBytes: try conformanceCase.input())).tree == nil)
  }

  private func check(_ conformanceCase: ConformanceCase) throws {
    let loaded = loadYAML(SourceText(fileBytes: try conformanceCase.input()))
    if conformanceCase.mustBeRefused {
      #expect(loaded.tree == nil)
      return
    }
    let tree = try #require(loaded.tree, "refused: \(loaded.problems)")
    if let expected = try conformanceCase.expectedValues() {
      #expect(tree.values == expected)
    }
  }
}

/// One folder of the suite.
struct ConformanceCase: CustomTestStringConvertible, Sendable {
  let folder: URL

  var name: String { folder.lastPathComponent }

  var testDescription: String { name }

  /// Whether the file is no YAML.
  var mustBeRefused: Bool { has("error") }

  func input() throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: "in.yaml"))) }

  /// The values of the documents; nothing where JSON cannot say them.
  func expectedValues() throws -> [JSONDocuments.Value]? {
    guard has("in.json") else { return nil }
    let text = try String(contentsOf: folder.appending(path: "in.json"), encoding: .utf8)
    return try JSONDocuments.read(text).map(\.normalized)
  }

  private func has(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: file).path)
  }

  private static let suite = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/conformance/yaml")

  static var suiteIsThere: Bool { FileManager.default.fileExists(atPath: suite.path) }

  static let all: [ConformanceCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: suite.path)) ?? []
    return names.sorted().map { ConformanceCase(folder: suite.appending(path: $0)) }
  }()

  static var known: [ConformanceCase] { all.filter { knownDifferences[$0.name] != nil } }
}
