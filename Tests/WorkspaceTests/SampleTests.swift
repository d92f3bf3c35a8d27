import Findings
import Foundation
import Testing
import Workspace

@Suite("The samples")
struct SampleTests {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func check(_ sample: String) async throws -> Check.Outcome {
    let environment = Environment(files: DiskFiles(), workingFolder: package.path(percentEncoded: false))
    let dataSet = try await DataSet.open(
      "Samples/\(sample)", options: DataSetOptions(), environment: environment)
    return try await Check(dataSet, options: CheckOptions(), environment: environment).run()
  }

  @Test(
    "that are corrected are clean, and every rule finds something to look at",
    arguments: ["conference", "metropolis-2021"])
  func clean(sample: String) async throws {
    let outcome = try await Self.check(sample)
    #expect(outcome.report.findings == [])
    #expect(outcome.report.notChecked == [])
    #expect(outcome.idleRules == [])
    #expect(outcome.report.files.filter { !$0.isChecked }.isEmpty)
  }
}
