import Foundation
import Testing

@Suite("Scenarios: files, a command, and exactly what comes of it")
struct ScenarioTests {
  @Test("each scenario goes as its file says", arguments: Scenario.all)
  func scenario(_ scenario: Scenario) throws {
    let sandbox = try Sandbox()
    for (path, text) in scenario.files { try sandbox.write(text, to: path) }
    for (from, to) in scenario.copies { try sandbox.copy(from, to: to) }
    for step in scenario.steps {
      let outcome = try sandbox.run(step.line)
      #expect(outcome.status == step.status, "\(step.line)")
      expect(outcome.outputText, step.output, "standard output of \(step.line)")
      expect(outcome.errorText, step.errors, "standard error of \(step.line)")
      for (path, text) in step.files {
        expect(sandbox.text(of: path) ?? "(there is no such file)", text, "\(path) after \(step.line)")
      }
    }
  }

  @Test("every file of the folder is a scenario that runs something")
  func noStrangers() throws {
    let folder = Package.root.appending(path: "Tests/CommandLineTests/Scenarios")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == Scenario.all.map { $0.name + ".scenario" })
    #expect(!names.isEmpty)
    for scenario in Scenario.all { #expect(!scenario.steps.isEmpty, "\(scenario.name)") }
  }

  /// Holds a text against what it must be, and shows the first line that differs.
  private func expect(_ actual: String, _ expected: String, _ what: String) {
    guard actual != expected else { return }
    let (left, right) = (lines(expected), lines(actual))
    let number = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    Issue.record(
      """
      \(what) differs from line \(number + 1)
      expected: \(number < left.count ? left[number] : "(the end)")
      actual:   \(number < right.count ? right[number] : "(the end)")
      all of it:
      \(actual)
      """)
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

extension Scenario: CustomTestStringConvertible {
  var testDescription: String { name }
}
