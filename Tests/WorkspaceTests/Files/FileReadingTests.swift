import Foundation
import Testing
import Workspace

@Suite("Reading files")
struct FileReadingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func read(_ path: String, limit: Int = 1 << 20) throws -> (bytes: [UInt8], status: FileStatus) {
    try Folder(folder.path).read(path, limit: limit)
  }

  @Test("the very bytes and the status come back", arguments: [0, 1, 5_000, 300_000])
  func bytes(count: Int) throws {
    let text = String(repeating: "a", count: count)
    try folder.write(text, to: "a.yaml")
    let file = try read("a.yaml")
    #expect(file.bytes == Array(text.utf8))
    #expect(file.status.size == count)
    #expect(try file.status == Folder(folder.path).status(of: "a.yaml"))
  }

  @Test("a file of the limit's size is read, one a byte larger is not")
  func limit() throws {
    try folder.write("12345", to: "a.yaml")
    #expect(try read("a.yaml", limit: 5).bytes.count == 5)
    #expect(throws: FileProblem.tooLarge(bytes: 5, limit: 4)) { try read("a.yaml", limit: 4) }
  }

  @Test("what is no file is refused")
  func noFile() throws {
    try folder.makeFolder("d")
    #expect(throws: FileProblem.gone) { try read("a.yaml") }
    #expect(throws: FileProblem.special) { try read("d") }
    #expect(throws: FileProblem.special) { try Folder(folder.path).status(of: "d") }
    #expect(throws: FileProblem.special) { try Folder("/dev").read("null", limit: 10) }
  }

  @Test("a change that keeps the size and the time stamp shows in the status")
  func sameSizeAndTime() throws {
    try folder.write("a: 1", to: "a.yaml")
    let before = try read("a.yaml").status
    let path = "\(folder.path)/a.yaml"
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    // The file system's clock may tick only every few milliseconds.
    Thread.sleep(forTimeInterval: 0.05)
    try folder.write("a: 2", to: "a.yaml")
    try FileManager.default.setAttributes([.modificationDate: try #require(date)], ofItemAtPath: path)
    let after = try read("a.yaml").status
    #expect(after.size == before.size)
    #expect(after != before)
  }

  @Test("every reason ends a sentence about the file")
  func reasons() {
    #expect(FileProblem.tooLarge(bytes: 12, limit: 10).reason == "has 12 bytes, more than the 10 allowed")
    #expect(FileProblem.refused(13).reason == "cannot be opened: permission denied")
  }
}
