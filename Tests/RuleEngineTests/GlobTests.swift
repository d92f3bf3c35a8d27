import Testing

@testable import RuleEngine

@Suite("Patterns for paths")
struct GlobTests {
  @Test(
    arguments: [
      ("plan.yaml", "plan.yaml", true), ("plan.yaml", "a/plan.yaml", false),
      ("*.yaml", "plan.yaml", true),
      ("*.yaml", "a/plan.yaml", false), ("a/*.yaml", "a/b.yaml", true),
      ("a/*.yaml", "a/b/c.yaml", false),
      ("a/**/*.yaml", "a/b.yaml", true), ("a/**/*.yaml", "a/b/c/d.yaml", true),
      ("a/**", "a/b/c", true), ("a/**", "a", false),
      ("**/x.yaml", "x.yaml", true), ("**/x.yaml", "a/b/x.yaml", true),
      ("**/a/**/b", "x/a/y/z/b", true),
      ("**/a/**/b", "x/a/y/z/c", false), ("?.yaml", "é.yaml", true), ("?.yaml", "ab.yaml", false),
      ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[]a]x", "]x", true),
      ("{a,b}.yaml", "b.yaml", true),
      ("{a,b/{c,d}}.yaml", "b/d.yaml", true), ("{a,b}.yaml", "c.yaml", false), ("./a", "a", true),
      ("é", "e\u{301}", true),
      ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("A", "a", false),
    ] as [(String, String, Bool)])
  func matching(pattern: String, path: String, isMatch: Bool) throws {
    #expect(try Glob(pattern).matches(path) == isMatch)
  }

  @Test("the sources of many files, one folder after the other")
  func sources() throws {
    let settings = """
      ruleset: test
      sources:
        a: {files: [ab/*.yaml, "!ab/x.yaml"]}
        b: {files: ["**/x.yaml"]}
        c: {files: ["{ab,cd}/?.yaml"]}
        d: {files: [cd/e/**, x.yaml]}
      """
    let files = RulesetFiles(origin: "", files: ["ruleset.yaml": Array(settings.utf8)])
    var finder = SourceFinder(try #require(Ruleset.read(files).ruleset))
    let expected: [(String, [Int])] = [
      ("x.yaml", [1, 3]), ("y.yaml", []), ("ab/x.yaml", [1, 2]), ("ab/y.yaml", [0, 2]),
      ("cd/x.yaml", [1, 2]),
      ("cd/y.yaml", [2]), ("cd/e/x.yaml", [1, 3]), ("cd/e/f/y.yaml", [3]), ("ab/yy.yaml", [0]),
      ("x.yaml", [1, 3]),
    ]
    for (path, sources) in expected { #expect(finder.sources(of: path) == sources, "\(path)") }
  }

  @Test("the sources of files that the end of a name tells of are those that the patterns tell of")
  func endings() throws {
    let settings = """
      ruleset: test
      sources:
        a: {files: ["a/**/*.yaml", "a/*.yml"]}
        b: {files: ["**/*-x.yaml", "!b/**"]}
        c: {files: ["a/b/*", "c/*/é*.yaml"]}
        d: {files: ["c/**/*.yaml", "c/*/*é.yaml"]}
        e: {files: ["f/*.yaml", "f/*x.yaml"]}
      """
    let files = RulesetFiles(origin: "", files: ["ruleset.yaml": Array(settings.utf8)])
    let ruleset = try #require(Ruleset.read(files).ruleset)
    var finder = SourceFinder(ruleset)
    var found: Set<[Int]> = []
    for folder in [
      "", "a/", "a/b/", "a/b/c/", "b/", "c/", "c/d/", "c/d/e/", "e\u{301}/", "c/é/", "f/", "f/a/", "ab/",
    ] {
      for name in [
        "x.yaml", "-x.yaml", "1-x.yaml", "y.yml", ".yaml", "yaml", "é.yaml", "e\u{301}.yaml", "x.YAML",
        "-x.yaml.b", "n",
      ] {
        let path = folder + name
        let expected = ruleset.sources.indices.filter { ruleset.sources[$0].files.includes(path) }
        #expect(finder.sources(of: path) == expected, "\(path)")
        found.insert(expected)
      }
    }
    #expect(found == [[], [0], [1], [2], [3], [4], [0, 1], [0, 2], [0, 1, 2], [1, 3], [1, 4], [2, 3]])
  }

  @Test("a leading ! takes away")
  func exclusion() throws {
    let globs = try ["**/*.yaml", "!drafts/**"].map { try Glob($0) }
    #expect(globs.includes("a/b.yaml"))
    #expect(!globs.includes("drafts/b.yaml"))
    #expect(!globs.includes("a/b.json"))
  }

  @Test("folders that can have a match")
  func folders() throws {
    #expect(try Glob("a/b/*.yaml").mayMatchInside("a"))
    #expect(try !Glob("a/b/*.yaml").mayMatchInside("c"))
    #expect(try !Glob("*.yaml").mayMatchInside("a"))
    #expect(try Glob("**/*.yaml").mayMatchInside("a/b/c"))
  }

  @Test("folders in which everything matches")
  func wholeFolders() throws {
    let globs = try ["drafts/**", "**/old/**", "notes/*"].map { try Glob($0) }
    for folder in ["drafts", "drafts/a/b", "old", "a/old", "a/old/b"] {
      #expect(globs.includesAllInside(folder), "\(folder)")
    }
    for folder in ["", "a", "draft", "notes", "a/drafts"] {
      #expect(!globs.includesAllInside(folder), "\(folder)")
    }
    #expect(try !["drafts/**", "!drafts/kept/*"].map { try Glob($0) }.includesAllInside("drafts"))
  }

  @Test(arguments: [
    "", "/a", "a/../b", "[a", "{a", "a}", "[b-a]", String(repeating: "{a,b}", count: 40),
  ])
  func mistakes(pattern: String) {
    #expect(throws: Glob.Mistake.self) { try Glob(pattern) }
  }

  @Test("no pattern takes long")
  func hostile() throws {
    let stars = String(repeating: "*a", count: 200)
    #expect(try !Glob(stars).matches(String(repeating: "a", count: 20_000) + "b"))
    let folders = String(repeating: "**/a/", count: 50) + "b"
    #expect(try !Glob(folders).matches(String(repeating: "a/", count: 2_000) + "c"))
  }
}
