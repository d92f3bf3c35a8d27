import Findings
import Testing

@Suite("Paths for programs that open files")
struct PathTests {
  private struct Entry: Decodable {
    struct Location: Decodable {
      let path: String
    }
    let location: Location
  }

  @Test(
    "a path leads from the folder that the command ran in, where the data set is below it",
    arguments: [
      (".", "a.yaml"), ("./", "a.yaml"), ("", "a.yaml"), ("sets", "sets/a.yaml"), ("./sets/", "sets/a.yaml"),
      ("a/b", "a/b/a.yaml"), ("..", "a.yaml"), ("../x", "a.yaml"), ("/", "a.yaml"), ("/sets", "a.yaml"),
      ("..sets", "..sets/a.yaml"),
    ])
  func paths(root: String, expected: String) throws {
    var sample = ReportCase.outcome
    sample.report.root = root
    sample.report.findings[0].path = "a.yaml"
    let entries: [Entry] = try sample.decoded("gitlab")
    #expect(entries.map(\.location.path) == [expected])
  }
}
