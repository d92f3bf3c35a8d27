#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program that runs, and when.
enum Program {
  /// What tells builds of one version apart: where the program's file is, how large it is and when it was made. Empty
  /// when that cannot be known.
  static var build: String {
    var status = stat()
    guard let path, unsafe stat(path, &status) == 0 else { return "" }
    #if canImport(Darwin)
      let made = status.st_mtimespec
    #else
      let made = status.st_mtim
    #endif
    return "\(status.st_dev) \(status.st_ino) \(status.st_size) \(made.tv_sec).\(made.tv_nsec)"
  }

  #if canImport(Darwin)
    private static var path: String? {
      var size: UInt32 = 4096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard unsafe _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return unsafe String(cString: buffer)
    }
  #else
    private static let path: String? = "/proc/self/exe"
  #endif

  /// The time, in nanoseconds since 1970.
  static var now: Int64 {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
