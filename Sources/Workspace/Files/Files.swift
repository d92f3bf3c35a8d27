/// Files as a data set has them: a disk, a disk with an editor's buffers before it, or a table in a test.
package protocol Files: Sendable {
  /// What stands at an absolute path; links are followed.
  func kind(of path: String) -> FileKind

  /// All files below the folder at an absolute path, with paths relative to it, sorted by their bytes. Hidden files
  /// and folders are passed over, and links that lead out of the folder or nowhere are told as such.
  func files(below folder: String) throws(FileFailure) -> [ListedFile]

  /// The bytes of the file at an absolute path.
  func bytes(of path: String, limit: Int) throws(FileFailure) -> [UInt8]
}

/// What stands at a path.
package enum FileKind: Sendable, Hashable {
  /// Nothing.
  case absent
  /// A file with bytes.
  case file
  /// A folder.
  case folder
  /// A device, a pipe or a socket.
  case other
}

/// A file found below a folder.
package struct ListedFile: Sendable, Hashable {
  /// Relative to the folder, with `/`.
  package let path: String
  /// Its size in bytes, as far as it is known without reading it.
  package let size: Int
  /// Why it cannot be read; nothing when it can be tried.
  package let failure: FileFailure?

  /// A file at a path relative to the folder.
  package init(path: String, size: Int, failure: FileFailure? = nil) {
    self.path = path
    self.size = size
    self.failure = failure
  }
}

/// Why a file cannot be read.
package struct FileFailure: Error, Sendable, Hashable {
  /// The reason as the rest of a sentence that begins with the file, without a final stop: "is a pipe, no file".
  package let reason: String

  /// A reason.
  package init(_ reason: String) {
    self.reason = reason
  }
}
