/// How long a match may take, in PCRE2's steps: about 15 ns each as PCRE2 interprets them, a fifth of that
/// in machine code.
///
/// Steps and not time, so that the outcome is the same on every machine.
struct Budget: Sendable {
  /// The steps every match has.
  static let steps = 1_000_000

  /// The steps every match has for each byte of its text: a search needs one for each place it tries.
  static let stepsPerByte = 4

  /// How many code points may be looked at in one step before steps are taken away.
  static let freeWork = 16

  /// How much memory a match may use to come back to its choices, in KiB.
  static let memory: UInt32 = 8 * 1024

  /// The most code points one step can look at, whatever the text.
  let work: Int

  /// The steps of a match against a text of `count` bytes.
  func steps(forText count: Int) -> UInt32 {
    let steps = Self.steps + Self.stepsPerByte * min(count, 1 << 30)
    let work = min(work, count)
    return UInt32(clamping: work > Self.freeWork ? steps / work * Self.freeWork : steps)
  }
}
