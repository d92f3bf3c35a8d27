/// Where the lines of a text begin.
///
/// A line ends at LF, CR LF or a lone CR, as editors have it. NEL, LS and PS are characters of a line here,
/// though YAML 1.1 breaks lines at them.
package struct LineTable: Sendable, Hashable {
  /// The byte offset of each line's first byte; never empty.
  private let starts: [UInt32]

  /// The number of lines; a text that ends in a line break has an empty last line.
  package var count: Int { starts.count }

  /// The lines of `bytes`.
  package init(_ bytes: [UInt8]) {
    let bytes = bytes.span
    var starts: [UInt32] = [0]
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") {
        starts.append(UInt32(clamping: index))
      } else if byte == UInt8(ascii: "\r"), index == count || bytes[index] != UInt8(ascii: "\n") {
        starts.append(UInt32(clamping: index))
      }
    }
    self.starts = starts
  }

  /// The offset in bytes at which `line` (from 0) begins.
  package func start(ofLine line: Int) -> Int {
    Int(starts[min(max(line, 0), starts.count - 1)])
  }

  /// The line, from 0, that the byte at `offset` is in; an offset after the text is in its last line.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
