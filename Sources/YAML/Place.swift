import SourceText

/// A half-open range of bytes while a tree is built. (A `ByteRange` is of another module, where nothing of it can be
/// inlined.)
struct Place {
  let start: Int
  let end: Int

  var isEmpty: Bool { start >= end }

  var range: ByteRange { ByteRange(start, end) }
}
