/// The name of a rule: lower case words joined by `-`, such as `outcome-exists`.
package struct RuleID: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
  /// The name itself.
  package let rawValue: String

  /// A rule's name from text, whatever its form; `isWellFormed` tells whether the form is right.
  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A rule's name written in code.
  package init(stringLiteral value: String) {
    rawValue = value
  }

  /// Whether the name is lower case words (letters and digits, a letter first) joined by single hyphens.
  package var isWellFormed: Bool {
    let hyphen = UInt8(ascii: "-")
    var last = hyphen
    for (offset, byte) in rawValue.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"): if offset == 0 { return false }
      case hyphen: if last == hyphen { return false }
      default: return false
      }
      last = byte
    }
    return last != hyphen
  }

  /// In the order of their bytes.
  package static func < (left: RuleID, right: RuleID) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}

extension RuleID: CustomStringConvertible {
  /// The name itself.
  package var description: String { rawValue }
}
