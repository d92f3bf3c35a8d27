#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processes of the system.
enum Processes {
  /// Whether there is a process with this number.
  static func isRunning(_ number: Int) -> Bool {
    // Zero and less would ask about groups of processes.
    guard let number = Int32(exactly: number), number > 0 else { return true }
    // Somebody else's process may not be signalled, but is there.
    return kill(number, 0) == 0 || errno != ESRCH
  }
}
