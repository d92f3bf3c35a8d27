import YAML

/// Which sources are not wholly known, and why: what a rule that needs them cannot say.
struct Gaps: Equatable, Sendable {
  private enum Gap: Equatable, Sendable {
    /// Some files could not be read, or do not say all: a part of a sentence.
    case unreadable(String)
    /// No file is there: a part of a sentence.
    case absent(String, isRequired: Bool)
  }

  private var gaps: [Gap?]
  /// For each collector that may miss rows because of a mistake that is said, the files that have it.
  private var doubted: [Int: [String]] = [:]
  /// By path, the nodes whose values are said to be wrong.
  private var refused: [String: Set<UInt32>] = [:]

  /// - Parameter isComplete: whether a source without a file is taken for one that has nothing to say, as in an
  ///   example, which has only the files that matter.
  init(_ store: FactStore, _ ruleset: Ruleset, isComplete: Bool) {
    /// Why some files of a source do not say all, though they could be read.
    var others: [Int: String] = [:]
    var unreadable = ruleset.sources.map { _ in [String]() }
    var isThere = ruleset.sources.map { _ in isComplete }
    // In its place: a copy of all that is known of a file costs more than a look at it.
    for file in store.files.indices {
      if !store.files[file].refused.isEmpty {
        refused[store.files[file].path] = Set(store.files[file].refused)
      }
      for collector in store.files[file].doubted {
        doubted[Int(collector), default: []].append(store.files[file].path)
      }
      for source in store.files[file].sources where Int(source) < ruleset.sources.count {
        isThere[Int(source)] = true
        guard store.files[file].state != .known else { continue }
        let path = store.files[file].path
        switch store.files[file].state {
        case .known: continue
        case .unreadable: unreadable[Int(source)].append(path)
        case .partial: others[Int(source)] = others[Int(source)] ?? "a query takes too long in \(path)"
        case .empty: others[Int(source)] = others[Int(source)] ?? "\(path) is empty"
        }
      }
    }
    gaps = ruleset.sources.indices.map { source in
      let files = unreadable[source]
      if !files.isEmpty { return .unreadable("\(Gaps.shown(files)) could not be read") }
      if let reason = others[source] { return .unreadable(reason) }
      if isThere[source] { return nil }
      return .absent(
        "the source \(ruleset.sources[source].name) has no file",
        isRequired: ruleset.sources[source].isRequired)
    }
  }

  /// The sources of which something else is not known; nothing when other mistakes are said than before, since what they
  /// make doubtful may be anywhere.
  func differences(from other: Gaps) -> Set<Int>? {
    guard doubted == other.doubted, refused == other.refused else { return nil }
    return Set(gaps.indices.filter { gaps[$0] != other.gaps[$0] })
  }

  /// Why not all of a source is known, as a part of a sentence; nothing when all of it is.
  func reason(_ source: Int) -> String? {
    switch gaps[source] {
    case nil: nil
    case .unreadable(let reason), .absent(let reason, _): reason
    }
  }

  private static func shown(_ paths: [String]) -> String {
    paths.count > 1 ? "\(paths[0]) and \(paths.count - 1) more" : paths.first ?? ""
  }

  /// Why some collectors may miss rows though all their files could be read.
  func doubt(aboutCollectors collectors: [Int]) -> String? {
    guard !doubted.isEmpty else { return nil }
    let paths = Set(collectors.flatMap { doubted[$0] ?? [] }).sorted()
    guard !paths.isEmpty else { return nil }
    return Gaps.reason(paths)
  }

  /// The same for the rows of the file at `path`.
  func doubt(aboutCollectors collectors: [Int], in path: String) -> String? {
    collectors.contains { doubted[$0]?.contains(path) ?? false } ? Gaps.reason([path]) : nil
  }

  /// Why something is not known because of mistakes in some files, as a part of a sentence.
  static func reason(_ paths: [String]) -> String {
    "\(paths.count > 1 ? "mistakes" : "a mistake") in \(shown(paths)) must be corrected first"
  }

  /// Whether some value is said to be wrong.
  var refuseSome: Bool { !refused.isEmpty }

  /// Whether a value in a file is said to be wrong.
  func refuses(_ node: UInt32, in path: String) -> Bool { refused[path]?.contains(node) == true }

  /// Those of some drafts that are not about a value that is said to be wrong.
  func unrefused(_ drafts: [Draft]) -> [Draft] {
    guard !refused.isEmpty else { return drafts }
    return drafts.filter { draft in
      guard let node = draft.node else { return true }
      return !refuses(node.index, in: draft.path)
    }
  }

  /// Why nothing at all is known of a source: it has no file; nothing when it has one.
  func absence(_ source: Int) -> String? {
    if case .absent(let reason, _)? = gaps[source] { reason } else { nil }
  }

  /// The first reason why a file of one of these sources could not be read; nothing when all could.
  func unreadable(_ sources: [Int]) -> String? {
    for source in sources {
      if case .unreadable(let reason)? = gaps[source] { return reason }
    }
    return nil
  }

  /// Why not all of some sources together is known. One of them may have no file when the ruleset does not require
  /// it and another has one.
  func reason(_ sources: [Int]) -> String? {
    let gaps = sources.map { self.gaps[$0] }
    for gap in gaps {
      switch gap {
      case .unreadable(let reason), .absent(let reason, isRequired: true): return reason
      case .absent(_, isRequired: false), nil: continue
      }
    }
    guard !gaps.contains(where: { $0 == nil }) else { return nil }
    return sources.first.flatMap { reason($0) }
  }
}
