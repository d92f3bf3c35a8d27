import Synchronization
import YAML

/// A folder for one who asks for one file after the other. Most stand beside the one before, so that the folder which they are
/// in is kept open: to look for it each time is a fifth of what opening a file costs.
final class FolderVisit: FileFolder {
  private let folder: Folder
  private let place = Mutex(Place())

  /// Where the last file was.
  private struct Place {
    /// The path of the folder that it is in, in UTF-8, with `/` at its end.
    var path: [UInt8] = []
    /// The same open. Nothing before a second file in it is asked for, and when it cannot be opened.
    var folder: Folder?
    var isLookedFor = false
  }

  init(_ folder: Folder) { self.folder = folder }

  /// What `path` begins with when `folder` is asked for it, and where it goes on.
  private func beginning(of path: String) -> (folder: Folder, start: Int)? {
    let bytes = path.utf8Span.span
    guard let end = bytes.indices.last(where: { bytes[$0] == UInt8(ascii: "/") }) else { return nil }
    let parent = bytes.extracting(...end)
    return place.withLock { place in
      if !place.path.span.isEqual(to: parent) {
        place = Place(path: parent.indices.map { parent[$0] })
        return nil
      }
      if !place.isLookedFor {
        place.isLookedFor = true
        place.folder = try? Folder(String(decoding: place.path.dropLast(), as: UTF8.self), in: folder)
      }
      return place.folder.map { ($0, parent.count) }
    }
  }

  func bytesWithStatus(of path: String, limit: Int) throws(FileProblem)
    -> (bytes: [UInt8], status: FileStatus?)
  {
    // Whatever goes wrong on the short way, the long one tells.
    if let (near, start) = beginning(of: path), let read = try? near.read(path, from: start, limit: limit) {
      return (read.bytes, read.status)
    }
    return try folder.bytesWithStatus(of: path, limit: limit)
  }

  func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    try bytesWithStatus(of: path, limit: limit).bytes
  }

  func statusOnDisk(of path: String) -> FileStatus? {
    if let (near, start) = beginning(of: path), let status = try? near.status(of: path, from: start) {
      return status
    }
    return folder.statusOnDisk(of: path)
  }

  func files(enters: (String) -> Bool) -> [FoundFile] { folder.files(enters: enters) }

  func visited() -> any FileFolder { FolderVisit(folder) }
}
