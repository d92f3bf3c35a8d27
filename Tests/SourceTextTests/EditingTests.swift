import SourceText
import Testing

@Suite("Applying edits")
struct EditingTests {
  private func apply(_ edits: [(Int, Int, String)], to text: String = "0123456789") -> String {
    let edits = edits.map { TextEdit(range: ByteRange($0.0, $0.1), text: $0.2) }
    return String(decoding: SourceText(text).applying(edits.shuffled()).bytes, as: UTF8.self)
  }

  @Test("edits apply whatever their order")
  func several() {
    #expect(apply([(8, 9, "c"), (0, 2, "a"), (4, 4, "b")]) == "a23b4567c9")
    #expect(apply([]) == "0123456789")
  }

  @Test(
    "of edits that overlap the first in the text wins, and an edit that is there twice is applied once"
  )
  func overlapping() {
    #expect(apply([(2, 5, "a"), (4, 6, "b"), (6, 7, "c")]) == "01a5c789")
    #expect(apply([(2, 5, "a"), (2, 5, "a")]) == "01a56789")
    #expect(apply([(2, 5, "b"), (2, 5, "a")]) == "01a56789")
    #expect(apply([(3, 3, "x"), (3, 3, "x")]) == "012x3456789")
  }

  @Test("edits beside each other and at the ends all apply; one outside the text does not")
  func ends() {
    #expect(apply([(0, 0, "<"), (0, 5, "a"), (5, 10, "b"), (10, 10, ">"), (9, 11, "x")]) == "<ab>")
  }
}
