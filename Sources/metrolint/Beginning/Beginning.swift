import Workspace

/// Begins a data set in a folder.
struct Beginning {
  private static let configuration = ".metrolint.yaml"

  /// The folder as the call names it.
  private let name: String
  private let folder: String
  private let files = DiskFiles()

  init(_ name: String) throws(Failure) {
    self.name = name
    folder = Path.absolute(name, in: try WorkingFolder.path())
  }

  /// Writes what is missing and says what it wrote.
  func run(_ console: Console) throws(Failure) -> ExitStatus {
    try refuse()
    let inside = try contents()
    var written: [String] = []
    if inside.isEmpty {
      for file in FirstSet.files { try write(file.text, to: file.path, &written) }
    }
    // The configuration comes last: what ends before it can be begun again.
    let ruleset = inside.isEmpty ? FirstSet.ruleset : inside.ruleset
    try write(Self.text(ruleset: ruleset ?? FirstSet.ruleset), to: Self.configuration, &written)
    var text = written.map { "wrote \(shown($0))\n" }.joined()
    if inside.isEmpty {
      text += "\nThis is a small network that is made up. Replace it by your own, file by file.\n"
    } else if ruleset == nil {
      text += """

        The files here are those of no built-in ruleset. Let ruleset in \(shown(Self.configuration)) name a folder with
        your own rules, or add the files that \(FirstSet.ruleset) needs: metrolint check says which.

        """
    }
    text += "Next: \(check)\n"
    try console.write(text)
    return .fine
  }

  /// What to type to check the set.
  private var check: String { name == "." ? "metrolint check" : "metrolint check \(name)" }

  private func shown(_ path: String) -> String { name == "." ? path : Path.join(name, path) }

  /// Refuses what is no place for a beginning.
  private func refuse() throws(Failure) {
    switch files.kind(of: folder) {
    case .file, .other: throw .misuse("\(name) is a file, no folder")
    case .absent, .folder: break
    }
    if files.kind(of: Path.join(folder, Self.configuration)) != .absent {
      throw .misuse(
        "there is a configuration already: \(shown(Self.configuration))", help: "\(check) checks the data set"
      )
    }
  }

  private func write(_ text: String, to path: String, _ written: inout [String]) throws(Failure) {
    do {
      let target = Path.join(folder, path)
      try NewFile.makeFolder(Path.parent(target) ?? "/")
      try NewFile.write(text, to: target)
      written.append(path)
    } catch {
      throw .system("cannot write \(shown(path)): \(error.message)")
    }
  }
}

// MARK: What is there

extension Beginning {
  /// What is in the folder.
  private struct Contents {
    /// Whether nothing is, but hidden files.
    let isEmpty: Bool
    /// The ruleset that is or fits there; nothing when none does.
    let ruleset: String?
  }

  private func contents() throws(Failure) -> Contents {
    guard files.kind(of: folder) == .folder else { return Contents(isEmpty: true, ruleset: nil) }
    do throws(FileProblem) {
      var hasFolders = false
      let found = try files.folder(folder).files { path in
        hasFolders = true
        return !path.contains("/")
      }
      let own = found.first { $0.path.hasSuffix("/ruleset.yaml") }.map { $0.path.prefix { $0 != "/" } }
      return Contents(
        isEmpty: found.isEmpty && !hasFolders,
        ruleset: own.map(String.init) ?? BuiltInRulesets.fitting(folder, files))
    } catch {
      throw .system("\(name) \(error.reason)")
    }
  }

  private static func text(ruleset: String) -> String {
    """
    # metrolint reads this file first. It marks the root of the data set.

    # A ruleset that metrolint has (\(BuiltInRulesets.names.joined(separator: ", "))), or a folder with your own.
    ruleset: \(ruleset)

    # Rules that shall weigh more or less: off, info, warning or error. `metrolint rules` lists them all.
    # rules: {unknown-file: error, yaml-ambiguous-scalar: off}

    # Files that are not looked at.
    # exclude: ["drafts/**"]

    # Findings to live with for now: `metrolint check --write-baseline .metrolint-baseline.json` writes them.
    # baseline: .metrolint-baseline.json

    """
  }
}
