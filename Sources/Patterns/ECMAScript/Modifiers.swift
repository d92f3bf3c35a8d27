extension Cursor {
  /// Takes the modifiers and the colon of `(?ims-ims:`, where each letter may be there once.
  mutating func takeModifiers() throws(Problem) {
    let start = offset
    let expected = "expected ':', '=', '!', '<=', '<!' or '<name>' after '(?', found "
    var (hasI, hasM, hasS, hasHyphen) = (false, false, false, false)
    func isThereTwice(_ isThere: inout Bool) -> Bool {
      defer { isThere = true }
      return isThere
    }
    while let next, next != ":" {
      let isTwice =
        switch next {
        case "i": isThereTwice(&hasI)
        case "m": isThereTwice(&hasM)
        case "s": isThereTwice(&hasS)
        case "-" where !hasHyphen: isThereTwice(&hasHyphen)
        default: throw problem(expected, .character(next), at: start)
        }
      if isTwice { throw problem("the modifier ", .character(next), " is there twice") }
      advance()
    }
    guard take(":"), hasI || hasM || hasS else { throw problem(expected, found, at: start) }
  }
}
