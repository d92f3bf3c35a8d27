/// Pages about rules, kept as files that an editor can open. The name of a page has a hash of its text, so that one is
/// never put in the place of another, whichever rulesets and versions of the program wrote them.
package struct PageFolder: Sendable {
  /// The most bytes that all pages together may take.
  private static let mostBytes = 4 << 20

  private let folder: CacheFolder

  /// The folder `pages` in the cache's.
  package init(_ place: CachePlace) {
    var pages = place
    pages.folder = Path.join(place.folder, "pages")
    pages.mostBytes = Self.mostBytes
    folder = CacheFolder(place: pages, ending: ".md")
  }

  /// The absolute path of a file that has just this text; nothing when it cannot be written.
  ///
  /// - Parameter name: what the file's name begins with.
  package func path(of text: String, named name: String) -> String? {
    let bytes = Array(text.utf8)
    let hash = String(ContentHash.of(bytes), radix: 16)
    let name = "\(name)-\(hash)"
    // Somebody may have typed into it.
    if let file = folder.open(name), (try? file.bytes(in: 0..<file.count)) == bytes {
      return folder.path(name)
    }
    guard (try? folder.write(name, bytes)) != nil else { return nil }
    folder.clean(keeping: name)
    return folder.path(name)
  }
}
