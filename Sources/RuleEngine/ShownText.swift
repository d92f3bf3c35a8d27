extension String {
  /// The most code points of a value in a sentence.
  private static let mostShown = 200

  /// The text as a sentence has it: in quotes where one could not see where it begins or ends, and of a long one the
  /// beginning.
  var shown: String {
    if isEmpty || hasPrefix(" ") || hasSuffix(" ") { return "\"\(self)\"" }
    let beginning = unicodeScalars.prefix(String.mostShown)
    return beginning.endIndex == unicodeScalars.endIndex ? self : String(beginning) + "…"
  }
}
