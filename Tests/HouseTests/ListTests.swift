import Foundation
import Testing

/// Something of which there are many, each in a file of its own, and all in one sorted list.
struct Family: Sendable, CustomTestStringConvertible {
  /// What they are.
  let name: String
  /// The folder of their files.
  let folder: String
  /// How the name of each one's file ends.
  let ending: String
  /// The file with the list, which is not one of them.
  let list: String
  /// A line of the list, with the name of one.
  let line: @Sendable (Substring) -> Substring?

  var testDescription: String { name }

  static let all = [
    Family(
      name: "commands", folder: "Sources/metrolint/Commands", ending: ".swift",
      list: "Sources/metrolint/Commands/Commands.swift",
      line: { $0.wholeMatch(of: #/    { (\w+) },/#)?.1 }),
    Family(
      name: "formats", folder: "Sources/Reporters", ending: "Reporter.swift",
      list: "Sources/Reporters/Format.swift",
      line: { $0.prefixMatch(of: #/    Format\("(\w+)"/#)?.1 }),
    Family(
      name: "functions of JSONPath", folder: "Sources/JSONPath/Functions", ending: "Function.swift",
      list: "Sources/JSONPath/Functions/Function.swift",
      line: { $0.wholeMatch(of: #/    (\w+),/#)?.1 }),
    Family(
      name: "kinds of rules", folder: "Sources/RuleEngine/Kinds", ending: "Rule.swift",
      list: "Sources/RuleEngine/Kinds/RuleKind.swift",
      line: { $0.wholeMatch(of: #/    (\w+)Rule\.self,/#)?.1 }),
    Family(
      name: "notifications of an editor", folder: "Sources/LanguageServer/Notifications", ending: ".swift",
      list: "Sources/LanguageServer/Notifications/Notifications.swift",
      line: { $0.wholeMatch(of: #/    (\w+),/#)?.1 }),
    Family(
      name: "requests of an editor", folder: "Sources/LanguageServer/Requests", ending: ".swift",
      list: "Sources/LanguageServer/Requests/Requests.swift",
      line: { $0.wholeMatch(of: #/    (\w+),/#)?.1 }),
  ]

  /// Their names by the files, as the list would have them.
  var files: [String] {
    House.swiftFiles(in: folder).filter { $0.hasSuffix(ending) && $0 != list }.map { file in
      file.dropFirst(folder.count + 1).dropLast(ending.count).lowercased()
    }.sorted()
  }

  /// The names in the list.
  var listed: [String] {
    get throws { try House.lines(of: list).compactMap(line).map { $0.lowercased() } }
  }
}

@Suite("One file each, one line each")
struct ListTests {
  @Test("each has its file and its line, and the lines are sorted", arguments: Family.all)
  func family(_ family: Family) throws {
    #expect(try family.listed == family.files)
    #expect(!family.files.isEmpty)
  }
}
