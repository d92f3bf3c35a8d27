package import SourceText
package import YAML

/// What a validation gives.
package struct SchemaResult: Sendable, Hashable {
  /// What is wrong, in the order of the text; one for each place.
  package var failures: [SchemaFailure] = []

  /// What could not be decided: neither right nor wrong.
  package var undecided: [SchemaUndecided] = []

  /// Whether the value is certainly valid.
  package var isValid: Bool { failures.isEmpty && undecided.isEmpty }
}

/// Something wrong with a value.
package struct SchemaFailure: Sendable, Hashable {
  /// The keyword that is not satisfied.
  package var keyword: String

  /// The node that fails; for a missing property the mapping, for an extra one its value.
  package var node: NodeID

  /// For a missing property and for an extra one, what the mapping may lack; nothing when the value itself is wrong.
  package var lack: Lack?

  /// Where to report it: the failing value; for a missing property the mapping's own key (at a root or in a list
  /// its first key), for an extra one its key.
  package var range: ByteRange

  /// What is there and what should be, in one sentence without a final stop.
  package var message: String

  /// The text that is wrong, when it is one scalar or a key.
  package var value: String?

  /// The closest right texts, the best first.
  package var suggestions: [String]

  /// What to do, in one line.
  package var help: String?

  /// The schema document that has the keyword.
  package var schemaURI: String

  /// Where the keyword is in that document, as a JSON Pointer (RFC 6901).
  package var schemaPointer: String

  /// The bytes of the keyword's value in that document.
  package var schemaRange: ByteRange
}

extension SchemaFailure {
  /// What a mapping lacks.
  package struct Lack: Sendable, Hashable {
    /// The mapping.
    package var mapping: NodeID

    /// Names of members that should be there and are not, or may be there under another name.
    package var names: [String]

    /// The value of the extra member that may be meant to be one of them.
    package var stray: NodeID?
  }
}

/// Something that could not be decided within the limits.
package struct SchemaUndecided: Sendable, Hashable {
  /// The keyword that could not be decided.
  package var keyword: String

  /// The node it was about.
  package var node: NodeID

  /// The bytes of that node.
  package var range: ByteRange

  /// Why, in one sentence without a final stop.
  package var message: String
}
