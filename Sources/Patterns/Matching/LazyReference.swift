import Synchronization

/// An object that is made when it is first needed, by whichever thread comes first, and then stays.
///
/// The library's `AtomicLazyReference` is the same. It is not inlined, and looks its types up at each load, which takes
/// longer than many a match.
///
/// `@safe`: it holds one count of the object, and gives it back at its end.
@safe struct LazyReference<Object: AnyObject & Sendable>: ~Copyable, Sendable {
  private let kept = unsafe Atomic<Unmanaged<Object>?>(nil)

  deinit {
    unsafe kept.load(ordering: .acquiring)?.release()
  }

  /// The object; nothing when none was made yet.
  func load() -> Object? {
    unsafe kept.load(ordering: .acquiring)?.takeUnretainedValue()
  }

  /// Keeps `object`, unless another was kept before; the one that is kept.
  func storeIfNil(_ object: Object) -> Object {
    let new = unsafe Unmanaged.passRetained(object)
    let result = unsafe kept.compareExchange(
      expected: nil, desired: new, ordering: .acquiringAndReleasing)
    guard let earlier = unsafe result.original else { return object }
    unsafe new.release()
    return unsafe earlier.takeUnretainedValue()
  }
}
