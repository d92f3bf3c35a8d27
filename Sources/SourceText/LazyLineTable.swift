import Synchronization

/// A line table that is made when it is first asked for.
final class LazyLineTable: Sendable {
  private final class Made: Sendable {
    let table: LineTable

    init(_ table: LineTable) {
      self.table = table
    }
  }

  private let made = AtomicLazyReference<Made>()

  /// The lines of `bytes`, which are the same each time.
  func table(of bytes: [UInt8]) -> LineTable {
    if let made = made.load() { return made.table }
    return made.storeIfNil(Made(LineTable(bytes))).table
  }
}
