import SourceText
import YAML

/// One value of a row of facts: where it stands and where its text is among those of the file's rows.
struct FactValue: Sendable, Hashable {
  /// What stands there.
  enum Kind: UInt8, Sendable {
    /// Nothing: the query found no node, or more than one.
    case absent
    /// `null`, or no text at all.
    case null
    /// A text, or a scalar that is compared as one.
    case text
    /// A scalar that is no text, or a list or mapping, compared by its canonical JSON.
    case json
    /// A list or mapping whose content does not matter, only its place.
    case place
    /// The same, of a number: its text is there to be counted with.
    case number

    /// Whether it is a scalar with a text that can refer to something.
    var isScalarText: Bool { self == .text || self == .number }
  }

  var kind: Kind
  /// The node in the file's tree; the same bytes give the same tree.
  var node: UInt32
  /// The bytes of the file where it stands.
  var start: UInt32
  var end: UInt32
  /// Its text among those of the rows, in bytes.
  var textStart: UInt32
  var textCount: UInt32

  /// The bytes of the file where it stands.
  var range: ByteRange { ByteRange(Int(start), Int(end)) }

  /// The node in the file's tree.
  var nodeID: NodeID { NodeID(index: node) }

  /// Whether it has a text, which may be empty.
  var hasText: Bool { kind.isScalarText || kind == .json }

  /// Where its text is among those of the rows.
  var textRange: Range<Int> { Int(textStart)..<Int(textStart) + Int(textCount) }

  static let absent = FactValue(
    kind: .absent, node: 0, start: 0, end: 0, textStart: 0, textCount: 0)
}
