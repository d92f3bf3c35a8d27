import Foundation
import Testing

@Suite("The habits of the house")
struct HabitTests {
  private static let code = ["Sources", "Tests", "Plugins", "Benchmarks"].flatMap(House.swiftFiles)

  @Test("no file of code is over 400 lines")
  func lengths() throws {
    #expect(!Self.code.isEmpty)
    for file in Self.code {
      let count = try House.lines(of: file).count - 1
      #expect(count <= 400, "\(file) has \(count) lines: two subjects in one room?")
    }
  }

  @Test("nothing in the sources ends the program on a mistake of others, or is left for later")
  func risks() throws {
    let risks = ["try!", "fatalError(", " as! ", "TODO", "FIXME", "XXX"]
    for file in House.swiftFiles(in: "Sources") {
      for (number, line) in try House.lines(of: file).enumerated() {
        for risk in risks { #expect(!line.contains(risk), "\(file):\(number + 1)") }
      }
    }
  }

  @Test("unsafe code stands only where C does")
  func unsafe() throws {
    let borders = [
      "Sources/YAML/", "Sources/Patterns/", "Sources/Workspace/Files/", "Sources/metrolint/System/",
      // The texts inside the program are static strings, whose bytes are behind a pointer.
      "Sources/Workspace/Rulesets/BuiltInRulesets.swift",
    ]
    for file in House.swiftFiles(in: "Sources") where !borders.contains(where: file.hasPrefix) {
      for (number, line) in try House.lines(of: file).enumerated() {
        #expect(!line.contains(#/\bunsafe /#), "\(file):\(number + 1)")
      }
    }
  }

  @Test("no file names a folder of somebody's machine")
  func machines() throws {
    let folders = ["work", "root", "home", "Users", "farm"].map { "/\($0)/" }
    for file in House.files where !file.hasPrefix("Tests/HouseTests/") {
      for (number, line) in try House.lines(of: file).enumerated() {
        for folder in folders {
          for range in line.ranges(of: folder) {
            let before = line[..<range.lowerBound].last
            #expect(before?.isLetter == true || before == ".", "\(file):\(number + 1)")
          }
        }
      }
    }
  }

  @Test("no file names the host of a registry")
  func registries() throws {
    let hosts = [
      "pypi.org", "pythonhosted.org", "npmjs.", "crates.io", "proxy.golang.org", "rubygems.org", "debian.org",
      "archive.ubuntu.com", "docker.io", "ghcr.io", "quay.io",
    ]
    for file in House.files where !file.hasPrefix("Tests/HouseTests/") {
      let text = try House.text(of: file)
      for host in hosts { #expect(!text.contains(host), "\(file): \(host)") }
    }
  }

  @Test("the first page shows the two commands")
  func firstPage() throws {
    let text = try House.text(of: "README.md")
    #expect(text.contains("make run"))
    #expect(text.contains("make test"))
  }
}
