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

    init(path: String, sources: [Int], content: Result<String, FileProblem>) {
      self.path = path
      self.sources = sources
      switch content {
      case .success(path): elsewhere = nil
      case .success(let other): elsewhere = .at(other)
      case .failure(let problem): elsewhere = .nowhere(problem)
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

  /// Looks at the files below the root of a data set.
  init(_ dataSet: DataSet) {
    let listing = FileListing(dataSet.folder, dataSet.exclusion)
    self.init(listing.files, Inventory.sources(of: listing.files[...], dataSet), dataSet)
  }

  /// The same with `jobs` of those who look worked on side by side; nothing for as many as there are processors.
  static func make(_ dataSet: DataSet, jobs: Int?) async -> Inventory {
    let listing = await dataSet.listing?.take() ?? FileListing(dataSet.folder, dataSet.exclusion)
    let parts = stride(from: 0, to: listing.files.count, by: partCount).map {
      $0..<min($0 + partCount, listing.files.count)
    }
    let known = await inParallel(parts, jobs: jobs) { sources(of: listing.files[$0], dataSet) }
    return Inventory(listing.files, known.flatMap(\.self), dataSet)
  }

  /// How many files are looked at together.
  private static let partCount = 1_024

  /// For each file the sources that it belongs to; nothing for one that is not looked at.
  private static func sources(of files: ArraySlice<FoundFile>, _ dataSet: DataSet) -> [[Int]?] {
    let exclusion = dataSet.exclusion
    var finder = SourceFinder(dataSet.ruleset)
    return files.map { exclusion.excludes($0) ? nil : finder.sources(of: $0.path) }
  }

  private init(_ found: [FoundFile], _ sourcesOfFiles: [[Int]?], _ dataSet: DataSet) {
    let ruleset = dataSet.ruleset
    var isFilled = [Bool](repeating: false, count: ruleset.sources.count)
    files.reserveCapacity(found.count)
    for (file, sources) in zip(found, sourcesOfFiles) {
      guard let sources else { continue }
      for source in sources { isFilled[source] = true }
      let hidden = Inventory.isFolderNotLookedInto(file) ? ruleset.sources(inside: file.path) : []
      for source in hidden { isFilled[source] = true }
      if !hidden.isEmpty {
        files.append(File(path: file.path, sources: Set(sources + hidden).sorted(), content: file.content))
      } else if !sources.isEmpty {
        if case .link = file.kind { links.append(files.count) }
        files.append(File(path: file.path, sources: sources, content: file.content))
      } else if FileListing.isYAML(file.path), let severity = dataSet.inForce[.unknownFile] {
        findings.append(.unknownFile(file.path, severity, ruleset))
      }
    }
    guard let severity = dataSet.inForce[.missingSource] else { return }
    for (source, isFilled) in zip(ruleset.sources, isFilled) where source.isRequired && !isFilled {
      findings.append(.missing(source, severity))
    }
  }

  /// The paths of all that is looked at or found to be in no place.
  var paths: [String] { files.map(\.path) + findings.map(\.path) }

  /// Whether this is a folder in which there may be files of the set that nobody could look at.
  private static func isFolderNotLookedInto(_ file: FoundFile) -> Bool {
    switch file.kind {
    case .problem(.refused), .problem(.linkCycle), .problem(.linkAgain), .problem(.folderOutside): true
    case .file, .link, .problem: false
    }
  }
}
