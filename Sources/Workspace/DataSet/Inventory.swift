import Findings
import RuleEngine
import SourceText

/// The files of a data set, with what they hold.
struct Inventory: Sendable {
  /// A file of one source or more.
  struct File: Sendable, Hashable {
    /// Its path from the root.
    let path: String
    /// The sources that it belongs to, by number.
    let sources: [Int]
    /// Where its bytes are when they are not at its path.
    private let elsewhere: Elsewhere?

    /// Where the bytes of few files are. Apart, since there are many files.
    private indirect enum Elsewhere: Sendable, Hashable {
      case at(String)
      case nowhere(FileProblem)
    }

    init(path: String, sources: [Int], kind: FoundFile.Kind) {
      self.path = path
      self.sources = sources
      switch kind {
      case .file: elsewhere = nil
      case .link(let target): elsewhere = .at(target)
      case .problem(let problem): elsewhere = .nowhere(problem)
      }
    }

    /// Where its bytes are, from the root: elsewhere than at its path when that is a link. Nothing when it cannot
    /// be read, for a reason that is known without trying.
    var content: Result<String, FileProblem> {
      switch elsewhere {
      case nil: .success(path)
      case .at(let other): .success(other)
      case .nowhere(let problem): .failure(problem)
      }
    }
  }

  /// By path.
  private(set) var files: [File] = []
  /// The places in `files` of those whose bytes are elsewhere.
  private(set) var links: [Int] = []
  /// Files that belong to no source, and sources without a file.
  private(set) var findings: [Finding] = []

  /// For each source whether it has a file.
  private var isFilled: [Bool]

  /// Looks at the files below the root of a data set.
  init(_ dataSet: DataSet) {
    let listing = FileListing(dataSet.folder, dataSet.exclusion)
    var finder = SourceFinder(dataSet.ruleset)
    self = Inventory.look(at: listing.files[...], dataSet, nil, &finder, dataSet.folder).0
    addMissingSources(dataSet)
  }

  /// The same of files that are found, with `jobs` of those who look worked on side by side; nothing for as many as there are
  /// processors. And what the cache has of each file.
  static func make(
    _ dataSet: DataSet, _ listing: FileListing, known: ResultsReader?, jobs: Int?
  ) async -> (Inventory, [Sighting]) {
    let parts = stride(from: 0, to: listing.files.count, by: partCount).map {
      $0..<min($0 + partCount, listing.files.count)
    }
    var all = Inventory(sourcesOf: dataSet)
    var sightings: [Sighting] = []
    all.files.reserveCapacity(listing.files.count)
    sightings.reserveCapacity(listing.files.count)
    let seen = await inParallel(
      parts, jobs: jobs, tool: { _ in (SourceFinder(dataSet.ruleset), dataSet.folder.visited()) },
      { look(at: listing.files[$0], dataSet, known, &$1.0, $1.1) }
    ).results
    for (part, partSightings) in seen {
      all.add(part)
      sightings += partSightings
    }
    all.addMissingSources(dataSet)
    return (all, sightings)
  }

  /// How many files are looked at together.
  private static let partCount = 1_024

  /// Some of the files, with what the cache has of each.
  private static func look(
    at found: ArraySlice<FoundFile>, _ dataSet: DataSet, _ known: ResultsReader?,
    _ finder: inout SourceFinder, _ folder: any FileFolder
  ) -> (Inventory, [Sighting]) {
    let exclusion = dataSet.exclusion
    var part = Inventory(sourcesOf: dataSet)
    var sightings: [Sighting] = []
    part.files.reserveCapacity(found.count)
    sightings.reserveCapacity(found.count)
    var knownFiles = KnownFiles(known, folder, from: found.first)
    for file in found where !exclusion.excludes(file) {
      guard knownFiles.find(file) else {
        let path = file.path
        if part.add(file.kind, path, finder.sources(of: path), dataSet) { sightings.append(.new) }
        continue
      }
      let path = knownFiles.path
      // Those of something that cannot be read are others.
      let sources = if case .file = file.kind { knownFiles.sources } else { finder.sources(of: path) }
      if part.add(file.kind, path, sources, dataSet) { sightings.append(knownFiles.sighting(file.kind)) }
    }
    return (part, sightings)
  }

  private init(sourcesOf dataSet: DataSet) {
    isFilled = [Bool](repeating: false, count: dataSet.ruleset.sources.count)
  }

  /// Adds what stands at `path`, which belongs to some sources.
  ///
  /// - Returns: whether it is a file of the set.
  private mutating func add(
    _ kind: FoundFile.Kind, _ path: String, _ sources: [Int], _ dataSet: DataSet
  ) -> Bool {
    let ruleset = dataSet.ruleset
    for source in sources { isFilled[source] = true }
    let hidden = Inventory.isFolderNotLookedInto(kind) ? ruleset.sources(inside: path) : []
    for source in hidden { isFilled[source] = true }
    if !hidden.isEmpty {
      files.append(File(path: path, sources: Set(sources + hidden).sorted(), kind: kind))
    } else if !sources.isEmpty {
      if case .link = kind { links.append(files.count) }
      files.append(File(path: path, sources: sources, kind: kind))
    } else {
      if FileListing.isYAML(path), let severity = dataSet.inForce[.unknownFile] {
        findings.append(.unknownFile(path, severity, ruleset))
      }
      return false
    }
    return true
  }

  /// Adds files that come behind these.
  private mutating func add(_ other: Inventory) {
    links += other.links.map { files.count + $0 }
    files += other.files
    findings += other.findings
    for source in isFilled.indices where other.isFilled[source] { isFilled[source] = true }
  }

  /// Tells of required sources that have no file.
  private mutating func addMissingSources(_ dataSet: DataSet) {
    guard let severity = dataSet.inForce[.missingSource] else { return }
    for (source, isFilled) in zip(dataSet.ruleset.sources, isFilled) where source.isRequired && !isFilled {
      findings.append(.missing(source, severity))
    }
  }

  /// Where the bytes of those files are that are links, by path.
  var targetsOfLinks: [String: String] {
    links.reduce(into: [:]) { targets, place in
      if case .success(let target) = files[place].content { targets[files[place].path] = target }
    }
  }

  /// The paths of all that is looked at or found to be in no place.
  var paths: [String] { files.map(\.path) + findings.map(\.path) }

  /// Whether this is a folder in which there may be files of the set that nobody could look at.
  private static func isFolderNotLookedInto(_ kind: FoundFile.Kind) -> Bool {
    switch kind {
    case .problem(.refused), .problem(.linkCycle), .problem(.linkAgain), .problem(.folderOutside): true
    case .file, .link, .problem: false
    }
  }
}
