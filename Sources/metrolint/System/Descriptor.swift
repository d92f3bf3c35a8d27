#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file of the system.
struct Descriptor: Sendable {
  /// Standard output.
  static let standardOutput = Descriptor(STDOUT_FILENO)
  /// Standard error.
  static let standardError = Descriptor(STDERR_FILENO)

  /// The system's number for it.
  let number: Int32

  /// The open file of this number.
  init(_ number: Int32) {
    self.number = number
  }

  /// Opens what nobody reads or writes in the place of standard streams that are closed, so that no file that is
  /// opened later is taken for one of them. To be called first of all.
  static func fillStandardOnes() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      // The lowest free number is taken, and all below are taken already.
      _ = unsafe open("/dev/null", O_RDWR)
    }
  }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe systemWrite(number, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(number) == 1 }

  /// How many columns the terminal has; nothing when it is none or does not tell.
  var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// `write` of the system, which the method of that name hides.
private func systemWrite(_ number: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(number, bytes, count)
}
