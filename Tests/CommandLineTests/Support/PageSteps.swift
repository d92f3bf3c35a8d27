import Foundation
import Testing

/// A page of documentation whose blocks say what to do:
///
///     ```yaml file=rules/ruleset.yaml        write this file
///     ```console status=1                    run the line after `$`; what follows is exactly what it writes
enum PageSteps {
  /// A block that no test can run.
  struct UnknownBlock: Error {
    let fence: String
    let lineNumber: Int
  }

  private enum Step {
    case write(path: String, text: String)
    case run(line: String, status: Int32, output: String, lineNumber: Int)

    var isRun: Bool { if case .run = self { true } else { false } }
  }

  /// Goes through the steps of the page at `path`.
  ///
  /// - Parameter otherFences: how blocks begin that are no steps.
  static func run(_ path: String, in sandbox: Sandbox, alsoHas otherFences: Set<Substring> = []) throws {
    let page = try String(contentsOf: Package.root.appending(path: path), encoding: .utf8)
    let steps = try steps(of: page, without: otherFences)
    for step in steps {
      switch step {
      case .write(let path, let text):
        try sandbox.write(text, to: path)
      case .run(let line, let status, let output, let lineNumber):
        let outcome = try sandbox.run(line)
        let place: Comment = "\(line), line \(lineNumber) of \(path)"
        #expect(outcome.status == status, place)
        #expect(outcome.outputText + outcome.errorText == output, place)
      }
    }
    #expect(steps.contains { $0.isRun })
  }

  private static func steps(of page: String, without otherFences: Set<Substring>) throws -> [Step] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    var steps: [Step] = []
    var next = 0
    while let start = lines[next...].firstIndex(where: { $0.hasPrefix("```") }) {
      let body = lines[(start + 1)...].prefix { $0 != "```" }
      next = min(body.endIndex + 1, lines.count)
      guard !otherFences.contains(lines[start]) else { continue }
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
