import RuleEngine
import Synchronization

/// What stands below the root of a data set, before it is known what belongs to its sources.
struct FileListing: Sendable {
  /// By path, without what is in folders that are not looked into.
  let files: [FoundFile]

  /// Looks at all below a folder.
  init(_ folder: any FileFolder, _ exclusion: Exclusion) {
    // A folder with the name of a file is no file that anybody can read.
    var misnamed: [FoundFile] = []
    let found = folder.files { folder in
      if FileListing.isYAML(folder) { misnamed.append(FoundFile(path: folder, kind: .problem(.folder))) }
      return !exclusion.excludes(folder + "/")
    }
    files = misnamed.isEmpty ? found : (found + misnamed).sorted { $0.precedes($1) }
  }

  static func isYAML(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }
}

/// A listing that is being made, for the one who takes it: files come and go, so that it is good for once.
final class PendingListing: Sendable {
  private let task: Mutex<Task<FileListing, Never>?>
  private let done: Shared

  init(_ folder: any FileFolder, _ exclusion: Exclusion) {
    let done = Shared(0)
    self.done = done
    task = Mutex(
      Task.detached {
        defer { done.value.store(1, ordering: .relaxed) }
        return FileListing(folder, exclusion)
      })
  }

  /// Whether it is made: mostly so when the ruleset is read, unless there are many files.
  var isDone: Bool { done.value.load(ordering: .relaxed) > 0 }

  /// The listing when it is made; nothing for all but the first who ask.
  func take() async -> FileListing? {
    let taken = task.withLock { task in
      defer { task = nil }
      return task
    }
    return await taken?.value
  }
}

/// What below the root of a data set is not looked at: what the configuration says, and what belongs to the ruleset itself.
struct Exclusion: Sendable {
  /// The data set's root.
  let root: String
  /// The path of the ruleset's folder from the root, with `/` at its end, when it is there.
  private let ruleset: String?
  private let patterns: [Glob]

  init(root: String, rulesetLocation: RulesetLocation, configuration: Configuration) {
    self.root = root
    patterns = configuration.exclude
    ruleset =
      if case .folder(let folder) = rulesetLocation { Path.below(folder, root).map { $0 + "/" } } else { nil }
  }

  /// Whether the file or, with a slash at its end, folder at `path` is not looked at.
  func excludes(_ path: String) -> Bool {
    if let ruleset, path.hasPrefix(ruleset) { return true }
    guard !patterns.isEmpty else { return false }
    return patterns.includes(path)
      || path.hasSuffix("/") && patterns.includesAllInside(String(path.dropLast()))
  }

  /// Whether something that was found is not looked at; a folder that could not be entered is one all the same.
  func excludes(_ file: FoundFile) -> Bool {
    guard ruleset != nil || !patterns.isEmpty else { return false }
    if case .problem = file.kind, excludes(file.path + "/") { return true }
    return excludes(file.path)
  }
}
