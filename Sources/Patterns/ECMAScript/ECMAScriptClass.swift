extension ECMAScriptTranslator {
  /// Writes a class in brackets: `CharacterClass` of ECMA-262.
  mutating func characterClass() throws(PatternError) -> Extent {
    let start = cursor.offset
    cursor.advance()
    let isNegated = cursor.take("^")
    var members = Writer()
    var work = 1
    while !cursor.take("]") {
      guard cursor.next != nil else {
        throw cursor.error("expected ']' to end the class, found the end of the pattern", at: start)
      }
      try classMember(&members)
      work += 1
    }
    if members.bytes.isEmpty {
      writer.write(isNegated ? "." : CharacterSet.nothing)
    } else {
      writer.write(isNegated ? "[^" : "[")
      writer.write(members)
      writer.write("]")
    }
    return Extent(minimum: 1, maximum: 1, work: 1 + work / 16)
  }

  /// Writes one member: a character, a range or a set such as `\d`.
  private mutating func classMember(_ members: inout Writer) throws(PatternError) {
    let start = cursor.offset
    let first = try classAtom()
    guard cursor.next == "-", let after = cursor.peek(1), after != "]" else {
      return write(first, to: &members)
    }
    cursor.advance()
    let last = try classAtom()
    guard case .character(let low) = first, case .character(let high) = last else {
      throw cursor.error("a range needs a character on both sides of '-', not a set of characters", at: start)
    }
    guard low <= high else {
      throw cursor.error("the range runs backwards: its first character comes after its last", at: start)
    }
    write(low...high, to: &members)
  }

  private enum ClassAtom {
    case character(UInt32)
    case set(CharacterSet)
  }

  private mutating func classAtom() throws(PatternError) -> ClassAtom {
    if let set = try cursor.takeCharacterSet() { return .set(set) }
    guard let next = cursor.next, next != "\\" else {
      return .character(try cursor.takeCharacterEscape(inClass: true))
    }
    cursor.advance()
    return .character(next.value)
  }

  private func write(_ atom: ClassAtom, to members: inout Writer) {
    switch atom {
    case .character(let character): write(character...character, to: &members)
    case .set(let set): members.write(set.member)
    }
  }

  /// Writes a range without the surrogates at its ends: PCRE2 refuses them, and no UTF-8 text has any.
  private func write(_ range: ClosedRange<UInt32>, to members: inout Writer) {
    let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF
    let low = surrogates.contains(range.lowerBound) ? surrogates.upperBound + 1 : range.lowerBound
    let high = surrogates.contains(range.upperBound) ? surrogates.lowerBound - 1 : range.upperBound
    if low == high, let scalar = Unicode.Scalar(low) {
      members.write(literal: scalar)
    } else if low < high {
      members.write(members: low...high)
    }
  }
}
