import Foundation
import Testing

@Suite("Pages that show what metrolint does")
struct TutorialTests {
  @Test("each step of the tutorial goes as the page says")
  func tutorial() throws {
    try PageSteps.run("Documentation/WritingRules.md", in: Sandbox())
  }

  @Test("the first page shows what is printed when an outcome code is misspelt, and how it is repaired")
  func firstPage() throws {
    let sandbox = try Sandbox()
    try sandbox.copy("Samples/metropolis-2021", to: "Samples/metropolis-2021")
    try PageSteps.run("README.md", in: sandbox, alsoHas: ["```", "```yaml"])
  }
}
