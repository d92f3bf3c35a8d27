import Foundation
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
  static let all: [Engine] = [.yaml, .jsonPath, .jsonSchema, .patterns]
}

/// The texts of a set's activities, and the trees of these.
struct Corpus {
  let texts: [[UInt8]]
  let trees: [Tree]
  /// The folder of the package.
  let package: URL
}
