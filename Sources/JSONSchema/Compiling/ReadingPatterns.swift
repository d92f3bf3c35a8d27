import Patterns
import SourceText
import YAML

extension Compiler {
  /// The pattern `text`, which stands at `node`; what is wrong with it is noted at its very place.
  mutating func pattern(_ text: String, in value: KeywordValue, at node: NodeID) -> Pattern? {
    do {
      return try Pattern(text, dialect: .ecmascript)
    } catch {
      let range = value.tree.range(of: node, fromByte: error.offset)
      let verb = error.reason == .invalid ? "is no pattern" : "is a pattern that is not supported"
      refuse(
        value.schema.place.document, range, "\"\(text.shortened)\" \(verb): \(error.message)", [],
        error.reason == .invalid ? "patterns are regular expressions of ECMA-262 with the flag u" : nil)
      return nil
    }
  }

  /// The patterns that the keys of a mapping are.
  mutating func keyPatterns(_ value: KeywordValue) -> [Pattern] {
    value.tree.members(of: value.node).compactMap { key, _ in
      pattern(value.tree.text(of: key), in: value, at: key)
    }
  }
}

extension Tree {
  /// The bytes of the scalar `node` from `offset` of its text on; the whole of it when escapes or folding make it
  /// unclear where that is.
  func range(of node: NodeID, fromByte offset: Int) -> ByteRange {
    let range = range(of: node)
    let quotes = range.count - textCount(of: node)
    guard quotes == (style(of: node) == .plain ? 0 : 2) else { return range }
    let start = range.start + quotes / 2
    guard source.text(in: ByteRange(start, range.end - quotes / 2)) == text(of: node) else { return range }
    // An error after the last character is at its end.
    return ByteRange(min(start + offset, range.end - quotes / 2), range.end - quotes / 2)
  }
}
