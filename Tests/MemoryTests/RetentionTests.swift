import Memory
import Testing

/// How long memory is kept that is larger than necessary.
@Suite("Kept memory")
struct RetentionTests {
  /// The limits that uses of these sizes lead to, with the number of the use after which each holds.
  private func limits(floor: Int, uses: Int, _ size: (Int) -> Int) -> [[Int]] {
    var retention = Retention(floor: floor)
    return (1...uses).compactMap { use in retention.limit(afterUseOf: size(use)).map { [use, $0] } }
  }

  @Test("nothing is asked before many uses")
  func few() {
    #expect(limits(floor: 10, uses: Retention.uses - 1) { _ in 0 }.isEmpty)
  }

  @Test("what some use of many has needed is kept, and a few times as much")
  func needed() {
    let limits = limits(floor: 10, uses: 2 * Retention.uses) { $0.isMultiple(of: 60_000) ? 100 : 1 }
    #expect(
      limits == [[Retention.uses, 100 * Retention.factor], [2 * Retention.uses, 100 * Retention.factor]])
  }

  @Test("what was needed long ago is not kept, but for a little")
  func notNeeded() {
    let limits = limits(floor: 10, uses: 3 * Retention.uses) {
      $0 == 1 ? 100 : $0 > 2 * Retention.uses ? 5 : 1
    }
    #expect(
      limits == [
        [Retention.uses, 100 * Retention.factor], [2 * Retention.uses, 10],
        [3 * Retention.uses, 5 * Retention.factor],
      ])
  }
}
