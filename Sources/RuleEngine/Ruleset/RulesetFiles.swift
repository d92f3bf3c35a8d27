package import Findings
import SourceText

/// The files of a ruleset's folder, in memory: a ruleset is read from these alone, wherever they come from.
package struct RulesetFiles: Sendable {
  /// Where the folder is, as people would name it (`Rules/metropolis`): what mistakes begin their paths with. May
  /// be empty.
  package let origin: String

  /// The bytes of each file, by its path from the folder, with `/`.
  package let files: [String: [UInt8]]

  /// The paths of the files, sorted.
  package let paths: [String]

  /// The files of a folder.
  package init(origin: String, files: [String: [UInt8]]) {
    self.origin = origin
    self.files = files
    paths = files.keys.sorted()
  }

  /// A path as people find it: with the folder's place.
  func shown(_ path: String) -> String { origin.isEmpty || origin == "." ? path : origin + "/" + path }

  /// The text of a file; an empty one when there is none.
  func text(_ path: String) -> SourceText { SourceText(fileBytes: files[path] ?? []) }
}

/// What reading a ruleset gives.
package struct RulesetReading: Sendable {
  /// The ruleset; nothing when there is a mistake in it: nothing is checked with half a ruleset.
  package let ruleset: Ruleset?

  /// All mistakes of all files, sorted; also warnings, which do not stand in the way of a ruleset. Paths begin with
  /// the origin.
  package let findings: [Finding]

  /// The texts that the findings speak of.
  package let sources: Sources
}

extension Ruleset {
  /// The file of a ruleset's folder that names the ruleset, its sources and its indexes.
  package static let settingsFile = "ruleset.yaml"

  /// The sources of a ruleset, in its order, read from its settings alone; nothing when something is wrong with
  /// these. What is wrong with its rules and schemas is not found out.
  package static func readSources(_ files: RulesetFiles) -> [Source]? {
    var reader = RulesetReader(files)
    reader.readSettings()
    return reader.sources
  }

  /// Reads a ruleset, or finds out everything that is wrong with it.
  package static func read(_ files: RulesetFiles) -> RulesetReading {
    let layout = RulesetLayout(files.paths)
    var reader = RulesetReader(files)
    reader.readSettings()
    reader.readRules(LoadedRulesetFiles(layout.rules, of: files))
    return reading(&reader, SchemaReader(layout.schemas, of: files), layout)
  }

  /// The same, with schemas and the loading of rules beside the rest: half of what a run for one file does is reading its
  /// ruleset.
  package static func readInParallel(_ files: RulesetFiles) async -> RulesetReading {
    let layout = RulesetLayout(files.paths)
    async let rules = LoadedRulesetFiles(layout.rules, of: files)
    async let schemas = SchemaReader(layout.schemas, of: files)
    var reader = RulesetReader(files)
    reader.readSettings()
    reader.readRules(await rules)
    return reading(&reader, await schemas, layout)
  }

  private static func reading(
    _ reader: inout RulesetReader, _ schemas: SchemaReader, _ layout: RulesetLayout
  ) -> RulesetReading {
    let ruleset = reader.read(with: schemas, layout)
    return RulesetReading(
      ruleset: ruleset, findings: reader.mistakes.findings.sorted(), sources: Sources(reader.texts))
  }
}
