package import Findings
package import RuleEngine
package import SourceText

/// A data set in an editor, whatever becomes of its configuration and its ruleset: while one of them is wrong, the last
/// good one stays, and what is wrong is told at its place.
package struct LiveSet: Sendable {
  /// A finding with the file that it is about, wherever that is.
  package struct Mistake: Sendable, Hashable {
    /// The absolute path of the file.
    package let path: String
    /// What is wrong.
    package let finding: Finding
    /// The file's text, when it could be read.
    package let source: SourceText?
  }

  /// The absolute path of its root folder.
  package let root: String
  /// The set as the last good configuration and ruleset have it; nothing until there is one.
  package private(set) var session: Session?
  /// Why it cannot be opened as it is; nothing when it can.
  package private(set) var problem: WorkspaceError?

  /// The files that mistakes were told of last.
  private var mistaken: Set<String> = []
  /// Whether it was opened since it was asked what has become something else of what refers to what.
  private var isReopened = true
  private let options: DataSetOptions
  private let progress: (@Sendable (_ done: Int, _ all: Int) -> Void)?

  /// Opens the set at `root` and checks it for the first time.
  ///
  /// - Parameter progress: called now and then with how many files are done and how many there are.
  package init(
    root: String, options: DataSetOptions, files: any Files,
    progress: (@Sendable (_ done: Int, _ all: Int) -> Void)? = nil
  ) async {
    self.root = root
    self.options = options
    self.progress = progress
    await open(files)
  }

  private mutating func open(_ files: any Files) async {
    isReopened = true
    let environment = Environment(files: files, workingFolder: root)
    var checkOptions = CheckOptions()
    checkOptions.progress = progress
    do throws(WorkspaceError) {
      let dataSet = try await DataSet.open(root, options: options, environment: environment)
      guard dataSet.root == root else {
        session = nil
        throw .usage("this is no data set of its own any more: it belongs to \(dataSet.root)")
      }
      session = await Session(dataSet, options: checkOptions, environment: environment)
      problem = nil
    } catch {
      problem = error
    }
  }

  /// Takes in what has changed since the last time.
  ///
  /// - Parameters:
  ///   - paths: the absolute paths of files whose text is another.
  ///   - isOfListing: whether files may have come or gone.
  ///   - files: the files as they are now.
  package mutating func update(_ paths: Set<String>, isOfListing: Bool, files: any Files) async {
    if paths.contains(where: isDecided) {
      await open(files)
      if problem == nil { return }
    }
    var change = Session.Change()
    change.paths = Set(paths.compactMap { Path.below($0, root) })
    change.isOfListing = isOfListing
    if !change.isEmpty { session?.update(change, files: files) }
  }

  /// Whether a change of the file at `path`, which is absolute, may change what holds in the set.
  package func isDecided(by path: String) -> Bool {
    if path == Path.join(root, Configuration.fileName) { return true }
    if case .folder(let folder)? = session?.dataSet.rulesetLocation, Path.below(path, folder) != nil {
      return true
    }
    // While something is wrong, the ruleset may be meant to be anywhere.
    guard problem != nil else { return false }
    return session == nil || session?.sources(of: Path.below(path, root) ?? "").isEmpty == true
  }
}

// MARK: Mistakes

extension LiveSet {
  /// The files of which something else is told than when this was asked last, by absolute path; nothing when all may
  /// be.
  package mutating func takeChanged() -> Set<String>? {
    let before = mistaken
    mistaken = Set(mistakes.map(\.path))
    guard let paths = session?.takeChanged() else { return nil }
    return Set(paths.map { Path.join(root, $0) }).union(before).union(mistaken)
  }

  /// What has become something else of what refers to what, since this was asked last.
  package mutating func takeKeyChange() -> KeyChange {
    defer { isReopened = false }
    let change = session?.takeKeyChange() ?? []
    return isReopened ? .all : change
  }

  /// What is wrong with the configuration, the ruleset and the baseline, by path and place.
  package var mistakes: [Mistake] {
    [problem, session?.baselineMistake].compactMap(\.self).flatMap(mistakes)
  }

  private func mistakes(_ error: WorkspaceError) -> [Mistake] {
    switch error {
    case .mistakes(let report, let sources):
      report.findings.map {
        Mistake(path: Path.absolute($0.path, in: root), finding: $0, source: sources[$0.path])
      }
    case .usage(let usage): [mistake(usage.message, help: usage.help)]
    case .failure(let text): [mistake(text, help: nil)]
    }
  }

  private func mistake(_ message: String, help: String?) -> Mistake {
    let finding = Finding(
      rule: Configuration.rule, severity: .error, message: message, path: Configuration.fileName,
      range: ByteRange(at: 0), help: help)
    return Mistake(path: Path.join(root, Configuration.fileName), finding: finding, source: nil)
  }
}
