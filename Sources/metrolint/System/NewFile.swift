#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files and folders that were not there before.
enum NewFile {
  /// Makes the file at `path`, whose folder is there. One that is there already stays as it is, and is an error.
  static func write(_ text: String, to path: String) throws(SystemError) {
    try Signals.holding { () throws(SystemError) in
      let number = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard number >= 0 else { throw .last }
      defer { close(number) }
      do throws(SystemError) {
        try Descriptor(number).write(Array(text.utf8))
        guard fsync(number) == 0 else { throw SystemError.last }
      } catch {
        unsafe unlink(path)
        throw error
      }
    }
  }

  /// Makes the folder at the absolute path `path` with the folders that it is in, where they are not there.
  static func makeFolder(_ path: String) throws(SystemError) {
    var folder = ""
    for part in path.split(separator: "/") {
      folder += "/" + part
      guard unsafe mkdir(folder, 0o777) != 0 else { continue }
      let error = SystemError.last
      var status = stat()
      guard unsafe stat(folder, &status) == 0 else { throw error }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(number: ENOTDIR) }
    }
  }
}
