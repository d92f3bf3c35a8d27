/// The bytes that the scalars of a tree have their texts in. They are apart from `TreeBuilder` because they are small: a
/// question to a large value that is not inlined has all of it copied.
struct NodeTexts {
  /// The bytes of the source.
  let source: [UInt8]

  /// The texts that do not stand there as they are meant.
  var own: [UInt8] = []

  /// Calls `body` with the text of the scalar `node`.
  func withText<Result>(of node: Node, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = Int(node.textStart)
    let end = start + (node.kind.isScalar ? Int(node.count) : 0)
    return node.flags.contains(.ownText)
      ? body(own.span.extracting(start..<end)) : body(source.span.extracting(start..<end))
  }

  /// The text of a scalar.
  func text(of node: Node) -> String {
    withText(of: node) { $0.string }
  }

  /// The text of a key in bytes, as keys are compared, marked by its kind so that `1` and `"1"` are two keys; for a list or mapping
  /// as a key its place, which nothing else has.
  func keyText(_ node: Node) -> [UInt8] {
    guard node.kind.isScalar else { return Array("\u{0}\(node.start)".utf8) }
    var text = Array("\(node.kind.rawValue)".utf8)
    withText(of: node) { text.append(contentsOf: $0) }
    return text
  }

  /// Whether two keys are scalars of one kind with the same text.
  func isEqualKey(_ left: Node, _ right: Node) -> Bool {
    guard left.kind == right.kind, left.count == right.count, left.kind.isScalar else { return false }
    return withText(of: left) { left in withText(of: right) { left.isFound(in: $0, at: 0) } }
  }

  /// Whether the node is a plain `<<`. (The YAML 1.1 merge type, https://yaml.org/type/merge.html.)
  func isMergeKey(_ node: Node) -> Bool {
    node.kind == .string && node.style == .plain && node.count == 2
      && node.flags.isDisjoint(with: [.ownText, .isTagged])
      && source[Int(node.textStart)] == UInt8(ascii: "<")
      && source[Int(node.textStart) + 1] == UInt8(ascii: "<")
  }
}
