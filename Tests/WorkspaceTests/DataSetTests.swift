import Testing
import Workspace

@Suite("A data set and the files that are named")
struct DataSetTests {
  private static let rulesets = [
    "/one/rules/ruleset.yaml":
      "ruleset: one\ntitle: One\nversion: 1.0.0\nsources: {acts: {files: ['acts/*.yaml']}}\n",
    "/two/rules/ruleset.yaml":
      "ruleset: two\ntitle: Two\nversion: 1.0.0\nsources: {acts: {files: ['acts/*.yaml']}}\n",
  ]

  private static func environment(_ others: [String: String] = [:]) -> Environment {
    var files = rulesets
    for root in ["/one", "/two"] {
      files[root + "/.metrolint.yaml"] = "ruleset: ./rules\n"
      for name in ["a", "b"] { files["\(root)/acts/\(name).yaml"] = "code: 1\n" }
    }
    files.merge(others) { $1 }
    return Environment(files: MemoryFiles(files.mapValues { Array($0.utf8) }), workingFolder: "/one")
  }

  private static func open() async throws -> DataSet {
    try await DataSet.open("acts/a.yaml", options: DataSetOptions(), environment: environment())
  }

  @Test("no ruleset is read again for further files: a broken one is not met")
  func rulesetOnce() async throws {
    let broken = Self.environment(["/one/rules/ruleset.yaml": "a: ["])
    let other = try await Self.open().firstOutside(
      ["acts/b.yaml", "acts", "/one/acts/a.yaml", "."], options: DataSetOptions(), environment: broken)
    #expect(other == nil)
  }

  @Test("the first file of another data set is told")
  func outside() async throws {
    let other = try await Self.open().firstOutside(
      ["acts/b.yaml", "/two/acts/b.yaml", "/two/acts/a.yaml"], options: DataSetOptions(),
      environment: Self.environment())
    #expect(other == "/two/acts/b.yaml")
  }

  @Test("a file that is not there is told, in a folder that was looked at too")
  func absent() async throws {
    let dataSet = try await Self.open()
    let error = #expect(throws: WorkspaceError.self) {
      try dataSet.firstOutside(
        ["acts/b.yaml", "acts/c.yaml"], options: DataSetOptions(), environment: Self.environment())
    }
    guard case .usage(let usage)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(usage.message == "there is no acts/c.yaml")
  }
}
