/// How long memory that one use leaves to the next is kept: as long as something like it is needed.
///
/// Uses are counted and not time, so that the same work always asks for the same memory.
package struct Retention: Sendable {
  /// After how many uses it is asked what they needed.
  package static let uses = 1 << 16

  /// How many times as much as was needed is kept.
  package static let factor = 4

  /// How much is kept whatever was needed.
  private let floor: Int

  private var count = 0
  private var most = 0

  /// Keeps up to `floor` for ever.
  package init(floor: Int) {
    self.floor = floor
  }

  /// Counts a use that needed `size`. From time to time it returns how much may be kept now: what is larger has been far
  /// larger than necessary for many uses, and is to be let go.
  package mutating func limit(afterUseOf size: Int) -> Int? {
    most = max(most, size)
    count += 1
    guard count == Self.uses else { return nil }
    defer { (count, most) = (0, 0) }
    return max(floor, Self.factor * most)
  }
}
