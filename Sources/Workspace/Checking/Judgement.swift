import Findings
import RuleEngine

extension Check {
  /// What a call says of the report beside the files of the set.
  struct Notes {
    /// What is not to be told again.
    let baseline: Baseline?
    /// The files that the report is about, by their paths from the root; nothing for all.
    let touched: Set<String>?

    init(_ check: Check) throws(WorkspaceError) {
      baseline = try check.readBaseline()
      touched = try check.touchedPaths()
    }
  }

  /// What both phases say, put together.
  struct Judgement: Sendable {
    /// What is said of each file that something is said of, by path.
    var parts: [Assembly.Part]
    /// What phase two says.
    var joined: JoinedFindings
    /// What could not be checked, sorted.
    var notChecked: [NotChecked]
    /// The facts, when they were joined.
    var store: FactStore?
  }

  /// Phase two, when what it says is not `known`, and what is made of both phases. The rows of the facts are needed only
  /// when it is not known.
  ///
  /// - Parameter readings: what was read of the rows already.
  func judge(
    _ inventory: Inventory, _ results: PhaseOneResults, _ readings: consuming [FactReading] = [],
    known: JoinedFindings?
  ) async -> Judgement {
    let said: Assembly.Joined
    var joinedStore: FactStore?
    var joined: JoinedFindings
    if let known {
      joined = known
      said = .findings(known.findings)
    } else {
      let all = results.all
      let store = FactStore(
        all.map(\.facts), for: dataSet.ruleset, readings: readings, sources: all.map(\.reading))
      let join = Join(dataSet.ruleset, dataSet.inForce).begin(store)
      let result = join.result(
        await inParallel(join.groups, jobs: options.jobs) { join.said(by: $0) })
      joined = JoinedFindings(
        notChecked: result.notChecked, filled: store.filledQueries(dataSet.ruleset))
      said = .drafts(result.drafts)
      joinedStore = store
    }
    var notChecked = joined.notChecked
    let ofFiles = results.said
    for (_, said) in ofFiles { notChecked += said.notChecked }
    notChecked.sort()
    let parts = await Assembly(self, inventory.files, said, notChecked: notChecked).parts(results, ofFiles)
    if known == nil {
      for part in parts {
        if let path = part.joined.first?.path { joined.findings[path] = part.joined }
      }
    }
    return Judgement(parts: parts, joined: joined, notChecked: notChecked, store: joinedStore)
  }
}
