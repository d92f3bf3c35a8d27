/// A place in a query, read one code point at a time.
struct Reader {
  private let scalars: [Unicode.Scalar]

  /// The same as bytes when it is ASCII, as nearly all queries are: their parts become texts at once. Else empty.
  private let ascii: [UInt8]

  /// The offset of the next code point, in code points.
  var offset = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    ascii = scalars.count == text.utf8.count ? Array(text.utf8) : []
  }

  /// The number of code points.
  var count: Int { scalars.count }

  /// The next code point, left where it is; nothing at the end.
  var next: Unicode.Scalar? { peek(0) }

  /// The code point `distance` after the next one.
  func peek(_ distance: Int) -> Unicode.Scalar? {
    offset + distance < scalars.count ? scalars[offset + distance] : nil
  }

  /// Passes `count` code points, which are there.
  mutating func advance(by count: Int = 1) {
    offset += count
  }

  /// Takes the next code point if it is `scalar`.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    offset += 1
    return true
  }

  /// Whether the next code points are those of `text`.
  func isNext(_ text: String) -> Bool {
    var distance = 0
    for scalar in text.unicodeScalars {
      guard peek(distance) == scalar else { return false }
      distance += 1
    }
    return true
  }

  /// Takes blank space (RFC 9535, section 2.1.1); whether there was any.
  @discardableResult mutating func skipBlanks() -> Bool {
    let start = offset
    while let next, next.isBlank { offset += 1 }
    return offset > start
  }

  /// Takes code points as long as `isPart` says so.
  mutating func take(while isPart: (Unicode.Scalar) -> Bool) -> String {
    let start = offset
    while let next, isPart(next) { offset += 1 }
    return text(start..<offset)
  }

  /// The code points of `range`.
  func text(_ range: Range<Int>) -> String {
    if !ascii.isEmpty { return String(decoding: ascii[range], as: UTF8.self) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }
}

// MARK: Errors

extension Reader {
  /// The code points of `range` as a message shows them: the first 40.
  func excerpt(_ range: Range<Int>) -> String {
    range.count <= 40 ? text(range) : text(range.prefix(40)) + "…"
  }

  /// The next code point as a message names it.
  var found: String { next?.nameInMessages ?? "the end" }

  /// The range of the next code point; empty at the end.
  var nextRange: Range<Int> { offset..<min(offset + 1, count) }

  /// An error at `range`, or at the next code point.
  func error(_ message: String, at range: Range<Int>? = nil, suggestion: String? = nil) -> QueryError {
    QueryError(message: message, codePointRange: range ?? nextRange, suggestion: suggestion)
  }

  /// An error at the next code point, where something else should be.
  func expected(_ what: String) -> QueryError {
    error("found \(found) where \(what) should be")
  }
}

// MARK: Code points

extension Unicode.Scalar {
  /// B of RFC 9535, section 2.1.1.
  var isBlank: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }

  /// DIGIT.
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// `name-first` of RFC 9535, section 2.5.1.1.
  var isNameStart: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" || value >= 0x80
  }

  /// `name-char` of RFC 9535, section 2.5.1.1.
  var isNamePart: Bool { isNameStart || isDigit }

  /// `function-name-first` of RFC 9535, section 2.4.
  var isFunctionNameStart: Bool { ("a"..."z").contains(self) }

  /// `function-name-char` of RFC 9535, section 2.4.
  var isFunctionNamePart: Bool { isFunctionNameStart || isDigit || self == "_" }

  /// The value of a hexadecimal digit; nothing for everything else.
  var hexadecimalDigit: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }

  /// The code point as a message names it: in quotes if it can be seen, else in words or by its number.
  var nameInMessages: String {
    switch self {
    case " ": return "a space"
    case "\t": return "a tab"
    case "\n", "\r": return "a line break"
    case "'": return "\"'\""
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .unassigned, .privateUse, .spaceSeparator, .lineSeparator, .paragraphSeparator,
      .nonspacingMark, .enclosingMark, .spacingMark, .surrogate:
      let digits = String(value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default:
      return "'\(self)'"
    }
  }
}
