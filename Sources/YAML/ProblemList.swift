import SourceText

/// The problems of a file. Of each kind the first ones are kept and the others counted, so that a file with a
/// million mistakes takes no gigabytes to say so.
struct ProblemList {
  private struct Tally {
    let kind: Problem.Kind
    var count: Int
    /// The first one that was not kept.
    var firstCut: ByteRange?
  }

  private var kept: [Problem] = []
  private var tallies: [Tally] = []

  /// Whether the file asks for more than it may, so that there is no use in going on.
  private(set) var isOverLimit = false

  /// Adds a problem, or counts it when there are enough of its kind.
  mutating func add(_ problem: Problem) {
    if problem.kind == .limit { isOverLimit = true }
    let index = tallies.firstIndex { $0.kind == problem.kind } ?? tallies.count
    if index == tallies.count { tallies.append(Tally(kind: problem.kind, count: 0)) }
    tallies[index].count += 1
    if tallies[index].count <= Problem.mostOfAKind {
      kept.append(problem)
    } else if tallies[index].firstCut == nil {
      tallies[index].firstCut = problem.range
    }
  }

  /// Takes back the problems that are kept and begin at `start` or after it.
  mutating func drop(from start: Int) {
    for problem in kept where problem.range.start >= start {
      guard let index = tallies.firstIndex(where: { $0.kind == problem.kind }) else { continue }
      tallies[index].count -= 1
    }
    kept.removeAll { $0.range.start >= start }
  }

  /// Adds the problems of another part of the work on the same file.
  mutating func add(_ other: ProblemList) {
    for problem in other.kept { add(problem) }
    for tally in other.tallies where tally.count > Problem.mostOfAKind {
      guard let index = tallies.firstIndex(where: { $0.kind == tally.kind }) else { continue }
      tallies[index].count += tally.count - Problem.mostOfAKind
      tallies[index].firstCut = tallies[index].firstCut ?? tally.firstCut
    }
  }

  /// The problems in the order of the text; where some were not kept, one says how many.
  var sorted: [Problem] {
    if kept.isEmpty { return [] }
    let rest = tallies.compactMap { tally in
      tally.firstCut.map { range in
        Problem.more(tally.kind, count: tally.count - Problem.mostOfAKind, from: range)
      }
    }
    return (kept + rest).sorted { ($0.range, $0.message) < ($1.range, $1.message) }
  }
}

extension Problem {
  /// Says that from `range` on there are `count` more of `kind`.
  fileprivate static func more(_ kind: Kind, count: Int, from range: ByteRange) -> Problem {
    Problem(
      kind: kind,
      message: "\(count) more of the same kind from here on, after the first \(Problem.mostOfAKind)",
      range: range, help: "repair the others first")
  }
}
