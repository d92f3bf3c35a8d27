/// What a node is: the kinds of JSON, with whole numbers told apart, as the YAML 1.2 core schema resolves them.
@usableFromInline package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
  /// `null`, `~` or nothing at all.
  case null
  /// `true` or `false`.
  case boolean
  /// A number written without fraction and exponent.
  case integer
  /// A number written with fraction or exponent, or `.inf`, or `.nan`.
  case float
  /// Any other scalar.
  case string
  /// A list.
  case sequence
  /// Keys with values.
  case mapping

  /// Whether a node of this kind is no list and no mapping.
  @inlinable package var isScalar: Bool { rawValue < Kind.sequence.rawValue }

  /// Whether a node of this kind is a number.
  @inlinable package var isNumber: Bool { self == .integer || self == .float }
}

/// How a scalar is written.
@usableFromInline package enum ScalarStyle: UInt8, Sendable, Hashable {
  /// Without quotes.
  case plain
  /// In `'`.
  case singleQuoted
  /// In `"`.
  case doubleQuoted
  /// After `|`.
  case literal
  /// After `>`.
  case folded
}
