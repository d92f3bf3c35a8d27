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
    let words = rawValue.split(separator: "-", omittingEmptySubsequences: false)
    return rawValue.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } == true
      && words.allSatisfy { word in
        !word.isEmpty
          && word.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          }
      }
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
