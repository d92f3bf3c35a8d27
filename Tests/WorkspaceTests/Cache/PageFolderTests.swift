import Foundation
import Testing
import Workspace

@Suite("Pages about rules, kept for editors")
struct PageFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func pages(_ path: String) -> PageFolder {
    PageFolder(CachePlace(folder: path, build: "test", now: 1))
  }

  private func text(_ path: String?) -> String? {
    path.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }
  }

  @Test("a page is a file with the text, in a folder that is made for it, for nobody else")
  func written() throws {
    let path = pages(folder.path + "/cache").path(of: "# São\n", named: "a-rule")
    #expect(path?.hasPrefix(folder.path + "/cache/pages/a-rule-") == true)
    #expect(path?.hasSuffix(".md") == true)
    #expect(text(path) == "# São\n")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/cache")[.posixPermissions]
    #expect(mode as? Int == 0o700)
  }

  @Test("the same text has the same file, another text another one, and both stay")
  func names() throws {
    let pages = pages(folder.path)
    let (first, again) = (pages.path(of: "1", named: "a"), self.pages(folder.path).path(of: "1", named: "a"))
    let other = pages.path(of: "2", named: "a")
    #expect(first != nil && first == again && first != other)
    #expect([first, other].map(text) == ["1", "2"])
  }

  @Test("a page that somebody has typed into is mended when it is linked to again")
  func mended() throws {
    let pages = pages(folder.path)
    let path = try #require(pages.path(of: "right", named: "a"))
    try Data("wrong".utf8).write(to: URL(filePath: path))
    #expect(pages.path(of: "right", named: "a") == path)
    #expect(text(path) == "right")
  }

  @Test("where nothing can be written there is no page")
  func refused() throws {
    try folder.write("", to: "file")
    #expect(pages(folder.path + "/file").path(of: "1", named: "a") == nil)
  }

  @Test("old pages go before all of them take much room")
  func bounded() throws {
    let pages = pages(folder.path)
    let large = String(repeating: "x", count: 1 << 20)
    for number in 1...6 { #expect(pages.path(of: large + "\(number)", named: "a") != nil) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/pages").count <= 4)
    // The results beside them are none of theirs.
    try folder.write("results", to: "a.results")
    #expect(pages.path(of: large + "7", named: "a") != nil)
    #expect(text(folder.path + "/a.results") == "results")
  }
}
