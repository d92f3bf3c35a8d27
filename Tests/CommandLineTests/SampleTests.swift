import Foundation
import Testing

@Suite("The sample sets, as a user checks them")
struct SampleTests {
  /// The sets that are right. Infos count as well: there is nothing to say of them.
  @Test("a set that is right has no finding", arguments: ["metropolis-2021", "conference"])
  func clean(set: String) throws {
    let sandbox = try Sandbox()
    try sandbox.copy("Samples/\(set)", to: "Samples/\(set)")
    let outcome = try sandbox.run("metrolint check Samples/\(set) --format concise --fail-on info")
    #expect(outcome.outputText == "")
    #expect(outcome.status == 0)
  }

  /// What the report says as it was printed, in every format that `Samples/as-published.expected` has.
  @Test("the set as it was published has exactly its findings", arguments: try Self.formats)
  func published(format: String) throws {
    let sandbox = try Sandbox()
    try sandbox.copy("Samples/as-published", to: "Samples/as-published")
    let outcome = try sandbox.run("metrolint check Samples/as-published --format \(format)")
    let expected = try String(contentsOf: Self.expected.appending(path: format), encoding: .utf8)
    #expect(outcome.outputText == expected)
    #expect(outcome.status == 1)
  }

  private static let expected = Package.root.appending(path: "Samples/as-published.expected")

  private static var formats: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: expected.path).sorted() }
  }
}
