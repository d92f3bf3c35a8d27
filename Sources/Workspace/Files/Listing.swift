import SourceText
import YAML

/// The entries of one folder. The names lie in one array of bytes, so that sorting a folder of 100,000 files moves
/// small values and makes no text.
struct Listing {
  /// An entry's place in the bytes and what it is.
  struct Entry {
    /// Where its path starts; the bytes of all paths begin with the prefix.
    let start: Int
    /// Where its path ends. A `/` stands there.
    let end: Int
    /// Nothing when the file system does not say.
    let kind: FileStatus.Kind?
    /// Whether it is a folder or a link to one.
    var isFolder: Bool

    /// Where what it is sorted by ends.
    var sortedEnd: Int { isFolder ? end + 1 : end }
  }

  /// What the paths begin with: nothing, or the folder's path and a `/`.
  let prefix: String

  private(set) var bytes: [UInt8] = []
  var entries: [Entry] = []

  init(prefix: String) {
    self.prefix = prefix
  }

  mutating func append(_ name: some Collection<UInt8>, kind: FileStatus.Kind?) {
    let start = bytes.count
    bytes += prefix.utf8
    bytes += name
    entries.append(Entry(start: start, end: bytes.count, kind: kind, isFolder: kind == .folder))
    bytes.append(UInt8(ascii: "/"))
  }

  /// Whether all names are UTF-8.
  var isText: Bool { (try? UTF8Span(validating: bytes.span)) != nil }

  /// The file that an entry is.
  func file(_ entry: Entry, _ kind: FoundFile.Kind) -> FoundFile {
    FoundFile(bytes, in: entry.start..<entry.end, kind: kind)
  }

  /// The path of an entry; nothing when its name is no UTF-8.
  func path(of entry: Entry) -> String? {
    bytes.span.extracting(entry.start..<entry.end).validText
  }

  /// The path of an entry, with U+FFFD where its name is no UTF-8.
  func shownPath(of entry: Entry) -> String {
    String(decoding: bytes[entry.start..<entry.end], as: UTF8.self)
  }

  /// The name of an entry, when it is UTF-8.
  func name(of entry: Entry) -> String {
    String(decoding: bytes[(entry.start + prefix.utf8.count)..<entry.end], as: UTF8.self)
  }

  /// Puts the entries in the order of their paths' bytes, those of folders with the `/` behind the name.
  ///
  /// Names of one folder mostly begin with the same, and soon differ behind that: sixteen bytes from there on tell nearly all
  /// of them apart.
  mutating func sort() {
    guard let first = entries.first else { return }
    let (bytes, found) = (bytes, entries)
    let start = found.reduce(first.sortedEnd - first.start) { shared, entry in
      let end = entry.start + min(shared, entry.sortedEnd - entry.start)
      return bytes.span.extracting(entry.start..<end).countShared(with: bytes.span.extracting(first.start...))
    }
    func rest(_ place: Int) -> Range<Int> { found[place].start + start..<found[place].sortedEnd }
    var order = found.indices.map { place in
      let rest = bytes.span.extracting(rest(place))
      return (first: rest.beginning, second: rest.extracting(droppingFirst: 8).beginning, place: place)
    }
    order.sort { left, right in
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      return bytes.span.extracting(rest(left.place)).order(bytes.span.extracting(rest(right.place))) < 0
    }
    entries = order.map { found[$0.place] }
  }
}
