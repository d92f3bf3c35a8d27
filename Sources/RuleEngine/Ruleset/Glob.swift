import Spelling

/// A pattern for paths: `*` for anything without `/`, `?` for one code point, `[a-z]` for one of several, `{a,b}`
/// for one of several texts, and `**` for folders.
package struct Glob: Sendable, Hashable {
  /// A mistake in a pattern.
  package struct Mistake: Error, Hashable {
    /// What is wrong, without a final stop.
    package let message: String
  }

  /// The pattern as it is written, without a leading `!`.
  package let pattern: String

  /// Whether the pattern takes files away: it was written with a leading `!`.
  package let isExclusion: Bool

  /// The alternatives that braces stand for, each as segments between slashes.
  let alternatives: [[Segment]]

  /// What every path that matches begins with, in UTF-8: most paths are told apart by it.
  private(set) var beginning: [UInt8] = []

  enum Segment: Hashable, Sendable {
    /// `**`: any number of folders, also none.
    case folders
    case name([Token])
  }

  enum Token: Hashable, Sendable {
    /// Characters that stand for themselves, in UTF-8.
    case text([UInt8])
    /// One code point.
    case any
    case anyText
    case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  /// Reads a pattern; throws what is wrong with it.
  package init(_ text: String) throws(Mistake) {
    isExclusion = text.hasPrefix("!")
    pattern = isExclusion ? String(text.dropFirst()) : text
    guard !pattern.isEmpty else { throw Mistake(message: "an empty pattern matches no file") }
    guard !pattern.hasPrefix("/") else {
      throw Mistake(
        message: "a pattern is relative to the data set's root, so it cannot begin with /")
    }
    var alternatives: [[Segment]] = []
    for text in try Glob.expandBraces(Array(pattern.normalizedC.unicodeScalars)) {
      var segments: [Segment] = []
      for part in text.split(separator: "/", omittingEmptySubsequences: true) {
        if part.elementsEqual("..".unicodeScalars) {
          throw Mistake(message: "a pattern cannot lead out of the data set with ..")
        }
        if part.elementsEqual(".".unicodeScalars) { continue }
        let isFolders = part.elementsEqual("**".unicodeScalars)
        if isFolders, segments.last == .folders { continue }
        segments.append(isFolders ? .folders : .name(try Glob.tokens(Array(part))))
      }
      alternatives.append(segments)
    }
    self.alternatives = alternatives
    if alternatives.count == 1 { beginning = Glob.beginning(of: alternatives[0]) }
  }

  private static func beginning(of segments: [Segment]) -> [UInt8] {
    var beginning: [UInt8] = []
    for (number, segment) in segments.enumerated() {
      guard case .name(let tokens) = segment, case .text(let bytes)? = tokens.first else { break }
      if number > 0 { beginning.append(UInt8(ascii: "/")) }
      beginning += bytes
      guard tokens.count == 1 else { break }
    }
    return beginning
  }
}

// MARK: Reading

extension Glob {
  /// The most texts that the braces of a pattern may stand for.
  private static let mostAlternatives = 1_000

  private static func expandBraces(_ text: [Unicode.Scalar]) throws(Mistake) -> [[Unicode.Scalar]] {
    guard let open = text.firstIndex(of: "{") else {
      if text.contains("}") { throw Mistake(message: "a } without its {") }
      return [text]
    }
    var (depth, position, start) = (0, open, open + 1)
    var choices: [[Unicode.Scalar]] = []
    while position < text.count {
      switch text[position] {
      case "{": depth += 1
      case "}": depth -= 1
      case ",": break
      default:
        position += 1
        continue
      }
      if depth == 0 || depth == 1 && text[position] == "," {
        choices.append(Array(text[start..<position]))
        start = position + 1
      }
      if depth == 0 { break }
      position += 1
    }
    guard position < text.count else { throw Mistake(message: "a { without its }") }
    var expanded: [[Unicode.Scalar]] = []
    for choice in choices {
      expanded += try expandBraces(Array(text[..<open]) + choice + Array(text[(position + 1)...]))
      guard expanded.count <= mostAlternatives else {
        throw Mistake(message: "the braces stand for more than \(mostAlternatives) patterns")
      }
    }
    return expanded
  }

  private static func tokens(_ text: [Unicode.Scalar]) throws(Mistake) -> [Token] {
    var tokens: [Token] = []
    var literal: [UInt8] = []
    var position = 0
    while position < text.count {
      let token: Token
      switch text[position] {
      case "*": token = .anyText
      case "?": token = .any
      case "[": token = try set(text, &position)
      case let scalar:
        literal += String(scalar).utf8
        position += 1
        continue
      }
      if !literal.isEmpty { tokens.append(.text(literal)) }
      literal = []
      if token != .anyText || tokens.last != .anyText { tokens.append(token) }
      position += 1
    }
    if !literal.isEmpty { tokens.append(.text(literal)) }
    return tokens
  }

  /// Reads `[abc]`, `[a-z]` or `[!a]`; leaves `position` at the `]`.
  private static func set(_ text: [Unicode.Scalar], _ position: inout Int) throws(Mistake) -> Token {
    var index = position + 1
    let isNegated = index < text.count && (text[index] == "!" || text[index] == "^")
    if isNegated { index += 1 }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while index < text.count, text[index] != "]" || ranges.isEmpty {
      if index + 2 < text.count, text[index + 1] == "-", text[index + 2] != "]" {
        guard text[index] <= text[index + 2] else {
          throw Mistake(message: "the range \(text[index])-\(text[index + 2]) is empty")
        }
        ranges.append(text[index]...text[index + 2])
        index += 3
      } else {
        ranges.append(text[index]...text[index])
        index += 1
      }
    }
    guard index < text.count else { throw Mistake(message: "a [ without its ]") }
    position = index
    return .oneOf(ranges, isNegated: isNegated)
  }

  /// Why no path at all can be taken in by `globs`, as a part of a sentence; nothing when one can.
  static func reasonForNothing(in globs: [Glob]) -> String? {
    let taken = globs.filter { !$0.isExclusion }
    if taken.isEmpty {
      return globs.isEmpty ? "it has no pattern" : "every pattern takes files away"
    }
    let everything: Set = ["**", "**/*"]
    let away = Set(globs.filter(\.isExclusion).map(\.pattern))
    let isAllTakenAway =
      !away.isDisjoint(with: everything) || taken.allSatisfy { away.contains($0.pattern) }
    return isAllTakenAway ? "what one pattern takes in another takes away" : nil
  }
}
