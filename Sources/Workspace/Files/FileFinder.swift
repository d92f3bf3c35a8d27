import YAML

extension Folder {
  /// Everything under the folder that is no folder and not hidden, sorted by the bytes of the path.
  ///
  /// Hidden files and folders, whose name begins with `.`, are left out. A link is followed as long as it stays
  /// under the folder; a folder that several links lead to is looked into for the first of them.
  ///
  /// - Parameter enters: whether to look into the folder at this path, which has no `/` at its end.
  package func files(enters: (String) -> Bool = { _ in true }) -> [FoundFile] {
    var finder = FileFinder(root: self)
    finder.find(enters: enters)
    return finder.found
  }
}

/// A walk through a folder in the order of the paths' bytes, with one open folder at a time and no recursion.
private struct FileFinder {
  /// What an entry turns out to be.
  private enum Content {
    case leaf(FoundFile.Kind)
    /// `realPath` is relative to the root.
    case folder(realPath: String, isLinked: Bool)
  }

  /// A folder that the walk is in.
  private struct Stay {
    /// Relative to the root, `.` for the root itself. Below a link it is another path than the one shown.
    let realPath: String
    var listing: Listing
    /// Whether the names of all entries are UTF-8.
    let isText: Bool
    /// What the entries are whose kind alone does not tell, by their place before sorting.
    var contents: [Int: Content] = [:]
    /// The next entry to visit.
    var next = 0

    func realPath(of entry: Listing.Entry) -> String {
      let name = listing.name(of: entry)
      return realPath == "." ? name : "\(realPath)/\(name)"
    }
  }

  let root: Folder
  private(set) var found: [FoundFile] = []
  private var stays: [Stay] = []
  private var linkedFolders: Set<[UInt8]> = []
  private var isInOrder = true
  private var isASCII = true

  init(root: Folder) {
    self.root = root
  }

  mutating func find(enters: (String) -> Bool) {
    enter("", realPath: ".", isLinked: false)
    while var stay = stays.popLast() {
      addFiles(of: &stay)
      guard stay.next < stay.listing.entries.count else { continue }
      let entry = stay.listing.entries[stay.next]
      stay.next += 1
      stays.append(stay)
      visit(entry, of: stay, enters: enters)
    }
    if !isASCII { tellApart() }
    // A folder that cannot be looked into is shown without its `/`, and a name that is no UTF-8 with other bytes, so they may
    // belong elsewhere.
    if !isInOrder { found.sort { $0.precedes($1) } }
  }

  /// Adds the files that come next: nearly all that there is.
  private mutating func addFiles(of stay: inout Stay) {
    while stay.isText, stay.next < stay.listing.entries.count {
      let entry = stay.listing.entries[stay.next]
      guard entry.kind == .regular else { return }
      found.append(stay.listing.file(entry, .file))
      stay.next += 1
    }
  }

  private mutating func visit(_ entry: Listing.Entry, of stay: Stay, enters: (String) -> Bool) {
    guard let path = stay.listing.path(of: entry) else {
      add(stay.listing.shownPath(of: entry), .problem(.nameNotUTF8))
      isInOrder = false
      return
    }
    switch content(of: entry, in: stay) {
    case .leaf(let kind): add(path, kind)
    case .folder(let realPath, let isLinked):
      if enters(path) { enter(path, realPath: realPath, isLinked: isLinked) }
    }
  }

  private mutating func enter(_ path: String, realPath: String, isLinked: Bool) {
    do throws(FileProblem) {
      if isLinked, !linkedFolders.insert(Array(realPath.utf8)).inserted { throw .linkAgain }
      let listing = try root.descriptor.listing(of: realPath, prefix: path.isEmpty ? "" : path + "/")
      var stay = Stay(realPath: realPath, listing: listing, isText: listing.isText)
      isASCII = isASCII && listing.bytes.span.isASCII
      for index in listing.entries.indices {
        let entry = listing.entries[index]
        guard entry.kind == nil || entry.kind == .link else { continue }
        let content = contentOnDisk(at: stay.realPath(of: entry), kind: entry.kind)
        stay.contents[entry.start] = content
        if case .folder = content { stay.listing.entries[index].isFolder = true }
      }
      stay.listing.sort()
      stays.append(stay)
    } catch {
      add(path, .problem(error))
      isInOrder = false
    }
  }

  /// Tells files apart whose paths are the same text in other bytes, an é being one character or two: everywhere else a path is a
  /// text. One that can be read goes before one that cannot, and else the first.
  private mutating func tellApart() {
    var seen: Set<String> = []
    for isReadable in [true, false] {
      for index in found.indices where found[index].isReadable == isReadable && !found[index].isASCII {
        guard !seen.insert(found[index].path).inserted else { continue }
        found[index] = found[index].withBytesShown
        isInOrder = false
      }
    }
  }

  private mutating func add(_ path: String, _ kind: FoundFile.Kind) {
    found.append(FoundFile(path: path, kind: kind))
  }
}

// MARK: What entries are

extension FileFinder {
  private func content(of entry: Listing.Entry, in stay: Stay) -> Content {
    switch entry.kind {
    case .regular: .leaf(.file)
    case .folder: .folder(realPath: stay.realPath(of: entry), isLinked: false)
    case .special: .leaf(.problem(.special))
    case .link, nil: stay.contents[entry.start] ?? .leaf(.problem(.gone))
    }
  }

  private func contentOnDisk(at path: String, kind: FileStatus.Kind?) -> Content {
    do throws(FileProblem) {
      let kind = if let kind { kind } else { try root.descriptor.status(of: path).kind }
      return switch kind {
      case .regular: .leaf(.file)
      case .folder: .folder(realPath: path, isLinked: false)
      case .link: try target(ofLink: path)
      case .special: throw .special
      }
    } catch {
      return .leaf(.problem(error))
    }
  }

  private func target(ofLink link: String) throws(FileProblem) -> Content {
    let target: String
    do throws(FileProblem) {
      target = try realPath("\(root.realPath)/\(link)")
    } catch .gone {
      throw .brokenLink
    }
    if target == root.realPath { throw .linkCycle }
    let inside = root.realPath == "/" ? "/" : root.realPath + "/"
    guard target.utf8.starts(with: inside.utf8) else {
      throw (try? root.descriptor.status(of: target).kind) == .folder ? .folderOutside : .linkOutside
    }
    let relative = String(decoding: target.utf8.dropFirst(inside.utf8.count), as: UTF8.self)
    switch try root.descriptor.status(of: relative).kind {
    case .regular: return .leaf(.link(target: relative))
    case .folder where link.utf8.starts(with: "\(relative)/".utf8): throw .linkCycle
    case .folder: return .folder(realPath: relative, isLinked: true)
    case .link, .special: throw .special
    }
  }
}
