/// What of a spelling a reader takes for the same.
package enum Folding {
  /// The text without case and diacritics, for sorting as a reader does: São Paulo stands with Sao Paulo.
  package static func forSorting(_ text: String) -> String {
    text.utf8.isASCII ? text.lowercased() : fold(text, dropping: { _ in false })
  }

  /// The text without case, diacritics, spaces and hyphens: two spellings of one name have the same.
  package static func forComparing(_ text: String) -> String {
    fold(text, dropping: { $0.properties.isWhitespace || $0.properties.generalCategory == .dashPunctuation })
  }

  /// The text without diacritics, in the case that it has: what people type who have no such keys.
  package static func withoutDiacritics(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.decomposedScalars where scalar.properties.generalCategory != .nonspacingMark {
      plain.append(scalar)
    }
    return String(plain).normalizedC
  }

  private static func fold(_ text: String, dropping: (Unicode.Scalar) -> Bool) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.decomposedScalars where !dropping(scalar) {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      let lower = scalar.properties.lowercaseMapping
      for part in lower.unicodeScalars where part.properties.generalCategory != .nonspacingMark {
        if let letter = withStroke.first(where: { $0.letter == part }) {
          folded.append(contentsOf: letter.plain.unicodeScalars)
        } else {
          folded.append(part)
        }
      }
    }
    return String(folded)
  }

  /// Letters that readers take for another with a diacritic, though Unicode does not decompose them.
  private static let withStroke: [(letter: Unicode.Scalar, plain: String)] = [
    ("æ", "ae"), ("ð", "d"), ("ø", "o"), ("þ", "th"), ("đ", "d"), ("ħ", "h"), ("ı", "i"), ("ł", "l"),
    ("œ", "oe"), ("ß", "ss"), ("ŧ", "t"),
  ]
}

extension String.UTF8View {
  /// Whether there is nothing but ASCII.
  fileprivate var isASCII: Bool { allSatisfy { $0 < 0x80 } }
}
