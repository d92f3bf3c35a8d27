import JSONSchema
import Testing

/// The public suite for draft 2020-12, each case a test. Skipped when the suite is not beside the project.
@Suite("Conformance", .enabled(if: Suite.isThere, "the conformance cases are not beside the project"))
struct ConformanceTests {
  @Test("all files of the suite are read")
  func files() {
    #expect(Suite.required.count > 500)
    #expect(Suite.optional.count > 80)
    #expect(Suite.formats.count > 250)
  }

  @Test("required", arguments: Suite.required)
  func required(_ test: Suite.Case) throws {
    try check(test, assertFormats: false)
  }

  @Test("optional", arguments: Suite.optional)
  func optional(_ test: Suite.Case) throws {
    try check(test, assertFormats: false)
  }

  @Test("formats", arguments: Suite.formats)
  func formats(_ test: Suite.Case) throws {
    try check(test, assertFormats: true)
  }

  /// The two ways to ask agree with the suite and with each other.
  private func check(_ test: Suite.Case, assertFormats: Bool) throws {
    let schema = try Suite.compile(test, assertFormats: assertFormats)
    #expect(schema.isValid(test.data, in: test.tree) == test.isValid)
    let result = schema.validate(test.data, in: test.tree)
    #expect(result.failures.isEmpty == test.isValid)
    #expect(result.undecided.isEmpty)
  }
}
