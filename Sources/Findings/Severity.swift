/// How much a finding weighs.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  /// Worth knowing.
  case info
  /// Probably wrong, or wrong somewhere else.
  case warning
  /// Wrong.
  case error

  private var weight: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// The lighter first.
  package static func < (left: Severity, right: Severity) -> Bool {
    left.weight < right.weight
  }
}
