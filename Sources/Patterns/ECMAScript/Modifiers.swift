extension Cursor {
  /// Takes the modifiers and the colon of `(?ims-ims:`, where each letter may be there once.
  mutating func takeModifiers() throws(PatternError) {
    let start = offset
    var letters: Set<Unicode.Scalar> = []
    var hasHyphen = false
    while let next, next != ":" {
      switch next {
      case "-" where !hasHyphen: hasHyphen = true
      case "i", "m", "s":
        guard letters.insert(next).inserted else {
          throw error("the modifier \(next.name) is there twice")
        }
      default:
        throw error(
          "expected ':', '=', '!', '<=', '<!' or '<name>' after '(?', found \(next.name)", at: start)
      }
      advance()
    }
    guard take(":"), !letters.isEmpty else {
      throw error("expected ':', '=', '!', '<=', '<!' or '<name>' after '(?', found \(found)", at: start)
    }
  }
}
