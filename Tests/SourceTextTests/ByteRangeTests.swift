import SourceText
import Testing

@Suite("Byte ranges")
struct ByteRangeTests {
  @Test("an end before the start, and numbers out of reach, are cut")
  func cut() {
    #expect(ByteRange(5, 3) == ByteRange(at: 5))
    #expect(ByteRange(-1, 2) == ByteRange(0, 2))
    #expect(ByteRange(0, Int.max).end == Int(UInt32.max))
    #expect(ByteRange(2, 5).count == 3)
    #expect(ByteRange(2, 5).indices == 2..<5)
    #expect(ByteRange(at: 2).isEmpty)
  }

  @Test("the one that starts first comes first, then the shorter")
  func order() {
    let sorted = [ByteRange(0, 1), ByteRange(1, 1), ByteRange(1, 2), ByteRange(1, 5), ByteRange(2, 2)]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test(
    "ranges overlap where they share a byte, or an empty one is inside",
    arguments: [
      (0, 2, 1, 3, true), (0, 2, 2, 3, false), (0, 5, 2, 2, true), (2, 2, 2, 2, true), (0, 2, 2, 2, false),
      (2, 2, 2, 5, false),
      (0, 1, 0, 1, true),
    ])
  func overlaps(start: Int, end: Int, otherStart: Int, otherEnd: Int, result: Bool) {
    let (left, right) = (ByteRange(start, end), ByteRange(otherStart, otherEnd))
    #expect(left.overlaps(right) == result)
    #expect(right.overlaps(left) == result)
  }

  @Test("a range holds its bytes and the ranges inside it")
  func contains() {
    let range = ByteRange(2, 5)
    #expect([1, 2, 4, 5].map { range.contains($0) } == [false, true, true, false])
    #expect(range.contains(ByteRange(2, 5)))
    #expect(range.contains(ByteRange(at: 5)))
    #expect(!range.contains(ByteRange(1, 3)))
    #expect(!range.contains(ByteRange(4, 6)))
  }
}
