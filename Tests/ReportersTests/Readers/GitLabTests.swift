import Findings
import SourceText
import Testing

/// What GitLab's documentation demands of each entry of a Code Quality report.
private struct CodeQualityEntry: Decodable {
  struct Location: Decodable {
    struct Lines: Decodable {
      let begin: Int
    }
    let path: String
    let lines: Lines
  }
  let description: String
  let check_name: String
  let fingerprint: String
  let severity: String
  let location: Location
}

@Suite("GitLab's Code Quality report")
struct GitLabTests {
  @Test("each finding has all required members", arguments: ReportCase.forReaders)
  func entries(of sample: ReportCase) throws {
    let entries: [CodeQualityEntry] = try sample.decoded("gitlab")
    #expect(entries.count == sample.report.findings.count)
    for (entry, finding) in zip(entries, sample.report.findings) {
      #expect(entry.description.hasPrefix(finding.message))
      #expect(entry.description.hasSuffix(" [\(finding.rule)]"))
      #expect(entry.check_name == finding.rule.rawValue)
      #expect(entry.severity == [.error: "major", .warning: "minor", .info: "info"][finding.severity])
      #expect(entry.location.path == sample.pathFromFolder(finding.path))
      #expect(entry.location.lines.begin == sample.places(of: finding).start.line)
    }
    #expect(Set(entries.map(\.fingerprint)).count == entries.count)
  }

  @Test("fingerprints that are equal get numbers, and a number that is taken is not given")
  func fingerprints() throws {
    var sample = ReportCase.outcome
    let finding = try #require(sample.report.findings.first)
    sample.report.findings = ["a", "a (2)", "a", "a", "b"].map { fingerprint in
      var copy = finding
      copy.fingerprint = fingerprint
      return copy
    }
    let entries: [CodeQualityEntry] = try sample.decoded("gitlab")
    #expect(entries.map(\.fingerprint) == ["a", "a (2)", "a (3)", "a (4)", "b"])
  }

  @Test("no finding is an empty array")
  func nothing() throws {
    #expect(try ReportCase.clean.text("gitlab") == "[]\n")
  }
}
