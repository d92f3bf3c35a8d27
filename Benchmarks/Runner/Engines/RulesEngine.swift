import Findings
import Foundation
import RuleEngine
import SourceText
import YAML

extension Engine {
  static let rules = Engine(name: "rules") { corpus in
    let files = try RulesetFiles(folder: corpus.package.appendingPathComponent("Rules/metropolis"))
    guard let ruleset = Ruleset.read(files).ruleset else { throw Stop("Rules/metropolis has mistakes") }
    let inForce = RulesInForce(ruleset)
    let checker = FileChecker(ruleset, inForce)
    let join = Join(ruleset, inForce)
    let texts = corpus.texts.map { SourceText(fileBytes: $0) }

    var memory = CheckMemory()
    func check(_ index: Int) -> FileResult {
      let path = corpus.paths[index]
      return checker.check(
        corpus.files[index], of: texts[index], path: path, sources: ruleset.sources(of: path), &memory)
    }
    let results = texts.indices.map { check($0) }
    let facts = results.map(\.facts)
    let store = FactStore(facts, for: ruleset)
    let messages =
      results.flatMap { $0.findings.map(\.message) } + join.run(store).drafts.values.joined().map(\.message)
    // Findings are slow, and a clean set is what is to be measured.
    guard messages.isEmpty else { throw Stop("the set is not clean: \(messages.prefix(5))") }
    return [
      ("read the ruleset, once for all", { keep(Ruleset.read(files).findings.count) }),
      ("sources of a path", { for path in corpus.paths { keep(ruleset.sources(of: path).count) } }),
      ("phase one, of trees", { for index in texts.indices { keep(check(index).findings.count) } }),
      ("phase two, take in facts", { keep(FactStore(facts, for: ruleset).facts(of: "") == nil ? 0 : 1) }),
      ("phase two, join", { keep(join.run(store).drafts.count) }),
    ]
  }
}

extension RulesetFiles {
  /// The files of a ruleset's folder on disk.
  ///
  /// - Throws: `Stop` when there is no such folder, and what Foundation throws when a file cannot be read.
  init(folder: URL) throws {
    guard let paths = FileManager.default.enumerator(atPath: folder.path) else {
      throw Stop("no folder \(folder.path)")
    }
    var files: [String: [UInt8]] = [:]
    for case let path as String in paths where path.hasSuffix(".yaml") {
      files[path] = [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    }
    self.init(origin: folder.path, files: files)
  }
}
