import Findings
import RuleEngine

/// A hash of 128 bits over several parts, which tells things apart that are kept on disk.
struct Digest: Sendable, Hashable {
  private(set) var high: UInt64 = 0x6a09_e667_f3bc_c908
  private(set) var low: UInt64 = 0xbb67_ae85_84ca_a73b

  /// The digest of nothing.
  init() {}

  /// A digest with these bits.
  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Takes in one more part; where one ends and the next begins matters.
  mutating func combine(_ part: [UInt8]) {
    high = ContentHash.of(part.span, seed: high)
    low = ContentHash.of(part.span, seed: low)
  }

  /// Takes in one more part.
  mutating func combine(_ part: String) {
    combine(Array(part.utf8))
  }

  /// 32 hexadecimal digits.
  var text: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}

extension Digest {
  /// The digest of a ruleset's files, wherever they are.
  init(of ruleset: RulesetFiles) {
    self.init()
    for path in ruleset.paths {
      combine(path)
      combine(ruleset.files[path] ?? [])
    }
  }

  /// The digest of which rules are in force, how much they weigh and which day they take for today.
  init(of rules: RulesInForce) {
    self.init()
    combine(rules.today ?? "")
    for rule in rules.rules {
      combine(rule.rawValue)
      combine(rules[rule]?.rawValue ?? "")
    }
  }
}
