package import SourceText

/// Something wrong with a file as YAML, whatever it is about.
package struct Problem: Sendable, Hashable {
  /// What is wrong.
  package enum Kind: Sendable, Hashable {
    /// It is no YAML.
    case syntax
    /// It is no text in UTF-8 or UTF-16, or holds characters that YAML has not.
    case encoding
    /// It is deeper, larger or has more aliases than `Limits` allows.
    case limit
    /// A key stands twice in a mapping.
    case duplicateKey
    /// A plain scalar that YAML 1.1 and YAML 1.2 read differently.
    case ambiguousScalar
    /// An alias of an anchor that the document does not have before it.
    case undefinedAlias
    /// A tag that is none of YAML's own.
    case unknownTag

    /// Whether a file with such a problem has no tree.
    package var isFatal: Bool {
      switch self {
      case .syntax, .encoding, .limit, .undefinedAlias: true
      case .duplicateKey, .ambiguousScalar, .unknownTag: false
      }
    }
  }

  /// How many of a kind are told of one file.
  package static let mostOfAKind = 1_000

  /// Another place that explains the problem.
  package struct Related: Sendable, Hashable {
    /// The exact bytes.
    package var range: ByteRange
    /// What is there.
    package var message: String
  }

  /// What is wrong.
  package var kind: Kind

  /// One sentence without a final stop.
  package var message: String

  /// The exact bytes.
  package var range: ByteRange

  /// The text that is wrong, when it is one scalar.
  package var value: String?

  /// What to do, in one line.
  package var help: String?

  /// Another place that matters.
  package var related: Related?

  /// The node concerned, when there is one and the file has a tree.
  package var node: NodeID?

  /// The edit that certainly repairs it.
  package var edit: TextEdit?
}
