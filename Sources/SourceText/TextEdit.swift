/// Bytes of one file to be replaced by a text.
package struct TextEdit: Hashable, Sendable {
  /// The bytes that go; an empty range inserts.
  package var range: ByteRange

  /// The text that comes in their place.
  package var text: String

  /// An edit that puts `text` in the place of `range`.
  package init(range: ByteRange, text: String) {
    self.range = range
    self.text = text
  }
}
