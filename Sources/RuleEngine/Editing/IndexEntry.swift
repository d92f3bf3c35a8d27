package import SourceText
package import YAML

/// An entry of an index, as editors show it.
package struct IndexEntry: Sendable, Hashable {
  /// Something that is known of an entry.
  package struct Attribute: Sendable, Hashable {
    /// What it is called.
    package let name: String
    /// What it is.
    package let value: String
  }

  /// The index, by number.
  package let index: Int
  /// Its key, in Normalization Form C.
  package let key: String
  /// What people call it; nothing when its index has no labels.
  package let label: String?
  /// What else is known of it; without what it does not have.
  package let attributes: [Attribute]
  /// Its other names.
  package let aliases: [String]
  /// The file that has it.
  package let path: String
  /// The bytes of its key there.
  package let range: ByteRange
}

/// A key or an alias where an entry is defined.
package struct KeyName: Sendable, Hashable {
  /// The index, by number.
  package let index: Int
  /// The key or alias.
  package let text: String
  /// The key of the entry.
  package let key: String
  /// Whether it is an alias.
  package let isAlias: Bool
  /// The file.
  package let path: String
  /// The bytes there.
  package let range: ByteRange
  /// The node in the file's tree.
  package let node: NodeID
  /// Whether it stands there as it is, and is not put together of several values.
  package let isWritten: Bool
}

/// A value that refers to an entry.
package struct KeyUse: Sendable, Hashable {
  /// The indexes in which it is looked up, by number.
  package let indexes: [Int]
  /// The value.
  package let text: String
  /// The file.
  package let path: String
  /// The bytes there.
  package let range: ByteRange
  /// The node in the file's tree.
  package let node: NodeID
  /// Whether it stands there as it is, and is not put together of several values.
  package let isWritten: Bool
}
