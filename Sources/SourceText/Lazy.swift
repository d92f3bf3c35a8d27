import Synchronization

/// Something about a text that is made when it is first asked for.
final class Lazy<Value: Sendable>: Sendable {
  private final class Made: Sendable {
    let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }

  private let made = AtomicLazyReference<Made>()

  /// What `make` gives, which is the same each time.
  func value(_ make: () -> Value) -> Value {
    if let made = made.load() { return made.value }
    return made.storeIfNil(Made(make())).value
  }
}
