import Synchronization

/// A compiled pattern that turns to machine code once it has been used often enough to be worth it.
final class Program: Sendable {
  /// After how many matches machine code is made: making it takes about as long as it saves in this many.
  private static let matchesBeforeMachineCode = 300

  /// The longest text, in bytes, that is interpreted before that: a longer one takes so long that machine code is worth it
  /// at once.
  private static let longestInterpreted = 4096

  private let interpreted: Code
  private let budget: Budget
  private let matches = Atomic<Int>(0)
  private let machineCode = LazyReference<Code>()

  /// Whether PCRE2 has said that it can make none.
  private let hasNoMachineCode = Atomic<Bool>(false)

  init(_ code: Code, budget: Budget) {
    interpreted = code
    self.budget = budget
  }

  /// Matches `text`.
  ///
  /// Machine code and the interpreter give the same answers, but one may give up where the other has one.
  /// So the outcome is `gaveUp` only if both do, and does not depend on what was matched before.
  func run(_ text: Span<UInt8>, isKnownToBeValid: Bool) -> Outcome {
    let steps = budget.steps(forText: text.count)
    if let machineCode = machineCode.load()
      ?? (text.count > Self.longestInterpreted ? makeMachineCode() : nil)
    {
      let outcome = machineCode.match(text, isKnownToBeValid: isKnownToBeValid, steps: steps)
      guard outcome == .gaveUp else { return outcome }
      return interpreted.match(text, isKnownToBeValid: isKnownToBeValid, steps: steps)
    }
    let outcome = interpreted.match(text, isKnownToBeValid: isKnownToBeValid, steps: steps)
    let count = matches.wrappingAdd(1, ordering: .relaxed).newValue
    guard outcome == .gaveUp || count == Self.matchesBeforeMachineCode,
      let machineCode = makeMachineCode()
    else { return outcome }
    guard outcome == .gaveUp else { return outcome }
    return machineCode.match(text, isKnownToBeValid: isKnownToBeValid, steps: steps)
  }

  /// Makes machine code, or takes what another thread has made just now; nil where there can be none.
  private func makeMachineCode() -> Code? {
    guard !hasNoMachineCode.load(ordering: .relaxed) else { return nil }
    guard let made = interpreted.withMachineCode() else {
      hasNoMachineCode.store(true, ordering: .relaxed)
      return nil
    }
    return machineCode.storeIfNil(made)
  }
}
