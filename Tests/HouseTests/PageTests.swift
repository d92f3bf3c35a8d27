import Foundation
import Testing

/// What the code has in its tables stands in the documentation, and what the documentation speaks of is there.
@Suite("The documentation, held to the code")
struct PageTests {
  @Test("the ruleset language has a section for every kind of rule, with each of its options")
  func kinds() throws {
    let page = try House.text(of: "Documentation/RulesetLanguage.md")
    let sections = page.split(separator: "\n### ").dropFirst()
    let kinds = try #require(Family.all.first { $0.name == "kinds of rules" })
    #expect(
      Set(sections.compactMap { $0.split(separator: "\n").first.map(String.init) }).isSuperset(
        of: try kinds.listed))
    for kind in try kinds.listed {
      let section = try #require(sections.first { $0.hasPrefix("\(kind)\n") })
      let code = try House.text(of: "\(kinds.folder)/\(kind.capitalized)Rule.swift")
      for list in code.matches(of: /allowed: \[([^\]]*)\]/) {
        for option in list.1.matches(of: /"([a-z-]+)"/) {
          #expect(section.contains(option.1), "\(kind): \(option.1)")
        }
      }
    }
  }

  @Test("the ruleset language names every rule that needs no ruleset")
  func builtInRules() throws {
    let page = try House.text(of: "Documentation/RulesetLanguage.md")
    let rules = try House.text(of: "Sources/RuleEngine/BuiltIn/BuiltInRules.swift").matches(
      of: /id: "([a-z-]+)"/)
    #expect(rules.count > 10)
    for rule in rules { #expect(page.contains("`\(rule.1)`"), "\(rule.1)") }
  }

  @Test(
    "the first page and the page about other programs name every format",
    arguments: ["README.md", "Documentation/Integrations.md"])
  func formats(page: String) throws {
    let formats = try #require(Family.all.first { $0.name == "formats" })
    let text = try House.text(of: page)
    for format in try formats.listed { #expect(text.contains("`\(format)`"), "\(format)") }
  }

  @Test("the page about configuration has each of its keys, and each comment that hides")
  func configuration() throws {
    let page = try House.text(of: "Documentation/Configuration.md")
    let code = try House.text(of: "Sources/Workspace/Configuration/ConfigurationReading.swift")
    let keys = try #require(code.firstMatch(of: /allowed: \[([^\]]*)\]/)).1.matches(of: /"([a-z-]+)"/)
    #expect(keys.count >= 4)
    for key in keys { #expect(page.contains("\n\(key.1):"), "\(key.1)") }
    let scopes = try House.text(of: "Sources/Workspace/Quieting/Suppression.swift").matches(
      of: /"(disable-[a-z-]+)"/)
    #expect(scopes.count == 3)
    for scope in scopes { #expect(page.contains("`# metrolint: \(scope.1)`"), "\(scope.1)") }
  }

  @Test("the architecture has a paragraph about every target")
  func targets() throws {
    let page = try House.text(of: "Documentation/Architecture.md")
    let targets = try House.text(of: "Package.swift").matches(
      of: /\.(?:target|executableTarget|systemLibrary|plugin)\(\s*name: "([\w-]+)"/)
    #expect(targets.count > 15)
    for target in targets { #expect(page.contains("**`\(target.1)`**"), "\(target.1)") }
  }

  @Test("every link between pages leads to a file, and to a heading of it", arguments: Self.pages)
  func links(page: String) throws {
    let folder = House.root.appending(path: page).deletingLastPathComponent()
    for link in try House.text(of: page).matches(of: /\]\(([^)\s]*)\)/) where !link.1.contains("://") {
      let parts = link.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      let file = parts[0].isEmpty ? House.root.appending(path: page) : folder.appending(path: parts[0])
      #expect(FileManager.default.fileExists(atPath: file.path), "\(page): \(link.1)")
      guard parts.count == 2, let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      #expect(text.contains("\n## \(parts[1])\n"), "\(page): \(link.1)")
    }
  }

  @Test("every page of the documentation can be reached from the first one")
  func reachable() throws {
    var (reached, open): (Set<String>, [String]) = ([], ["README.md"])
    while let page = open.popLast() {
      guard reached.insert(page).inserted, page.hasSuffix(".md") else { continue }
      let folder = House.root.appending(path: page).deletingLastPathComponent()
      for link in try House.text(of: page).matches(of: /\]\(([^)\s#]+)[^)\s]*\)/)
      where !link.1.contains("://") {
        let path = folder.appending(path: String(link.1)).standardizedFileURL.path
        let file = String(path.dropFirst(House.root.standardizedFileURL.path.count + 1))
        if House.files.contains(file) { open.append(file) }
      }
    }
    let all = House.files.filter {
      $0.hasSuffix(".md") && ($0.hasPrefix("Documentation/") || !$0.contains("/"))
    }
    #expect(!all.isEmpty)
    #expect(Set(all).subtracting(reached) == [])
  }

  private static let pages = House.files.filter { $0.hasSuffix(".md") }
}
