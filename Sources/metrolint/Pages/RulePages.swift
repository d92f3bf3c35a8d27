import Findings
import Synchronization
import Workspace

/// The pages that an editor's diagnostics link to: what `metrolint explain` says of a rule, as files in the cache, for
/// no address of rules is known that holds for every ruleset and version.
final class RulePages: Sendable {
  private let folder: PageFolder
  private let known = Mutex<[String: String?]>([:])

  /// Pages in metrolint's cache folder.
  init(_ place: CachePlace) {
    folder = PageFolder(place)
  }

  /// The absolute path of the page of a rule of `dataSet`, read with its examples; nothing when there is none or it
  /// cannot be written.
  func path(of rule: RuleID, in dataSet: DataSet) -> String? {
    let key = "\(rule) \(dataSet.rulesKey) \(dataSet.root)"
    if let known = known.withLock({ $0[key] }) { return known }
    let rules = RuleDescription.all(of: dataSet, workingFolder: dataSet.root)
    let path = rules.first { $0.id == rule }.flatMap {
      folder.path(of: RulePage($0).markdownText, named: rule.rawValue)
    }
    known.withLock { $0[key] = path }
    return path
  }
}
