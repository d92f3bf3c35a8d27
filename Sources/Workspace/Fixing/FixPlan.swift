import Findings
import SourceText

/// What the safe fixes of a report make of the files of a set.
struct FixPlan: Sendable {
  /// The texts of the files that change, in UTF-8, by path.
  private(set) var texts: [String: [UInt8]] = [:]
  /// For each file that changes, how many findings are repaired in it.
  private(set) var counts: [String: Int] = [:]

  /// The plan that applies the safe fixes of `report`, but for those that change a file of `withheld`. Of fixes that
  /// overlap, the one of the first finding wins, whole, so that the same report always gives the same plan; the other
  /// may come in a next round.
  init(_ report: Report, _ sources: Sources, withheld: Set<String> = []) {
    var taken: [String: [TextEdit]] = [:]
    for finding in report.findings {
      guard let fix = finding.fixes.first(where: \.isSafe) else { continue }
      // Two findings may ask for the very same repair; it is done once, and both are repaired.
      let isDone = fix.edits.allSatisfy { (taken[$0.path] ?? []).contains($0.edit) }
      let isFree = fix.edits.allSatisfy { edit in
        sources[edit.path] != nil && !withheld.contains(edit.path)
          && !(taken[edit.path] ?? []).contains { $0.touches(edit.edit) }
      }
      guard isDone || isFree else { continue }
      counts[finding.path, default: 0] += 1
      if isDone { continue }
      for edit in fix.edits { taken[edit.path, default: []].append(edit.edit) }
    }
    for (path, edits) in taken {
      guard let source = sources[path] else { continue }
      texts[path] = source.applying(edits).bytes
    }
  }
}

extension TextEdit {
  /// Whether the two edits cannot both be applied: they share a byte, or they are at one place.
  fileprivate func touches(_ other: TextEdit) -> Bool {
    range.overlaps(other.range) || range.start == other.range.start
  }
}
