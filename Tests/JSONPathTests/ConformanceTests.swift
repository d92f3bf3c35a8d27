import Foundation
import JSONPath
import Testing
import YAML

/// The cases of the JSONPath compliance test suite that lie beside the package, each a test of its own. Without
/// them conformance is skipped.
@Suite struct ConformanceTests {
  @Test(.enabled(if: ConformanceCase.areThere), arguments: ConformanceCase.all)
  func conforms(_ testCase: ConformanceCase) throws {
    guard testCase.invalidSelector != true else {
      #expect(throws: QueryError.self) { try Query(testCase.selector) }
      return
    }
    let query = try Query(testCase.selector)
    let document = try #require(testCase.document)
    let tree = try tree(document.text)
    let nodes = query.select(in: tree, root: tree.documents[0].root)

    let values = try nodes.map { try JSON(tree.json(of: $0)) }
    let results = testCase.results ?? testCase.result.map { [$0] } ?? []
    #expect(results.contains(values), "\(values.map(\.text))")

    let paths = nodes.map(tree.normalizedPath)
    let resultPaths = testCase.resultsPaths ?? testCase.resultPaths.map { [$0] } ?? []
    #expect(resultPaths.contains(paths), "\(paths)")
  }

  @Test(.enabled(if: ConformanceCase.areThere))
  func theFileHasCases() {
    #expect(ConformanceCase.all.count > 300)
  }
}

/// One case, as the suite writes it.
struct ConformanceCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let selector: String
  let document: JSON?
  let result: [JSON]?
  let results: [[JSON]]?
  let resultPaths: [String]?
  let resultsPaths: [[String]]?
  let invalidSelector: Bool?

  private enum CodingKeys: String, CodingKey {
    case name, selector, document, result, results
    case resultPaths = "result_paths"
    case resultsPaths = "results_paths"
    case invalidSelector = "invalid_selector"
  }

  var testDescription: String { name }

  /// Where the cases lie: beside the package, never inside.
  private static let file = URL(filePath: #filePath)
    .appending(path: "../../../../shared/conformance/jsonpath.json").standardized

  static let areThere = FileManager.default.fileExists(atPath: file.path)

  private struct Suite: Decodable {
    let tests: [ConformanceCase]
  }

  /// The cases; none when they are not there. A file that cannot be read as such is one case that fails.
  static let all: [ConformanceCase] = {
    guard areThere else { return [] }
    do {
      return try JSONDecoder().decode(Suite.self, from: Data(contentsOf: file)).tests
    } catch {
      Issue.record(error, "the conformance cases cannot be read")
      return []
    }
  }()
}
