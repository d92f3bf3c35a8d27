import Foundation
import Testing

/// `Documentation/WritingRules.md` goes from an empty folder to a ruleset. Its blocks say what to do:
///
///     ```yaml file=rules/ruleset.yaml        write this file
///     ```console status=1                    run the line after `$`; what follows is exactly what it writes
@Suite("The tutorial for those who write rules")
struct TutorialTests {
  @Test("each step goes as the page says")
  func steps() throws {
    let page = try String(contentsOf: Package.root.appending(path: Tutorial.path), encoding: .utf8)
    let steps = try Tutorial.steps(of: page)
    let sandbox = try Sandbox()
    for step in steps {
      switch step {
      case .write(let path, let text):
        try sandbox.write(text, to: path)
      case .run(let line, let status, let output, let lineNumber):
        let outcome = try sandbox.run(line)
        let place: Comment = "\(line), line \(lineNumber) of \(Tutorial.path)"
        #expect(outcome.status == status, place)
        #expect(outcome.outputText + outcome.errorText == output, place)
      }
    }
    #expect(steps.contains { $0.isRun })
  }
}

/// The page as steps.
private enum Tutorial {
  static let path = "Documentation/WritingRules.md"

  enum Step {
    case write(path: String, text: String)
    case run(line: String, status: Int32, output: String, lineNumber: Int)

    var isRun: Bool { if case .run = self { true } else { false } }
  }

  /// A block that no test can run.
  struct UnknownBlock: Error {
    let fence: String
    let lineNumber: Int
  }

  static func steps(of page: String) throws -> [Step] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    var steps: [Step] = []
    var next = 0
    while let start = lines[next...].firstIndex(where: { $0.hasPrefix("```") }) {
      let body = lines[(start + 1)...].prefix { $0 != "```" }
      next = min(body.endIndex + 1, lines.count)
      steps.append(try step(fence: lines[start], Array(body), lineNumber: start + 1))
    }
    return steps
  }

  private static func step(fence: Substring, _ body: [Substring], lineNumber: Int) throws -> Step {
    if let match = fence.wholeMatch(of: /```yaml file=(\S+)/) {
      return .write(path: String(match.1), text: text(body))
    }
    guard let match = fence.wholeMatch(of: /```console(?: status=(\d+))?/), let command = body.first,
      command.hasPrefix("$ ")
    else { throw UnknownBlock(fence: String(fence), lineNumber: lineNumber) }
    return .run(
      line: String(command.dropFirst(2)), status: match.1.flatMap { Int32($0) } ?? 0,
      output: text(Array(body.dropFirst())), lineNumber: lineNumber)
  }

  private static func text(_ lines: [Substring]) -> String {
    lines.map { $0 + "\n" }.joined()
  }
}
