import Foundation
import Testing

/// The action's own steps, run as the runner of GitHub runs them.
@Suite("The action for GitHub", .enabled(if: isInstalled("python"), "there is no .venv"))
struct ActionTests {
  /// Prints the scripts of the action's steps, each after a line of its name.
  private static let program = """
    import sys, yaml
    for step in yaml.safe_load(open(sys.argv[1], encoding="utf-8"))["runs"]["steps"]:
        if step["name"] == sys.argv[2]:
            print(step["run"], end="")
    """

  private func script(_ name: String) throws -> String {
    let sandbox = try Sandbox()
    try sandbox.write(Self.program, to: "steps.py")
    let python = Package.root.appending(path: ".venv/bin/python").path
    let outcome = try sandbox.run("\(python) steps.py \(Package.root.path)/action.yml '\(name)'")
    try #require(!outcome.outputText.isEmpty, "\(outcome.errorText)")
    return outcome.outputText
  }

  @Test(
    "shellcheck has nothing to say", .enabled(if: isWanted("shellcheck")),
    arguments: ["Build metrolint", "Check"])
  func shellcheck(step: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write("#!/usr/bin/env bash\nset -eo pipefail\n" + script(step), to: "step.sh")
    let outcome = try sandbox.run("shellcheck step.sh")
    #expect(outcome.status == 0, "\(outcome.outputText)")
  }

  @Test(
    "the inputs become arguments, whatever stands in them",
    arguments: [
      (
        ["DATA_SET": ".", "RULESET": "", "FAIL_ON": "error", "SARIF_FILE": ""],
        "check --output github=- --fail-on error ."
      ),
      (
        ["DATA_SET": "my set; ls", "RULESET": "$(ls)", "FAIL_ON": "never", "SARIF_FILE": "a b.sarif"],
        "check --output github=- --fail-on never --ruleset $(ls) --output sarif=a b.sarif my set; ls"
      ),
    ])
  func arguments(inputs: [String: String], expected: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write("#!/bin/sh\nprintf '%s|' \"$@\"\nexit 7\n", to: "bin/metrolint")
    try sandbox.write(script("Check"), to: "step.sh")
    let outcome = try sandbox.run(
      "chmod +x bin/metrolint; PATH=\"$PWD/bin:$PATH\" bash --noprofile --norc -eo pipefail step.sh", inputs)
    #expect(outcome.outputText.replacing("|", with: " ") == expected + " ")
    #expect(outcome.status == 7)
  }
}
