#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that a command runs in.
enum WorkingFolder {
  /// Its absolute path.
  static func path() throws(Failure) -> String {
    guard let path = unsafe getcwd(nil, 0) else {
      throw .system("the folder that the command runs in is not there: \(SystemError.last.message)")
    }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
