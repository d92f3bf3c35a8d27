extension Tree {
  /// Calls `body` with the text of the scalar `node` in UTF-8, without making a string of it; with nothing in it
  /// when `node` is no scalar.
  @inlinable package func withText<Result>(of node: NodeID, _ body: (Span<UInt8>) throws -> Result) rethrows
    -> Result
  {
    let record = storage.nodes[Int(node.index)]
    let start = Int(record.textStart)
    let end = start + (record.kind.isScalar ? Int(record.count) : 0)
    // Two branches, each with an array of its own: one that may be either would be counted.
    if record.flags.contains(.ownText) {
      let bytes = storage.ownText
      return try body(bytes.span.extracting(start..<end))
    }
    let bytes = storage.bytes
    return try body(bytes.span.extracting(start..<end))
  }

  /// Where the text of the scalar `node` is, in UTF-8; nothing of some bytes when `node` is no scalar.
  func writtenText(of node: NodeID) -> (bytes: [UInt8], range: Range<Int>) {
    let record = storage.nodes[node.offset]
    let start = Int(record.textStart)
    return (
      record.flags.contains(.ownText) ? storage.ownText : storage.bytes,
      start..<start + (record.kind.isScalar ? Int(record.count) : 0)
    )
  }

  /// The text of the scalar `node`, as YAML means it; empty when `node` is no scalar.
  package func text(of node: NodeID) -> String {
    let (bytes, range) = writtenText(of: node)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Appends the text of the scalar `node` in UTF-8 to `bytes`; nothing when `node` is no scalar.
  package func appendText(of node: NodeID, to bytes: inout [UInt8]) {
    withText(of: node) { bytes.append(contentsOf: $0) }
  }

  /// The number of bytes of the scalar `node`'s text; 0 when it is no scalar.
  @inlinable package func textCount(of node: NodeID) -> Int {
    let record = storage.nodes[Int(node.index)]
    return record.kind.isScalar ? Int(record.count) : 0
  }

  /// Whether the text of the scalar `node` is `other`, byte for byte.
  package func text(of node: NodeID, equals other: String) -> Bool {
    let count = textCount(of: node)
    guard kind(of: node).isScalar, count == other.utf8.count else { return false }
    return withText(of: node) { text in
      var index = 0
      for byte in other.utf8 {
        if text[index] != byte { return false }
        index += 1
      }
      return true
    }
  }

  /// The text of the scalar `node` as a number; nothing when it is none.
  package func number(of node: NodeID) -> Number? {
    guard kind(of: node).isNumber else { return nil }
    let (bytes, range) = writtenText(of: node)
    guard storage.nodes[node.offset].flags.contains(.hasDecimal) else {
      return Number(coreSchema: bytes, in: range)
    }
    var end = range.upperBound
    while bytes[end] != 0 { end += 1 }
    return Number(coreSchema: bytes, in: range.upperBound..<end)
  }

  /// The truth of the boolean `node`; nothing when it is none.
  package func boolean(of node: NodeID) -> Bool? {
    guard kind(of: node) == .boolean else { return nil }
    return withText(of: node) { $0[0] | 0x20 == UInt8(ascii: "t") }
  }
}
