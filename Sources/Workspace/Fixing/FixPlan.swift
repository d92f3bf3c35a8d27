package import Findings
package import SourceText

/// What safe fixes make of the files of a set.
package struct FixPlan: Sendable {
  /// A file that changes.
  package struct File: Sendable, Hashable {
    /// Its path from the root.
    package let path: String
    /// Its text as it was checked.
    package let before: SourceText
    /// Its text after the fixes, in UTF-8.
    package let after: [UInt8]
    /// The edits, in the order of the text.
    package let edits: [TextEdit]
  }

  /// The files that change, by path.
  package let files: [File]
  /// How many fixes are in it.
  package let applied: Int
  /// How many fixes are not, because they touch the same text as others: a second round may bring them.
  package let deferred: Int

  /// The plan that applies the safe fixes of `report`. Of fixes that overlap the one of the first finding wins, so the
  /// same report always gives the same plan.
  package init(_ report: Report, _ sources: Sources) {
    var taken: [String: [TextEdit]] = [:]
    var (applied, deferred) = (0, 0)
    for finding in report.findings {
      guard let fix = finding.fixes.first(where: \.isSafe) else { continue }
      let isFree = fix.edits.allSatisfy { edit in
        sources[edit.path] != nil && !(taken[edit.path] ?? []).contains { $0.touches(edit.edit) }
      }
      // Two findings may ask for the very same repair; it is done once, and both are repaired.
      let isDone = fix.edits.allSatisfy { (taken[$0.path] ?? []).contains($0.edit) }
      guard isFree || isDone else {
        deferred += 1
        continue
      }
      applied += 1
      if isDone { continue }
      for edit in fix.edits { taken[edit.path, default: []].append(edit.edit) }
    }
    self.applied = applied
    self.deferred = deferred
    files = taken.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path in
      guard let source = sources[path], let edits = taken[path] else { return nil }
      let edited = source.applying(edits)
      return File(path: path, before: source, after: edited.bytes, edits: edited.applied)
    }
  }
}

extension TextEdit {
  /// Whether the two edits cannot both be applied: they share a byte, or they are at one place.
  fileprivate func touches(_ other: TextEdit) -> Bool {
    range.overlaps(other.range) || range.start == other.range.start
  }
}

extension FixPlan.File {
  /// The file's bytes after the fixes, in the encoding that the file has.
  package var fileBytes: [UInt8] { before.fileBytes(of: after) }
}
