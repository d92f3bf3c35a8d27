#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that a call names. It may be a pipe, as a shell's `<(…)` is one, but no device, which may have no end.
enum InputFile {
  /// What stands for standard input.
  static let standardInput = "-"

  /// The bytes of the file at `path`, or of standard input for `-`.
  ///
  /// - Parameter limit: the most bytes that are read; what has more is refused.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    if path == standardInput { return try read(STDIN_FILENO, "standard input", sizeHint: 0, limit: limit) }
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else {
      let error = SystemError.last
      if error.isAbsence { throw .misuse("there is no \(path)") }
      throw .system("\(path) cannot be read: \(error.message)")
    }
    defer { close(number) }
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else {
      throw .system("\(path) cannot be read: \(SystemError.last.message)")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return try read(number, path, sizeHint: Int(status.st_size), limit: limit)
    case S_IFIFO, S_IFSOCK: return try read(number, path, sizeHint: 0, limit: limit)
    case S_IFDIR: throw .misuse("\(path) is a folder, no file")
    default: throw .misuse("\(path) is a device, no file")
    }
  }

  private static func read(
    _ number: Int32, _ name: String, sizeHint: Int, limit: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than the size, so that the end of a file that did not grow is seen at the first look.
    var room = min(sizeHint, limit) + 1
    while true {
      let (part, error) = read(number, room)
      if let error { throw .system("\(name) cannot be read: \(error.message)") }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else { throw .misuse("\(name) has more than the \(limit) bytes allowed") }
      if part.count < room, sizeHint > 0 || part.isEmpty { return bytes }
      room = max(1 << 16, min(bytes.count, 1 << 24))
    }
  }

  /// Up to `room` bytes: fewer at the end of a file, and as many as there are of a pipe.
  private static func read(_ number: Int32, _ room: Int) -> (bytes: [UInt8], error: SystemError?) {
    var error: SystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var result: Int
      repeat {
        result = unsafe systemRead(number, buffer.baseAddress, room)
      } while result < 0 && errno == EINTR
      if result < 0 { error = .last }
      count = max(0, result)
    }
    return (bytes, error)
  }
}

/// `read` of the system, which the methods of that name hide.
private func systemRead(_ number: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  unsafe read(number, buffer, count)
}
