import Foundation

extension [Double] {
  /// The middle one by size, of an even number the mean of the middle two; not a number when there is none.
  var median: Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    let middle = count / 2
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The one that this share of them, from 0 to 1, is not above.
  func percentile(_ share: Double) -> Double {
    guard !isEmpty else { return .nan }
    return sorted()[Swift.min(count - 1, Int((Double(count) * share).rounded(.up)) - 1)]
  }
}

/// The ratios of two things measured in turn, so that both meet the same state of the machine.
///
/// - Parameter rounds: how often both are run; at least 1.
/// - Returns: what each round gave.
func paired(
  rounds: Int, _ first: () throws -> Run, over second: () throws -> Run
) rethrows -> [(first: Run, second: Run)] {
  try (0..<max(1, rounds)).map { round in
    // Who goes first changes, so that neither always finds what the other left behind.
    if round % 2 == 0 {
      let second = try second()
      return (try first(), second)
    }
    return (try first(), try second())
  }
}

/// A ratio or a number of seconds as the tables show it.
func shown(_ number: Double, _ digits: Int = 2) -> String {
  String(format: "%.\(digits)f", number)
}
