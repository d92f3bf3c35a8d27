/// The documents of some files: which one a node is in.
struct DocumentRows {
  let rows: [(row: FactStore.Row, source: Int)]
  /// For each file, the root nodes of its documents, rising.
  private var roots: [UInt32: [UInt32]] = [:]

  /// - Parameter rows: one row for each document.
  init(_ store: FactStore, _ rows: [(row: FactStore.Row, source: Int)]) {
    self.rows = rows
    for (row, _) in rows {
      let root = store.value(0, of: row).node
      // The documents of a file in two sources come twice.
      if roots[row.file]?.last.map({ $0 < root }) ?? true {
        roots[row.file, default: []].append(root)
      }
    }
  }

  /// The number of the document that a row's node is in, from 0.
  func number(of row: FactStore.Row, _ store: FactStore) -> Int {
    let roots = roots[row.file] ?? []
    let node = store.value(0, of: row).node
    var low = 0
    var high = roots.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if roots[middle] <= node { low = middle } else { high = middle }
    }
    return low
  }
}
