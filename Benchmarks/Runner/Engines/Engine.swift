import Foundation
import SourceText
import YAML

/// One of the libraries, measured alone, in this process, over texts that are in memory.
struct Engine: Sendable {
  /// The name that `--only` takes.
  let name: String
  /// What can be measured of it, each a name and what is done once for all texts.
  ///
  /// - Throws: `Stop` when the texts are not what the engine needs.
  let measures: @Sendable (Corpus) throws -> [(name: String, body: () -> Void)]

  /// All engines, in the order of the table.
  static let all: [Engine] = [.yaml, .jsonPath, .jsonSchema, .patterns, .rules]
}

/// A set in memory, as all engines get it.
struct Corpus {
  let paths: [String]
  let texts: [[UInt8]]
  /// What the loader makes of the texts.
  let files: [LoadedFile]
  /// The trees of the activities.
  let activities: [Tree]
  /// The folder of the package.
  let package: URL

  /// The files by path.
  init(_ files: [(path: String, bytes: [UInt8])], package: URL) {
    paths = files.map(\.path)
    texts = files.map(\.bytes)
    self.files = texts.map { loadYAML(SourceText(fileBytes: $0)) }
    activities = zip(paths, self.files).compactMap { $0.contains("activities/") ? $1.tree : nil }
    self.package = package
  }
}
