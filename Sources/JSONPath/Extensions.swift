/// What a text may have, or must not have, beyond RFC 9535. Without any of these it is RFC 9535 alone.
package struct Extensions: OptionSet, Sendable, Hashable {
  /// The bits.
  package let rawValue: UInt8

  /// The extensions with these bits.
  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A query may begin with `@`, the node it is asked of.
  package static let relative = Extensions(rawValue: 1)

  /// A query may end in `~`, which selects the names of the members instead of their values.
  package static let names = Extensions(rawValue: 2)

  /// The functions `ancestor` and `starts_with` are known.
  package static let functions = Extensions(rawValue: 4)

  /// A constant pattern that is no I-Regexp is an error. In RFC 9535 it is valid and matches nothing, which
  /// cannot have been meant.
  package static let checkedPatterns = Extensions(rawValue: 8)

  /// All that a ruleset has.
  package static let ruleset: Extensions = [.relative, .names, .functions, .checkedPatterns]
}
