/// What a run ends with.
enum ExitStatus: Int32, Sendable, CaseIterable, Comparable {
  /// Nothing was found that counts.
  case fine = 0
  /// Something was.
  case findings = 1
  /// The call, the configuration or a ruleset is wrong.
  case misuse = 2
  /// metrolint could not do its work.
  case failure = 3

  /// The better first.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What it means, for help.
  var summary: String {
    switch self {
    case .fine: "nothing was found at or above --fail-on"
    case .findings: "there are findings"
    case .misuse: "the call, the configuration or a ruleset is wrong"
    case .failure: "metrolint could not do its work"
    }
  }
}
