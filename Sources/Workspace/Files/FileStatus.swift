/// What the file system says of a file without reading it. Two equal values mean the same file, unchanged, as far
/// as the file system tells: a write moves `changed` even when it keeps the size and sets the old time stamp back.
package struct FileStatus: Sendable, Hashable {
  /// What a file is by its mode.
  enum Kind: Sendable, Hashable {
    case regular, folder, link, special
  }

  /// The number of the device that the file is on.
  package let device: UInt64

  /// The number of the file on its device.
  package let number: UInt64

  /// The size in bytes.
  package let size: Int

  /// The last change of the content that the owner may set, in nanoseconds since 1970.
  package let modified: Int64

  /// The last change of anything about the file, which nobody can set, in nanoseconds since 1970.
  package let changed: Int64

  let kind: Kind
}
