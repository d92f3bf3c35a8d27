extension String {
  /// The most code points of a value in a sentence.
  private static let mostShown = 200

  /// The text as a sentence has it: an empty one in quotes, so that it is seen, and of a long one the beginning.
  var shown: String {
    if isEmpty { return "\"\"" }
    let beginning = unicodeScalars.prefix(String.mostShown)
    return beginning.endIndex == unicodeScalars.endIndex ? self : String(beginning) + "…"
  }
}
