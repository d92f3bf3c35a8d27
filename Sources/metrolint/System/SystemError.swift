#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why the system did not do something.
struct SystemError: Error, Equatable {
  /// Nobody reads the other end any more.
  static let closedPipe = SystemError(number: EPIPE)

  /// The system's number for it.
  let number: Int32

  /// Whether it says that there is nothing at a path.
  var isAbsence: Bool { number == ENOENT || number == ENOTDIR }

  /// The error of the last call in this thread.
  static var last: SystemError { SystemError(number: errno) }

  /// The system's words for it, to follow a colon: "No space left on device". In the C locale, which a program has
  /// until it asks for another.
  var message: String {
    unsafe String(cString: strerror(number))
  }
}
