/// What has become of the rows of each collector of a file.
struct FactDifference {
  /// Rows before and after.
  enum Change: Comparable {
    /// They are the same in the same places.
    case none
    /// They say the same in other places.
    case moved
    /// They say something else.
    case changed
  }

  /// For each collector that has or had rows in the file, what became of them.
  let changes: [Int: Change]
  /// The collectors whose rows begin at another place among the file's values.
  let shifted: Set<Int>

  /// - Parameters:
  ///   - before: the facts of the file as they were; nothing when it was not there.
  ///   - after: the facts as they are; nothing when it is gone.
  init(from before: FileFacts?, to after: FileFacts?) {
    var changes: [Int: Change] = [:]
    var shifted: Set<Int> = []
    let (old, new) = (before?.rows.sections ?? [], after?.rows.sections ?? [])
    for collector in Set((old + new).map(\.collector)) {
      guard let before, let after, let left = old.first(where: { $0.collector == collector }),
        let right = new.first(where: { $0.collector == collector })
      else {
        changes[collector] = .changed
        continue
      }
      changes[collector] = FactDifference.change(from: before.rows, left, to: after.rows, right)
      if left.values != right.values { shifted.insert(collector) }
    }
    self.changes = changes
    self.shifted = shifted
  }

  private static func change(
    from before: FactRows, _ old: FactRows.Section, to after: FactRows, _ new: FactRows.Section
  ) -> Change {
    guard old.values.count == new.values.count else { return .changed }
    var change = Change.none
    let (oldTexts, newTexts) = (before.texts, after.texts)
    var (left, right) = (FactCursor(at: old), FactCursor(at: new))
    for _ in old.values {
      guard let left = left.next(in: before.bytes.span), let right = right.next(in: after.bytes.span),
        left.kind == right.kind,
        left.textCount == right.textCount,
        !left.hasText || oldTexts.part(left.textRange) == newTexts.part(right.textRange)
      else { return .changed }
      if left.node != right.node || left.range != right.range { change = .moved }
    }
    return change
  }
}

extension ArraySlice<UInt8> {
  /// The elements in a range that is counted from the first.
  fileprivate func part(_ range: Range<Int>) -> ArraySlice<UInt8> {
    self[startIndex + range.lowerBound..<startIndex + range.upperBound]
  }
}
