import Findings

/// Room for the findings of one rule. A file in which everything is wrong has as many as nobody reads and no memory
/// holds: the first are told, and that the others were not looked for.
struct FindingRoom {
  /// How many findings of one severity a rule tells of one file.
  static let most = 10_000
  /// Why a rule does not say more of a file.
  static let reason =
    "it has more than \(most / 1_000),000 findings of this rule, and the others were not looked for"

  /// What is left for a finding.
  enum Room {
    /// There is room.
    case one
    /// There is none for the first time.
    case lastIsTaken
    /// There is none.
    case none
  }

  private struct Place: Hashable {
    let file: UInt32
    let severity: Severity
  }

  private var counts: [Place: Int] = [:]

  /// Takes room for a finding in a file, by its place in `FactStore.files`.
  mutating func take(in file: UInt32, _ severity: Severity) -> Room {
    let place = Place(file: file, severity: severity)
    let count = counts[place, default: 0]
    guard count <= Self.most else { return .none }
    counts[place] = count + 1
    return count < Self.most ? .one : .lastIsTaken
  }
}
