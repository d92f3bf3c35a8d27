import YAML

/// Finds which sources files belong to, one file after the other. Files mostly come by folder, and most sources have
/// none in it: that is found once for all files of a folder.
package struct SourceFinder {
  private let ruleset: Ruleset
  private var path = GlobPath("")
  /// The folder of the last file, with its last `/`, in UTF-8.
  private var folder: [UInt8] = []
  /// The sources that may have files in it, by number.
  private var candidates: [Int]
  /// Those of the last file: one array for all files that follow each other and are of the same.
  private var last: [Int] = []
  private var found: [Int] = []

  /// A finder of the sources of `ruleset`.
  package init(_ ruleset: Ruleset) {
    self.ruleset = ruleset
    candidates = ruleset.sources(beginningIn: [])
  }

  /// Which sources the file at `path` belongs to, by number.
  package mutating func sources(of path: String) -> [Int] {
    self.path.set(path)
    return sources()
  }

  private mutating func sources() -> [Int] {
    let count = path.names.last?.lowerBound ?? 0
    if count != folder.count || !path.begins(with: folder) {
      folder = Array(path.bytes.prefix(count))
      candidates = ruleset.sources(beginningIn: folder)
    }
    found.removeAll(keepingCapacity: true)
    for source in candidates where ruleset.sources[source].files.includes(path) { found.append(source) }
    // An array made of another would share its memory, and `found` get new one.
    if found != last { last = found.map(\.self) }
    return last
  }
}

extension Ruleset {
  /// The sources that may have files whose paths begin with `folder`, by number.
  fileprivate func sources(beginningIn folder: [UInt8]) -> [Int] {
    sources.indices.filter { sources[$0].files.contains { !$0.isExclusion && $0.mayMatch(after: folder) } }
  }
}
