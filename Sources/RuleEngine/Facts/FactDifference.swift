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
    let sections = (before?.sections ?? []) + (after?.sections ?? [])
    for collector in Set(sections.map { Int($0.collector) }) {
      guard let before, let after else {
        changes[collector] = .changed
        continue
      }
      let (old, new) = (before.values(of: collector), after.values(of: collector))
      changes[collector] = FactDifference.change(from: before, old, to: after, new)
      if old != new { shifted.insert(collector) }
    }
    self.changes = changes
    self.shifted = shifted
  }

  private static func change(
    from before: FileFacts, _ old: Range<Int>, to after: FileFacts, _ new: Range<Int>
  ) -> Change {
    guard old.count == new.count else { return .changed }
    var change = Change.none
    for (left, right) in zip(before.values[old], after.values[new]) {
      guard left.kind == right.kind, left.textCount == right.textCount,
        !left.hasText || before.text[left.textRange] == after.text[right.textRange]
      else { return .changed }
      if left.node != right.node || left.range != right.range { change = .moved }
    }
    return change
  }
}
