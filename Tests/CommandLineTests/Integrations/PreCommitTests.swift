import Foundation
import Testing

/// The hooks in the real `pre-commit`, in a repository with a data set.
@Suite("pre-commit", .enabled(if: isInstalled("pre-commit"), "there is no .venv"))
struct PreCommitTests {
  /// What a commit needs: a name, and no settings of the machine.
  private static let environment = [
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_NOSYSTEM": "1",
  ]

  /// The file whose code is as it was printed in the report in the bad commit: one that the plan does not have.
  private static let file = "activities/2021-03-08-international-womens-day.yaml"
  private static let corrected = "outcomes: [L1A2D3]"
  private static let printed = "outcomes: [L1A1D3]"

  private static let isComplete = ProcessInfo.processInfo.environment["METROLINT_REQUIRE_ALL"] == "1"

  @Test("a commit that breaks a reference is refused, and one that does not is made")
  func installed() throws {
    try commit(with: "metrolint-system", seconds: 60)
  }

  @Test(
    "the same with metrolint built from its sources",
    .enabled(if: isComplete, "it takes minutes, so it runs where every test is to run"))
  func built() throws {
    // Building all for release takes under four minutes of one core, and many more where others are at work.
    try commit(with: "metrolint", seconds: 1800)
  }

  private func commit(with hook: String, seconds: Int) throws {
    let sandbox = try Sandbox()
    func run(_ line: String) throws -> Sandbox.Outcome {
      try sandbox.run(line, Self.environment, seconds: seconds)
    }
    // The hook's repository is this package as it is now, whether that is committed or not.
    let excluded = [".build", ".git", ".venv"].map { "--exclude=./\($0)" }.joined(separator: " ")
    try expectSuccess(
      run(
        "mkdir hook && tar -C '\(Package.root.path)' \(excluded) -cf - . | tar -C hook -xf - && cd hook "
          + "&& git init -q && git add -A && git commit -q -m hook"))
    let revision = try run("git -C hook rev-parse HEAD").outputText.filter { !$0.isNewline }

    try sandbox.copy("Samples/metropolis-2021", to: "data")
    try sandbox.write(
      """
      repos:
        - repo: \(sandbox.folder.path)/hook
          rev: \(revision)
          hooks:
            - id: \(hook)

      """, to: "data/.pre-commit-config.yaml")
    let preCommit = Package.root.appending(path: ".venv/bin/pre-commit").path
    try expectSuccess(run("cd data && git init -q && '\(preCommit)' install --install-hooks && git add -A"))
    try expectSuccess(run("cd data && git commit -q -m 'the set as it is'"))

    let path = "data/\(Self.file)"
    let text = try #require(sandbox.text(of: path))
    try #require(text.contains(Self.corrected))
    try sandbox.write(text.replacing(Self.corrected, with: Self.printed), to: path)
    let refused = try run("cd data && git commit -q -a -m 'a code that is not there'")
    #expect(refused.status == 1)
    let shown = refused.outputText + refused.errorText
    #expect(shown.contains("error[outcome-exists]"), "\(shown)")
    #expect(shown.contains(Self.printed), "\(shown)")
    #expect(try run("cd data && git log --oneline").outputText.split(separator: "\n").count == 1)

    try sandbox.write("# \(hook)\n" + text, to: path)
    try expectSuccess(run("cd data && git commit -q -a -m 'a comment'"))
    #expect(try run("cd data && git log --oneline").outputText.split(separator: "\n").count == 2)
  }

  private func expectSuccess(_ outcome: Sandbox.Outcome, location: SourceLocation = #_sourceLocation) throws {
    try #require(
      outcome.status == 0, "\(outcome.outputText)\(outcome.errorText)", sourceLocation: location)
  }
}
