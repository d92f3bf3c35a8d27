import Testing
import Workspace

@Suite("Finding files through links")
struct LinkTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a: 1\n", to: "set/data/a.yaml")
  }

  private func found() throws -> [FoundFile] {
    try Folder("\(folder.path)/set").files()
  }

  private let target = FoundFile(path: "data/a.yaml", kind: .file)

  @Test("a link to a file of the set is that file")
  func linkToFile() throws {
    try folder.link("set/b.yaml", to: "data/a.yaml")
    #expect(try found() == [FoundFile(path: "b.yaml", kind: .link(target: "data/a.yaml")), target])
  }

  @Test("a link to a link, and one written from the file system's root, lead to the file")
  func linkToLink() throws {
    try folder.link("set/b.yaml", to: "c.yaml")
    try folder.link("set/c.yaml", to: "\(folder.path)/set/data/a.yaml")
    #expect(
      try found() == [
        FoundFile(path: "b.yaml", kind: .link(target: "data/a.yaml")),
        FoundFile(path: "c.yaml", kind: .link(target: "data/a.yaml")), target,
      ])
  }

  @Test("a link to a folder of the set is looked into, under the link's name")
  func linkToFolder() throws {
    try folder.link("set/e", to: "data")
    #expect(try found() == [target, FoundFile(path: "e/a.yaml", kind: .file)])
    #expect(try Folder("\(folder.path)/set").read("e/a.yaml", limit: 10).bytes == Array("a: 1\n".utf8))
  }

  @Test("the second link to a folder is named and not looked into")
  func secondLink() throws {
    try folder.link("set/e", to: "data")
    try folder.link("set/f", to: "data")
    #expect(
      try found() == [
        target, FoundFile(path: "e/a.yaml", kind: .file), FoundFile(path: "f", kind: .problem(.linkAgain)),
      ])
  }

  @Test(
    "a link that leads nowhere good is named with the reason",
    arguments: [
      ("missing.yaml", FileProblem.brokenLink), ("b.yaml", .linkCycle), (".", .linkCycle),
      ("..", .folderOutside), ("../outside.yaml", .linkOutside), ("/dev/null", .linkOutside),
      ("../set-2", .folderOutside),
    ])
  func badLink(target path: String, problem: FileProblem) throws {
    try folder.write("", to: "outside.yaml")
    try folder.write("", to: "set-2/a.yaml")
    try folder.link("set/b.yaml", to: path)
    #expect(try found() == [FoundFile(path: "b.yaml", kind: .problem(problem)), target])
  }

  @Test("a link to a folder that it is in ends there")
  func linkToParent() throws {
    try folder.link("set/data/up", to: "../data")
    #expect(try found() == [target, FoundFile(path: "data/up", kind: .problem(.linkCycle))])
  }

  @Test("two folders with links to each other are each looked into once more")
  func mutualLinks() throws {
    try folder.write("", to: "set/other/b.yaml")
    try folder.link("set/data/other", to: "../other")
    try folder.link("set/other/data", to: "../data")
    #expect(
      try found() == [
        target,
        FoundFile(path: "data/other/b.yaml", kind: .file),
        FoundFile(path: "data/other/data/a.yaml", kind: .file),
        FoundFile(path: "data/other/data/other", kind: .problem(.linkAgain)),
        FoundFile(path: "other/b.yaml", kind: .file),
        FoundFile(path: "other/data", kind: .problem(.linkAgain)),
      ])
  }

  @Test("links that double at each of 40 levels do not double the work")
  func doublingLinks() throws {
    for level in 0..<40 {
      try folder.makeFolder("set/l\(level)")
      if level < 39 {
        try folder.link("set/l\(level)/x", to: "../l\(level + 1)")
        try folder.link("set/l\(level)/y", to: "../l\(level + 1)")
      }
    }
    #expect(try found().count < 200)
  }

  @Test("the last part of a path that is read may not have become a link")
  func readsNoLink() throws {
    try folder.link("set/b.yaml", to: "data/a.yaml")
    #expect(throws: FileProblem.linkCycle) { try Folder("\(folder.path)/set").read("b.yaml", limit: 10) }
  }
}
