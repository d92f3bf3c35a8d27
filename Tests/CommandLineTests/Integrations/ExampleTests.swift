import Foundation
import Testing

/// A file that another program reads, with the command of that program which tells whether it can.
private struct Integration: Sendable, CustomTestStringConvertible {
  let file: String
  /// A program of `Tests/requirements.txt` with its arguments; the file comes after them.
  let reader: [String]

  var testDescription: String { file }

  static let all = [
    Integration(file: ".pre-commit-hooks.yaml", reader: ["pre-commit", "validate-manifest"]),
    Integration(
      file: "Documentation/Examples/pre-commit-config.yaml", reader: ["pre-commit", "validate-config"]),
    Integration(
      file: "Documentation/Examples/github-workflow.yml",
      reader: ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"]),
    Integration(
      file: "action.yml", reader: ["check-jsonschema", "--builtin-schema", "vendor.github-actions"]),
    Integration(
      file: "Documentation/Examples/gitlab-ci.yml",
      reader: ["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci"]),
  ]
}

@Suite("Files for hooks and CI systems")
struct ExampleTests {
  @Test(
    "each is accepted by what reads it", .enabled(if: isInstalled("check-jsonschema"), "there is no .venv"),
    arguments: Integration.all)
  private func accepted(_ integration: Integration) throws {
    let file = Package.root.appending(path: integration.file).path
    let program = ".venv/bin/\(integration.reader[0])"
    let arguments = integration.reader.dropFirst().joined(separator: " ")
    let outcome = try Sandbox().run("\(Package.root.appending(path: program).path) \(arguments) \(file)")
    #expect(outcome.status == 0, "\(outcome.outputText)\(outcome.errorText)")
  }

  @Test("actionlint accepts the workflow", .enabled(if: isOnPath("actionlint"), "actionlint is not there"))
  func actionlint() throws {
    let file = Package.root.appending(path: "Documentation/Examples/github-workflow.yml").path
    let outcome = try Sandbox().run("actionlint \(file)")
    #expect(outcome.status == 0, "\(outcome.outputText)")
  }

  @Test("every example is tried, and the documentation leads to it")
  func complete() throws {
    let folder = Package.root.appending(path: "Documentation/Examples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let tried = Integration.all.map(\.file).filter { $0.hasPrefix("Documentation/Examples/") }
    // The matcher is held against real lines where those are made.
    let expected =
      tried.map { String($0.dropFirst("Documentation/Examples/".count)) } + ["problem-matcher.json"]
    #expect(names == expected.sorted())
    let page = try String(
      contentsOf: Package.root.appending(path: "Documentation/Integrations.md"), encoding: .utf8)
    for name in names { #expect(page.contains("(Examples/\(name))"), "\(name)") }
  }
}

/// Whether a program of `Tests/requirements.txt` is there; it counts as there where all are required.
func isInstalled(_ program: String) -> Bool {
  FileManager.default.isExecutableFile(atPath: Package.root.appending(path: ".venv/bin/\(program)").path)
    || ProcessInfo.processInfo.environment["METROLINT_REQUIRE_ALL"] == "1"
}

/// Whether a program is there that `make test` cannot install.
private func isOnPath(_ program: String) -> Bool {
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
}
