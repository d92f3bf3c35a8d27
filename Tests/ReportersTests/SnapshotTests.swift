import Reporters
import Testing

@Suite("Each format's exact bytes")
struct SnapshotTests {
  @Test("each case in each format is as its file says", arguments: ReportCase.all, Format.all.map(\.name))
  func snapshots(of sample: ReportCase, in name: String) throws {
    let format = try #require(Format.named(name))
    let bytes = format.render(sample.report, sample.sources, ReportOptions())
    try Snapshot.expect(bytes, as: "\(sample.name).\(format.name)")
  }

  @Test("no file beside the tests is left over")
  func noStrangers() throws {
    let expected = ReportCase.all.flatMap { sample in Format.all.map { "\(sample.name).\($0.name)" } }
    #expect(try Snapshot.names == expected.sorted())
  }

  @Test("formats are listed by name")
  func sorted() {
    #expect(Format.all.map(\.name) == Format.all.map(\.name).sorted())
    #expect(Format.named("junit")?.name == "junit")
    #expect(Format.named("JUnit") == nil)
  }
}
