import RuleEngine
import Workspace

/// The data set that a call is about.
struct DataSetCall: Sendable {
  /// The options that say what is in force.
  static let options: [any CommandOption] = [Options.ruleset, Options.only, Options.severity, Options.skip]

  /// The world that it is in.
  private(set) var environment: Environment

  private var options: DataSetOptions

  /// Takes what the call says.
  init(_ arguments: Arguments) throws(Failure) {
    environment = Environment(files: DiskFiles(), workingFolder: try WorkingFolder.path())
    var options = DataSetOptions()
    options.ruleset = arguments[Options.ruleset]
    options.only = arguments.all(Options.only)
    options.skip = arguments.all(Options.skip)
    options.severities = arguments.all(Options.severity).map { (rule: $0.left, level: $0.right) }
    options.today = arguments[Options.today]
    self.options = options
  }

  /// The same call with another ruleset.
  func with(ruleset: String) -> DataSetCall {
    var call = self
    call.options.ruleset = ruleset
    return call
  }

  /// The same call, but the rules have their examples.
  func withExamples() -> DataSetCall {
    var call = self
    call.options.readsExamples = true
    return call
  }

  /// The same call, but the files are looked for while the ruleset is read.
  func listingFiles() -> DataSetCall {
    var call = self
    call.options.listsFiles = true
    return call
  }

  /// Keeps results from run to run.
  mutating func keepResults(in place: CachePlace?) {
    environment.cache = place
  }

  /// Lets `bytes` stand for the file at `path`: as seen from the working folder or, when that leads out of the data
  /// set that `member` is in, from the root of this set.
  ///
  /// - Returns: the absolute path.
  mutating func put(
    _ bytes: [UInt8], at path: String, inSetOf member: String?
  ) async throws(Failure) -> String {
    var place = Path.absolute(path, in: environment.workingFolder)
    if let member {
      let dataSet = try await open(member)
      if Path.below(place, dataSet.root) == nil { place = Path.absolute(path, in: dataSet.root) }
      guard let below = Path.below(place, dataSet.root),
        environment.files.kind(of: place) != .absent || !dataSet.ruleset.sources(of: below).isEmpty
      else { throw .misuse("\(path) is no file of the data set \(dataSet.shownRoot)", help: nil) }
    }
    guard environment.files.kind(of: place) != .folder else {
      throw .misuse("\(path) is a folder; standard input can stand for a file only", help: nil)
    }
    environment.files = OverlaidFiles(environment.files, buffers: [place: bytes])
    return place
  }

  /// The data set that `paths` are in, the working folder when there are none, with those of them that are files.
  func open(_ paths: [String]) async throws(Failure) -> (dataSet: DataSet, files: [String]) {
    let dataSet = try await open(paths.first ?? ".")
    if let other = try firstOutside(dataSet, paths.dropFirst()) {
      throw .misuse(
        "\(paths[0]) and \(other) are in different data sets", help: "check one data set after the other")
    }
    let isAll = paths.contains { isFolder($0) }
    return (dataSet, isAll ? [] : paths)
  }

  /// The files of a data set's ruleset, its examples too.
  func rulesetFiles(of dataSet: DataSet) throws(Failure) -> RulesetFiles {
    do {
      return try dataSet.rulesetLocation.read(environment, examples: true)
    } catch {
      throw Failure(error)
    }
  }

  private func open(_ path: String) async throws(Failure) -> DataSet {
    do {
      return try await DataSet.open(path, options: options, environment: environment)
    } catch {
      throw Failure(error)
    }
  }

  private func firstOutside(_ dataSet: DataSet, _ paths: ArraySlice<String>) throws(Failure) -> String? {
    do {
      return try dataSet.firstOutside(paths, options: options, environment: environment)
    } catch {
      throw Failure(error)
    }
  }

  /// Whether there is a folder at a path.
  func isFolder(_ path: String) -> Bool {
    environment.files.kind(of: Path.absolute(path, in: environment.workingFolder)) == .folder
  }
}
