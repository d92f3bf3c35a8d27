extension TextFormat {
  /// Every format, sorted by name.
  static let all: [TextFormat] = []
}
