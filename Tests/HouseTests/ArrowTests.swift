import Foundation
import Testing

/// What each target may import is written in `Package.swift` and in `Documentation/Architecture.md`. The package manager
/// lets a target import what it reaches through others, so the `import` lines are compared here.
@Suite("The arrows between targets")
struct ArrowTests {
  @Test("the table of the documentation is that of the package", arguments: try Arrows.package.keys.sorted())
  func table(target: String) throws {
    #expect(try Arrows.documentation[target]?.sorted() == Arrows.package[target]?.sorted())
  }

  @Test("the documentation has no target that the package has not")
  func noStrangers() throws {
    #expect(try Arrows.documentation.keys.sorted() == Arrows.package.keys.sorted())
  }

  @Test("a target imports only what its row lists", arguments: try Arrows.package.keys.sorted())
  func imports(target: String) throws {
    let targets = Set(try Arrows.package.keys)
    let allowed = Set(try Arrows.package[target] ?? [])
    for file in House.swiftFiles(in: try Arrows.folder(of: target)) {
      for module in try Arrows.imports(of: file) where targets.contains(module) {
        #expect(allowed.contains(module), "\(file) imports \(module)")
      }
    }
  }

  @Test("no arrow leads back", arguments: try Arrows.package.keys.sorted())
  func noCycles(target: String) throws {
    let arrows = try Arrows.package
    var reached: Set<String> = []
    var open = arrows[target] ?? []
    while let next = open.popLast() {
      if reached.insert(next).inserted { open += arrows[next] ?? [] }
    }
    #expect(!reached.contains(target))
  }
}

private enum Arrows {
  /// What `Package.swift` lets each target import, but for tests and plugins.
  static var package: [String: [String]] {
    get throws {
      Dictionary(
        try targets.map { match in
          (String(match.1), (match.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) })
        }, uniquingKeysWith: +)
    }
  }

  /// The folder of a target.
  static func folder(of target: String) throws -> String {
    try targets.first { $0.1 == target }?.3.map(String.init) ?? "Sources/\(target)"
  }

  private typealias Target = (Substring, Substring, Substring?, Substring?)

  private static var targets: [Target] {
    get throws {
      let target =
        #/
        \.(?:target|executableTarget|systemLibrary)\(\s*name:\s"([\w\-]+)"
        (?:,\s*dependencies:\s\[([^\]]*)\])?
        (?:,\s*path:\s"([^"]*)")?
        /#
      return try House.text(of: "Package.swift").matches(of: target).map(\.output)
    }
  }

  /// What the table of the documentation says.
  static var documentation: [String: [String]] {
    get throws {
      let row = /\| `([\w-]+)` \| ([^|]*) \|/
      var table: [String: [String]] = [:]
      for line in try House.lines(of: "Documentation/Architecture.md") {
        guard let match = line.wholeMatch(of: row) else { continue }
        table[String(match.1)] = match.2.matches(of: /`(\w+)`/).map { String($0.1) }
      }
      return table
    }
  }

  /// The modules that a file imports.
  static func imports(of file: String) throws -> [String] {
    try House.lines(of: file).compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), words[..<position].allSatisfy(isModifier) else {
        return nil
      }
      return words.last.map(String.init)
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["package", "internal", "private", "fileprivate", "public"].contains(word)
  }
}
