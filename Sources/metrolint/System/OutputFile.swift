#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that metrolint writes.
enum OutputFile {
  /// Makes `bytes` the content of the file at `path`: all of it or, when that fails, nothing.
  ///
  /// They are written beside the file and take its place at the end; its mode and the links that lead to it stay. What
  /// is no plain file (a device, a pipe) is written to as it is.
  static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try writeInPlace(bytes, to: path)
      return
    }
    if exists, unsafe access(path, W_OK) != 0 { throw .last }
    let target = exists ? try realPath(of: path) : path
    try Signals.holding { () throws(SystemError) in
      try replace(target, by: bytes, mode: exists ? status.st_mode & 0o7777 : nil)
    }
  }

  private static func writeInPlace(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let number = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { throw .last }
    defer { close(number) }
    try Descriptor(number).write(bytes)
  }

  private static func replace(_ path: String, by bytes: [UInt8], mode: mode_t?) throws(SystemError) {
    let (temporary, number) = try openBeside(path)
    do throws(SystemError) {
      defer { close(number) }
      if let mode, fchmod(number, mode) != 0 { throw SystemError.last }
      try Descriptor(number).write(bytes)
      guard fsync(number) == 0 else { throw SystemError.last }
      guard unsafe rename(temporary, path) == 0 else { throw SystemError.last }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  /// Makes a new file in the folder of `path`, hidden and named so that the next run would not take it for data.
  private static func openBeside(_ path: String) throws(SystemError) -> (path: String, number: Int32) {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    for attempt in 0... {
      let temporary = "\(path[..<slash]).metrolint-\(getpid())-\(attempt).tmp"
      let number = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if number >= 0 { return (temporary, number) }
      guard errno == EEXIST else { break }
    }
    throw .last
  }

  private static func realPath(of path: String) throws(SystemError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw .last }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
