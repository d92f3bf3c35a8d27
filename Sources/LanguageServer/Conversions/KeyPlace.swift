import RuleEngine
import SourceText
import Workspace

/// What of an index stands at a place of a file: a key or an alias that is defined there, or a value that refers to one.
struct KeyPlace {
  /// The indexes in which it is looked up, by number.
  let indexes: [Int]
  /// The text there, as YAML means it.
  let text: String
  /// The bytes.
  let range: ByteRange
  /// Whether it stands there as it is, and is not put together of several values.
  let isWritten: Bool
  /// The key of the entry that is defined there; nothing for a value that refers.
  let definedKey: String?

  /// What stands at `offset` of `file`.
  init?(at offset: Int, in file: Snapshot.File, _ keys: KeyLookup) {
    if let name = keys.names(in: file.inner, at: offset).first {
      (indexes, text, range) = ([name.index], name.text, name.range)
      (isWritten, definedKey) = (name.isWritten, name.key)
    } else if let use = keys.uses(in: file.inner, touching: ByteRange(at: offset), atMost: 1).first {
      (indexes, text, range) = (use.indexes, use.text, use.range)
      (isWritten, definedKey) = (use.isWritten, nil)
    } else {
      return nil
    }
  }

  /// The entries that are meant.
  func entries(_ keys: KeyLookup) -> [IndexEntry] {
    keys.entries(named: definedKey ?? text, in: indexes)
  }
}
