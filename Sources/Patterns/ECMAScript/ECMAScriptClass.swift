extension ECMAScriptReader {
  /// Writes a class in brackets: `CharacterClass` of ECMA-262.
  mutating func characterClass() throws(Problem) -> Extent {
    let start = cursor.offset
    cursor.advance()
    let isNegated = cursor.take("^")
    let outputStart = output.count
    output.write(isNegated ? "[^" : "[")
    let membersStart = output.count
    var work = 1
    while !cursor.take("]") {
      guard cursor.next != nil else {
        throw cursor.problem("expected ']' to end the class, found the end of the pattern", at: start)
      }
      try classMember()
      work += 1
    }
    if output.count > membersStart {
      output.write("]")
    } else {
      // PCRE2 has no class without members.
      output.removeAll(from: outputStart)
      output.write(isNegated ? "." : CharacterSet.nothing)
    }
    return Extent(minimum: 1, maximum: 1, work: 1 + work / 16)
  }

  /// Writes one member: a character, a range or a set such as `\d`.
  private mutating func classMember() throws(Problem) {
    let start = cursor.offset
    let first = try classAtom()
    guard cursor.next == "-", let after = cursor.afterNext, after != "]" else {
      return write(first)
    }
    cursor.advance()
    let last = try classAtom()
    guard case .character(let low) = first, case .character(let high) = last else {
      throw cursor.problem(
        "a range needs a character on both sides of '-', not a set of characters", at: start)
    }
    guard low <= high else {
      throw cursor.problem("the range runs backwards: its first character comes after its last", at: start)
    }
    write(low...high)
  }

  private mutating func classAtom() throws(Problem) -> ClassAtom {
    if let set = try cursor.takeCharacterSet() { return .set(set) }
    guard let next = cursor.next, next != "\\" else {
      return .character(try cursor.takeCharacterEscape(inClass: true))
    }
    cursor.advance()
    return .character(next.value)
  }

  private mutating func write(_ atom: ClassAtom) {
    switch atom {
    case .character(let character): write(character...character)
    case .set(let set): output.write(member: set)
    }
  }

  /// Writes a range without the surrogates at its ends: PCRE2 refuses them, and no UTF-8 text has any.
  private mutating func write(_ range: ClosedRange<UInt32>) {
    let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF
    let low = surrogates.contains(range.lowerBound) ? surrogates.upperBound + 1 : range.lowerBound
    let high = surrogates.contains(range.upperBound) ? surrogates.lowerBound - 1 : range.upperBound
    if low == high, let scalar = Unicode.Scalar(low) {
      output.write(literal: scalar)
    } else if low < high {
      output.write(members: low...high)
    }
  }
}

/// What a class has on either side of a hyphen, or by itself.
private enum ClassAtom {
  case character(UInt32)
  case set(CharacterSet)
}
