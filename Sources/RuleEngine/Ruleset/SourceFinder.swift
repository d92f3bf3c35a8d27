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
  /// When in the folder the end of a name alone tells which sources a file belongs to, these ends, by source; nothing in other
  /// folders.
  private var endings: [Ending]?
  /// Those of the last file: one array for all files that follow each other and are of the same.
  private var last: [Int] = []
  private var found: [Int] = []

  /// What the names of a source's files in a folder end in.
  private struct Ending {
    let source: Int
    /// In ASCII.
    let bytes: [UInt8]
  }

  /// A finder of the sources of `ruleset`.
  package init(_ ruleset: Ruleset) {
    self.ruleset = ruleset
    candidates = ruleset.sources(beginningIn: [])
  }

  /// Which sources the file at `path` belongs to, by number.
  package mutating func sources(of path: String) -> [Int] {
    if !findByEnding(path) {
      self.path.set(path)
      find()
    }
    // An array made of another would share its memory, and `found` get new one.
    if found != last { last = found.map(\.self) }
    return last
  }

  /// Finds the sources of a file in the folder of the last one by the end of its name; false when that does not tell.
  private mutating func findByEnding(_ path: String) -> Bool {
    let path = path.utf8Span.span
    let start = folder.count
    guard let endings, path.count > start, path.isASCII,
      path.extracting(first: start).isEqual(to: folder.span),
      path.offset(of: UInt8(ascii: "/"), from: start) == nil
    else { return false }
    found.removeAll(keepingCapacity: true)
    let name = path.extracting(start...)
    for place in endings.indices {
      let (source, ending) = (endings[place].source, endings[place].bytes)
      let end = name.extracting(last: ending.count)
      if end.isEqual(to: ending.span), found.last != source { found.append(source) }
    }
    return true
  }

  private mutating func find() {
    let count = path.names.last?.lowerBound ?? 0
    if count != folder.count || !path.begins(with: folder) {
      folder = Array(path.bytes.prefix(count))
      candidates = ruleset.sources(beginningIn: folder)
      endings = endingsInFolder()
    }
    found.removeAll(keepingCapacity: true)
    for source in candidates where ruleset.sources[source].files.includes(path) { found.append(source) }
  }

  private func endingsInFolder() -> [Ending]? {
    guard folder.span.isASCII else { return nil }
    var endings: [Ending] = []
    for source in candidates {
      for glob in ruleset.sources[source].files where glob.mayMatch(after: folder) {
        guard !glob.isExclusion, let bytes = glob.ending, bytes.span.isASCII else { return nil }
        // Whether a name with that end matches depends on the folder alone.
        let path = String(decoding: folder + [UInt8(ascii: "x")] + bytes, as: UTF8.self)
        if glob.matches(path) { endings.append(Ending(source: source, bytes: bytes)) }
      }
    }
    return endings
  }
}

extension Glob {
  /// What the name of a file must end in, when the pattern asks for nothing else of the name, in UTF-8; nothing of other patterns.
  fileprivate var ending: [UInt8]? {
    guard alternatives.count == 1, case .name(let tokens)? = alternatives[0].last,
      case .anyText? = tokens.first
    else { return nil }
    switch tokens.count {
    case 1: return []
    case 2: if case .text(let bytes) = tokens[1] { return bytes } else { return nil }
    default: return nil
    }
  }
}

extension Ruleset {
  /// The sources that may have files whose paths begin with `folder`, by number.
  fileprivate func sources(beginningIn folder: [UInt8]) -> [Int] {
    sources.indices.filter { sources[$0].files.contains { !$0.isExclusion && $0.mayMatch(after: folder) } }
  }
}
