import CPCRE2

/// A pattern as PCRE2 has compiled it.
///
/// `@unchecked Sendable`: nothing changes it after `init`, and PCRE2 allows one compiled pattern to be
/// matched on many threads. `@safe`: the pointer is its own, and is freed with it.
@safe final class Code: @unchecked Sendable {
  /// Why PCRE2 refused a pattern.
  struct Failure: Error {
    let message: String

    /// Where, in bytes of what was compiled.
    let offset: Int
  }

  private let code: OpaquePointer

  /// Whether it has machine code, which keeps what it may come back to on a stack of the thread.
  private let isMachineCode: Bool

  /// Classes and anchors mean what the readers rely on only under these options.
  ///
  /// Without `PCRE2_NO_AUTO_POSSESS`, PCRE2 would read a run of characters without counting a step.
  private static let options =
    PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_DOTALL | PCRE2_MATCH_UNSET_BACKREF | PCRE2_NO_AUTO_POSSESS
    | PCRE2_NEVER_BACKSLASH_C

  /// Compiles `pattern`, in UTF-8.
  init(_ pattern: [UInt8]) throws(Failure) {
    var error: Int32 = 0
    var offset = 0
    let code = unsafe pattern.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(
        buffer.baseAddress, buffer.count, Self.options, &error, &offset, Self.context
      )
    }
    guard let code = unsafe code else { throw Failure(message: Self.message(error), offset: offset) }
    unsafe self.code = code
    isMachineCode = false
  }

  private init(withMachineCode code: OpaquePointer) {
    unsafe self.code = unsafe code
    isMachineCode = true
  }

  deinit {
    unsafe pcre2_code_free_8(code)
  }

  /// The nesting the readers allow, and the groups that are put around a pattern. Never freed.
  nonisolated(unsafe) private static let context: OpaquePointer? = {
    let context = unsafe pcre2_compile_context_create_8(nil)
    if unsafe context != nil {
      unsafe pcre2_set_parens_nest_limit_8(context, UInt32(2 * Translation.deepestNesting))
    }
    return unsafe context
  }()

  private static func message(_ error: Int32) -> String {
    switch error {
    case PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY:
      return "this Unicode property is not known to the PCRE2 library in use"
    case PCRE2_ERROR_PATTERN_TOO_LARGE, PCRE2_ERROR_PATTERN_TOO_COMPLICATED:
      return "the pattern is too large"
    default:
      var text = [UInt8](repeating: 0, count: 256)
      let count = unsafe text.withUnsafeMutableBufferPointer { buffer in
        unsafe pcre2_get_error_message_8(error, buffer.baseAddress, buffer.count)
      }
      return "PCRE2 cannot compile this: " + String(decoding: text.prefix(max(0, Int(count))), as: UTF8.self)
    }
  }

  // MARK: Machine code

  /// The same pattern with machine code, as a copy; nil where PCRE2 cannot make any.
  func withMachineCode() -> Code? {
    guard let copy = unsafe pcre2_code_copy_8(code) else { return nil }
    let faster = unsafe Code(withMachineCode: copy)
    return unsafe pcre2_jit_compile_8(copy, PCRE2_JIT_COMPLETE) == 0 ? faster : nil
  }

  // MARK: Matching

  /// Matches `text` with at most `steps` steps.
  func match(_ text: Span<UInt8>, isKnownToBeValid: Bool, steps: UInt32) -> Outcome {
    guard let scratch = Scratch.ofThread else { return .gaveUp }
    let isKnownToBeValid = isKnownToBeValid || text.isASCII
    let result = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe scratch.match(
        code, isMachineCode: isMachineCode, buffer, isKnownToBeValid ? PCRE2_NO_UTF_CHECK : 0, steps: steps)
    }
    switch result {
    case 0...: return .matches
    case PCRE2_ERROR_NOMATCH, PCRE2_ERROR_UTF8_ERR21...PCRE2_ERROR_UTF8_ERR1: return .doesNotMatch
    default: return .gaveUp
    }
  }
}

extension Span<UInt8> {
  /// Whether all bytes are ASCII, found many at a time: PCRE2 would look at one after the other.
  fileprivate var isASCII: Bool {
    var bits: UInt8 = 0
    for index in 0..<count { bits |= self[index] }
    return bits < 0x80
  }
}
