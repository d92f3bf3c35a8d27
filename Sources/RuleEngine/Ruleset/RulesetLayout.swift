import Spelling

/// Where what lies in a ruleset's folder.
enum RulesetLayout {
  /// What a file is.
  enum Place: Hashable {
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

  /// What the file at `path`, from the ruleset's folder, is.
  static func place(of path: String) -> Place {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") }) else {
      return .ignored
    }
    if parts[0] == "examples", parts.count > 1 {
      return .example(parts.dropFirst().joined(separator: "/"))
    }
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    guard ["yaml", "yml", "json"].contains(ending) else { return .ignored }
    if parts[0] == "schemas", parts.count > 1 { return .schema }
    guard parts.count == 1 else {
      let closest = Closest.match(to: parts[0], among: folders)
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
        ? "rename it to \(name.dropLast(3))yaml" : "write it as YAML, or move it to schemas/")
  }
}
