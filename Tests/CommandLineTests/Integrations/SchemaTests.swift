import Foundation
import Testing

@Suite(
  "Schemas for editors without the server",
  .enabled(if: isInstalled("check-jsonschema"), "there is no .venv"))
struct SchemaTests {
  private static let validator = Package.root.appending(path: ".venv/bin/check-jsonschema").path
  private static let set = Package.root.appending(path: "Samples/metropolis-2021").path
  private static let sources = [
    "plan", "challenges", "alliances", "membership", "secretariat", "activities", "media", "meetings",
    "report",
  ]

  @Test("each is a schema under its meta-schema", arguments: sources)
  func schemas(source: String) throws {
    let outcome = try Sandbox().run(
      "metrolint schema \(source) '\(Self.set)' > it.json && \(Self.validator) --check-metaschema it.json")
    #expect(outcome.status == 0, "\(outcome.outputText)\(outcome.errorText)")
  }

  @Test("a validator accepts what the sample has, and refuses a code that the plan does not have")
  func activities() throws {
    let sandbox = try Sandbox()
    let good = try sandbox.run(
      "metrolint schema activities '\(Self.set)' > it.json"
        + " && \(Self.validator) --schemafile it.json '\(Self.set)'/activities/*.yaml")
    #expect(good.status == 0, "\(good.outputText)\(good.errorText)")
    let wrong = try sandbox.run(
      "printf 'title: T\\ndate: 2021-03-08\\nline: L1\\nsummary: S\\noutcomes: [L1A9D9]\\n' > wrong.yaml"
        + " && \(Self.validator) --schemafile it.json wrong.yaml")
    #expect(wrong.status == 1)
    #expect(wrong.outputText.contains("$.outcomes[0]: 'L1A9D9' is not one of"), "\(wrong.outputText)")
  }

  @Test("each key has its description beside it")
  func descriptions() throws {
    let outcome = try Sandbox().run("metrolint schema activities '\(Self.set)'")
    let schema = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    let parts = try #require(schema?["allOf"] as? [[String: Any]])
    let outcomes = parts.compactMap { part in
      ((part["properties"] as? [String: Any])?["outcomes"] as? [String: Any])?["items"] as? [String: Any]
    }
    let keys = try #require(outcomes.first?["enum"] as? [String])
    let texts = try #require(outcomes.first?["enumDescriptions"] as? [String])
    #expect(keys.count == texts.count)
    let number = try #require(keys.firstIndex(of: "L1A2D4"))
    #expect(
      texts[number]
        == "Support metropolitan leaders in making their voices heard at the international level")
  }
}
