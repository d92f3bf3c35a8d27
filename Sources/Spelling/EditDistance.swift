/// The edits between two texts.
package enum EditDistance {
  /// How many characters must be put in, taken out, replaced or exchanged with their neighbour to make one text
  /// of the other (optimal string alignment); nothing when it is more than `limit`.
  ///
  /// - Parameters:
  ///   - left: the code points of one text.
  ///   - right: the code points of the other.
  ///   - limit: the greatest distance of interest. The time grows with it and with the length, not with the
  ///     product of the lengths.
  package static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= limit else { return nil }
    guard !short.isEmpty else { return long.count }

    let far = limit + 1
    var twoAbove = [Int](repeating: far, count: short.count + 1)
    var above = (0...short.count).map { min($0, far) }
    var row = twoAbove
    for i in 1...long.count {
      // Only places within `limit` of the diagonal can be on a path that is short enough.
      let first = max(1, i - limit)
      let last = min(short.count, i + limit)
      guard first <= last else { return nil }
      row[first - 1] = first == 1 ? min(i, far) : far
      var best = row[first - 1]
      for j in first...last {
        let isSame = long[i - 1] == short[j - 1]
        var distance = above[j - 1] + (isSame ? 0 : 1)
        distance = min(distance, row[j - 1] + 1)
        if j < i + limit { distance = min(distance, above[j] + 1) }
        if i > 1, j > 1, long[i - 1] == short[j - 2], long[i - 2] == short[j - 1] {
          distance = min(distance, twoAbove[j - 2] + 1)
        }
        row[j] = min(distance, far)
        best = min(best, row[j])
      }
      if last < short.count { row[last + 1] = far }
      guard best <= limit else { return nil }
      (twoAbove, above, row) = (above, row, twoAbove)
    }
    return above[short.count] <= limit ? above[short.count] : nil
  }
}
