import CPCRE2
import Memory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What PCRE2 writes to while it matches. Each thread keeps one, so a match asks for no memory.
///
/// `@safe`: the pointers are its own, and are freed with it.
@safe final class Scratch {
  /// How much memory, in bytes, machine code has for what it may come back to. It is on the thread's stack otherwise,
  /// where it has 32 KiB.
  private static let machineStack = 1 << 20

  /// Where the interpreter writes. PCRE2 keeps with it the memory that it has grown to, which grows with the text, up to
  /// `Budget.memory`.
  private var data: OpaquePointer
  private let context: OpaquePointer

  /// The longest text, in bytes, that `data` has grown with.
  private var longestText = 0

  /// Up to which length of that text `data` is kept.
  private var retention = Retention(floor: Scratch.shortText)

  /// The length, in bytes, of a text after which `data` is kept for ever.
  private static let shortText = 4096

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

  /// Matches `code`, which `isMachineCode` or is interpreted, against `text`; PCRE2's result.
  func match(
    _ code: OpaquePointer, isMachineCode: Bool, _ text: UnsafeBufferPointer<UInt8>, _ options: UInt32,
    steps: UInt32
  ) -> Int32 {
    unsafe pcre2_set_match_limit_8(context, steps)
    let result = unsafe pcre2_match_8(code, text.baseAddress, text.count, 0, options, data, context)
    let count = isMachineCode ? 0 : text.count
    if max(count, longestText) > Self.shortText { keep(afterText: count) }
    return result
  }

  /// Keeps the memory that the interpreter has grown to with a text of `count` bytes, unless texts have been far shorter
  /// for long. Machine code grows it with none.
  private func keep(afterText count: Int) {
    longestText = max(longestText, count)
    guard let limit = retention.limit(afterUseOf: count), longestText > limit,
      let smaller = unsafe pcre2_match_data_create_8(1, nil)
    else { return }
    unsafe pcre2_match_data_free_8(data)
    unsafe data = unsafe smaller
    longestText = 0
  }

  // MARK: One a thread

  /// The thread's own; nil if there is no memory.
  static var ofThread: Scratch? {
    guard let key else { return Scratch() }
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
