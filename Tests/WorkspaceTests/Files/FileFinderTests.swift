import BenchmarkData
import Foundation
import Testing
import Workspace

@Suite("Finding files")
struct FileFinderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("an empty folder has no files")
  func empty() throws {
    #expect(try folder.found().isEmpty)
  }

  @Test("paths are relative, with /, and sorted by their bytes as whole paths")
  func order() throws {
    for path in ["b.yaml", "a/z.yaml", "a-b.yaml", "a.yaml", "a0/x.yaml", "é.yaml", "a/b/c.yaml", "B.yaml"] {
      try folder.write("", to: path)
    }
    #expect(
      try folder.found().map(\.path) == [
        "B.yaml", "a-b.yaml", "a.yaml", "a/b/c.yaml", "a/z.yaml", "a0/x.yaml", "b.yaml", "é.yaml",
      ])
    #expect(try folder.found().allSatisfy { $0.kind == .file })
  }

  @Test(
    "paths are sorted wherever their names begin to differ",
    arguments: ["", "a", "2021-03-", "a name of more than eight bytes, é "])
  func differences(_ beginning: String) throws {
    let endings = [
      "", "-", "0", "01-activity-1.yaml", "01-activity-10.yaml", "01-activity-2.yaml", "01-activity.yaml",
      "01-activities.yaml", "01-activity-of-the-day-1", "01-activity-of-the-day-10", "01-activity-of-the-day",
      "01-activity-of-the-day-é", "1234567", "12345678", "123456789", "1234567é", "z", "é", "\u{10348}",
      "\u{FFFD}",
    ]
    let names = endings.map { beginning + $0 }.filter { !$0.isEmpty }
    var random = RandomNumbers(seed: 1)
    for name in names.shuffled(using: &random) { try folder.write("", to: name) }
    for name in names { try folder.write("", to: name + "_/in.yaml") }
    let paths = names + names.map { $0 + "_/in.yaml" }
    #expect(
      try folder.found().map(\.path) == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("paths that are the same text in other bytes are told apart, and the first that can be read counts")
  func sameName() throws {
    for path in ["a/e\u{301}.yaml", "a/é.yaml", "a/f.yaml", "o\u{308}/x.yaml", "ö/x.yaml", "ö/y.yaml"] {
      try folder.write("", to: path)
    }
    try folder.link("A\u{30A}.yaml", to: "nowhere.yaml")
    try folder.write("", to: "\u{212B}.yaml")
    let found = try folder.found()
    #expect(
      found.map { Array($0.path.utf8) }
        == [
          "A%CC%8A.yaml", "a/e\u{301}.yaml", "a/f.yaml", "a/%C3%A9.yaml", "o\u{308}/x.yaml", "ö/y.yaml",
          "\u{212B}.yaml", "%C3%B6/x.yaml",
        ].map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(
      found.filter { $0.kind != .file }.map(\.path) == ["%C3%B6/x.yaml", "A%CC%8A.yaml", "a/%C3%A9.yaml"])
    #expect(
      found.filter { $0.kind == .problem(.sameName) }.map(\.path) == ["%C3%B6/x.yaml", "a/%C3%A9.yaml"])
  }

  @Test("a name that is no UTF-8 stands where it is shown")
  func orderOfNamesThatAreNoText() throws {
    try folder.write("", to: "aé.yaml")
    let name = Array("\(folder.path)/a".utf8) + [0x80] + Array(".yaml".utf8) + [0]
    let file = unsafe name.withUnsafeBytes { unsafe fopen($0.baseAddress, "w") }
    unsafe fclose(file)
    let found = try folder.found()
    #expect(found.map(\.path) == ["aé.yaml", "a\u{FFFD}.yaml"])
    #expect(found.map(\.kind) == [.file, .problem(.nameNotUTF8)])
  }

  @Test("hidden files and folders are not looked at")
  func hidden() throws {
    for path in [".a.yaml", ".git/b.yaml", "c/.d/e.yaml", "c/f.yaml"] { try folder.write("", to: path) }
    #expect(try folder.found() == [FoundFile(path: "c/f.yaml", kind: .file)])
  }

  @Test("a folder that is not to be entered is left out")
  func enters() throws {
    for path in ["drafts/a.yaml", "kept/drafts/b.yaml", "kept/c.yaml"] { try folder.write("", to: path) }
    let found = try Folder(folder.path).files { $0 != "kept/drafts" && $0 != "drafts" }
    #expect(found.map(\.path) == ["kept/c.yaml"])
  }

  @Test("a folder that is a link can be the root")
  func linkedRoot() throws {
    try folder.write("", to: "real/a.yaml")
    try folder.link("link", to: "real")
    let root = try Folder("\(folder.path)/link")
    #expect(root.files().map(\.path) == ["a.yaml"])
    #expect(root.realPath == "\(folder.path)/real")
  }

  @Test("no folder, no root")
  func noRoot() throws {
    try folder.write("", to: "a.yaml")
    #expect(throws: FileProblem.gone) { try Folder("\(folder.path)/b") }
    #expect(throws: FileProblem.gone) { try Folder("\(folder.path)/a.yaml") }
  }

  @Test("a pipe is named as what cannot be read")
  func pipe() throws {
    let make = try Process.run(
      URL(fileURLWithPath: "/usr/bin/env"), arguments: ["mkfifo", "\(folder.path)/p.yaml"])
    make.waitUntilExit()
    #expect(try folder.found() == [FoundFile(path: "p.yaml", kind: .problem(.special))])
    #expect(throws: FileProblem.special) { try Folder(folder.path).read("p.yaml", limit: 10) }
  }

  @Test("2,000 folders inside each other are found or named, and nothing overflows")
  func deep() throws {
    let path = String(repeating: "d/", count: 1_990) + "a.yaml"
    var made = ""
    for _ in 0..<199 {
      made += String(repeating: "d/", count: 10)
      try folder.makeFolder(made)
    }
    #expect(try folder.found().isEmpty)
    try folder.write("", to: path)
    #expect(try folder.found().count == 1)
  }
}
