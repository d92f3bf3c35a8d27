import CPCRE2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What PCRE2 writes to while it matches. Each thread keeps one, so a match allocates nothing.
///
/// `@safe`: the pointers are its own, and are freed with it.
@safe final class Scratch {
  /// The longest text, in bytes, for which a thread's own is used by the interpreter. PCRE2 keeps the memory it has
  /// grown to, and it grows with the text, so a longer text has one that is freed after it.
  static let longestText = 4096

  /// How much memory, in bytes, machine code has for what it may come back to. It is on the thread's stack otherwise,
  /// where it has 32 KiB.
  private static let machineStack = 1 << 20

  private let data: OpaquePointer
  private let context: OpaquePointer

  /// What machine code may come back to.
  private var stack: OpaquePointer?

  private init?() {
    guard let data = unsafe pcre2_match_data_create_8(1, nil) else { return nil }
    guard let context = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_match_data_free_8(data)
      return nil
    }
    unsafe pcre2_set_heap_limit_8(context, Budget.memory)
    unsafe self.data = data
    unsafe self.context = context
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_jit_stack_free_8(stack)
  }

  /// Gives machine code more memory; without it, it has less.
  private func addMachineStack() {
    unsafe stack = unsafe pcre2_jit_stack_create_8(32 << 10, Self.machineStack, nil)
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
  }

  /// Matches `code` against `text`; PCRE2's result.
  func match(
    _ code: OpaquePointer, _ text: UnsafeBufferPointer<UInt8>, _ options: UInt32, steps: UInt32
  ) -> Int32 {
    unsafe pcre2_set_match_limit_8(context, steps)
    return unsafe pcre2_match_8(code, text.baseAddress, text.count, 0, options, data, context)
  }

  // MARK: One a thread

  /// The thread's own, or a new one for a long text; nil if there is no memory.
  static func forText(of count: Int) -> Scratch? {
    guard count <= longestText, let key else { return Scratch() }
    if let kept = unsafe pthread_getspecific(key) {
      return unsafe Unmanaged<Scratch>.fromOpaque(kept).takeUnretainedValue()
    }
    guard let scratch = Scratch() else { return nil }
    scratch.addMachineStack()
    let kept = unsafe Unmanaged.passRetained(scratch)
    // What the thread cannot keep is freed by the caller.
    if unsafe pthread_setspecific(key, kept.toOpaque()) != 0 { unsafe kept.release() }
    return scratch
  }

  /// The place each thread has for its own; nil if the system has no more places.
  private static let key: pthread_key_t? = {
    var key = pthread_key_t()
    let result = unsafe pthread_key_create(&key) { kept in
      #if canImport(Darwin)
        unsafe Unmanaged<Scratch>.fromOpaque(kept).release()
      #else
        if let kept = unsafe kept { unsafe Unmanaged<Scratch>.fromOpaque(kept).release() }
      #endif
    }
    return result == 0 ? key : nil
  }()
}
