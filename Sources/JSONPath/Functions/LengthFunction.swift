import YAML

extension Function {
  /// The number of code points, elements or members of a value (RFC 9535, section 2.4.4).
  static let length = Function(
    name: "length", parameters: [.value],
    body: .value { arguments, evaluation in
      let value = arguments.value(0, &evaluation)
      if case .undecided = value { return .undecided }
      switch evaluation.tree.kind(of: value) {
      case .string:
        return .count(evaluation.tree.withText(of: value) { $0.codePointCount })
      case .sequence, .mapping:
        guard case .node(let node) = value else { return .nothing }
        return .count(evaluation.tree.count(of: node))
      case .null, .boolean, .integer, .float, nil:
        return .nothing
      }
    })
}

extension Span<UInt8> {
  /// The number of code points of text in UTF-8.
  fileprivate var codePointCount: Int {
    var count = 0
    for index in 0..<self.count where self[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
