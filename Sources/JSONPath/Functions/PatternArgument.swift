import Patterns
import Synchronization
import YAML

/// The second argument of `match` and `search`.
enum PatternArgument: Sendable {
  /// A pattern written in the query, compiled when it was read.
  case constant(Pattern)

  /// A pattern that comes from the tree, with those that came before.
  case computed(Operand, PatternCache)

  /// What is no pattern, and so matches nothing.
  case never
}

/// The patterns that one place in a query has met, so that they are compiled once.
///
/// A class, because it is shared by all copies of the query, on all threads.
final class PatternCache: Sendable {
  /// The most patterns that are kept. When there are more, it begins anew.
  private static let limit = 128

  /// A pattern, or whether what is none can still be called undecided.
  enum Entry: Sendable {
    case pattern(Pattern)

    /// Not by the grammar of RFC 9485.
    case invalid

    /// By the grammar, and more than can be compiled.
    case unsupported
  }

  private let entries = Mutex<[[UInt8]: Entry]>([:])

  /// What `text` is as an I-Regexp.
  func entry(for text: [UInt8]) -> Entry {
    if let entry = entries.withLock({ $0[text] }) { return entry }
    let entry = PatternCache.compile(text)
    entries.withLock { entries in
      if entries.count >= PatternCache.limit { entries.removeAll() }
      entries[text] = entry
    }
    return entry
  }

  private static func compile(_ text: [UInt8]) -> Entry {
    do {
      return .pattern(try Pattern(String(decoding: text, as: UTF8.self), dialect: .iregexp))
    } catch {
      return error.reason == .invalid ? .invalid : .unsupported
    }
  }
}

extension Evaluation {
  /// Matches the first argument against the pattern that is the second.
  mutating func test(
    _ arguments: Arguments, _ match: (Pattern, Span<UInt8>) -> Outcome
  ) -> Outcome3 {
    let value = arguments.value(0, &self)
    if value.isUndecided { return .undecided }
    switch arguments.pattern(1) {
    case .never:
      return .false
    case .constant(let pattern):
      return test(value, pattern, match)
    case .computed(let operand, let cache):
      let source = self.value(of: operand, arguments.current)
      if source.isUndecided { return .undecided }
      guard tree.kind(of: value) == .string, tree.kind(of: source) == .string else { return .false }
      switch cache.entry(for: tree.withText(of: source) { $0.bytes }) {
      case .pattern(let pattern): return test(value, pattern, match)
      case .invalid: return .false
      case .unsupported: return .undecided
      }
    }
  }

  private mutating func test(
    _ value: Value, _ pattern: Pattern, _ match: (Pattern, Span<UInt8>) -> Outcome
  ) -> Outcome3 {
    guard tree.kind(of: value) == .string else { return .false }
    // One that gives up may cost milliseconds, and the whole is undecided by then.
    guard patternsGivenUp < Evaluation.mostPatternsGivenUp else { return .undecided }
    switch tree.withText(of: value, { match(pattern, $0) }) {
    case .matches: return .true
    case .doesNotMatch: return .false
    case .gaveUp:
      patternsGivenUp += 1
      return .undecided
    }
  }
}

extension Span<UInt8> {
  /// A copy.
  fileprivate var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in 0..<count { bytes.append(self[index]) }
    return bytes
  }
}
