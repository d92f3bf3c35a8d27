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

  @Test("one after the other they are what they are, whatever becomes of the folders that they are in")
  func oneAfterTheOther() throws {
    let all = ["a/b/1.yaml", "a/b/2.yaml", "a/3.yaml", "a/b/3.yaml", "4.yaml", "a/b/4.yaml", "a/b/5.yaml"]
    for file in all { try folder.write("in \(file)", to: file) }
    let whole = try Folder(folder.path)
    let visited = whole.visited()
    for path in all {
      let (read, known) = (
        try visited.bytesWithStatus(of: path, limit: 100), try whole.read(path, limit: 100)
      )
      #expect(read.bytes == known.bytes)
      #expect(read.status == known.status)
      #expect(visited.statusOnDisk(of: path) == known.status)
      #expect(throws: FileProblem.tooLarge(bytes: path.utf8.count + 3, limit: 2)) {
        try visited.bytes(of: path, limit: 2)
      }
    }
    #expect(throws: FileProblem.gone) { try visited.bytes(of: "a/b/none.yaml", limit: 100) }
    #expect(visited.statusOnDisk(of: "a/b/none.yaml") == nil)
    // The folder that is open goes, and another comes in its place.
    #expect(try visited.bytes(of: "a/b/1.yaml", limit: 100) == Array("in a/b/1.yaml".utf8))
    try FileManager.default.removeItem(atPath: "\(folder.path)/a/b")
    try folder.write("new", to: "a/b/1.yaml")
    #expect(try visited.bytes(of: "a/b/1.yaml", limit: 100) == Array("new".utf8))
    #expect(throws: FileProblem.gone) { try visited.bytes(of: "a/b/2.yaml", limit: 100) }
  }

  @Test("every reason ends a sentence about the file")
  func reasons() {
    #expect(FileProblem.tooLarge(bytes: 12, limit: 10).reason == "has 12 bytes, more than the 10 allowed")
    #expect(FileProblem.refused(13).reason == "cannot be opened: permission denied")
  }
}
