import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input as it comes, for a command that talks with another program.
enum StandardInput {
  /// What the thread that reads gives the bytes to.
  private static let target = Mutex<AsyncStream<[UInt8]>.Continuation?>(nil)

  /// The bytes as they come, up to the end of the input; to be asked for once. A thread of its own waits for them, so
  /// that nothing else has to.
  static func stream() -> AsyncStream<[UInt8]> {
    let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
    target.withLock { $0 = continuation }
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = unsafe pthread_create(&thread, nil, work, nil)
    if status != 0 { continuation.finish() }
    return stream
  }

  /// What the thread does.
  private static let work: Work = { _ in
    if let continuation = target.withLock({ $0 }) { read(continuation) }
    return nil
  }

  #if canImport(Darwin)
    private typealias Work = @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer?
  #else
    private typealias Work = @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
  #endif

  private static func read(_ continuation: AsyncStream<[UInt8]>.Continuation) {
    while true {
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = unsafe max(0, readAgain(buffer.baseAddress, buffer.count))
      }
      if bytes.isEmpty { break }
      continuation.yield(bytes)
    }
    continuation.finish()
  }
}

/// Reads again while signals interrupt it.
private func readAgain(_ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  while true {
    let result = unsafe systemRead(STDIN_FILENO, buffer, count)
    if result >= 0 || errno != EINTR { return result }
  }
}

/// `read` of the system, which the methods of that name hide.
private func systemRead(_ number: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  unsafe read(number, buffer, count)
}
