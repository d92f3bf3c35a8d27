import Spelling

/// Where what lies in a ruleset's folder.
struct RulesetLayout: Sendable {
  /// The paths of the rules, in the order of all paths.
  private(set) var rules: [String] = []
  /// The paths of the schemas.
  private(set) var schemas: [String] = []
  /// The files that every example starts from: their paths, and their paths in a data set.
  private(set) var examples: [(path: String, name: String)] = []
  /// The files that lie where they are not looked for.
  private(set) var misplaced: [(path: String, message: String, help: String)] = []

  init(_ paths: [String]) {
    for path in paths {
      switch RulesetLayout.place(of: path) {
      case .settings, .ignored: break
      case .rule: rules.append(path)
      case .schema: schemas.append(path)
      case .example(let name): examples.append((path, name))
      case .misplaced(let message, let help): misplaced.append((path, message, help))
      }
    }
  }

  /// What a file is.
  private enum Place {
    case settings
    case rule
    case schema
    /// A file that every example starts from, with its path in a data set.
    case example(String)
    /// No file of a ruleset, such as a README.
    case ignored
    /// A file that lies where it is not looked for.
    case misplaced(message: String, help: String)
  }

  private static let folders = ["schemas", "examples"]

  /// What the file at `path`, from the ruleset's folder, is. (By bytes: it is asked for each file, and a text is gone through
  /// character by character.)
  private static func place(of path: String) -> Place {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    var previous = slash
    for byte in path.utf8 {
      if byte == dot, previous == slash { return .ignored }
      previous = byte
    }
    let folder = path.utf8.firstIndex(of: slash).map { path[..<$0] }
    if folder == "examples" { return .example(String(path.dropFirst("examples/".count))) }
    let name = path[(path.utf8.lastIndex(of: slash).map(path.utf8.index(after:)) ?? path.startIndex)...]
    guard let end = name.utf8.lastIndex(of: dot) else { return .ignored }
    let ending = name[path.utf8.index(after: end)...]
    guard ending == "yaml" || ending == "yml" || ending == "json" else { return .ignored }
    if folder == "schemas" { return .schema }
    if let folder {
      let closest = Closest.match(to: String(folder), among: folders)
      return .misplaced(
        message: "\(path) is no place for a file of a ruleset",
        help: "rules lie beside ruleset.yaml, schemas in schemas/, example files in examples/"
          + (closest.map { "; did you mean \($0)/?" } ?? ""))
    }
    if path == Ruleset.settingsFile { return .settings }
    if ending == "yaml" { return .rule }
    return .misplaced(
      message: "a rule's file ends in .yaml, not in .\(ending)",
      help: ending == "yml"
        ? "rename it to \(name[..<end]).yaml" : "write it as YAML, or move it to schemas/")
  }
}
