extension Cursor {
  /// Takes a group's name and `>`: `RegExpIdentifierName` of ECMA-262. Returns where the name is.
  mutating func takeGroupName() throws(Problem) -> Range<Int> {
    let nameStart = offset
    while offset > nameStart || next != ">" {
      let start = offset
      if start > nameStart, take(">") { return nameStart..<start }
      guard let scalar = try takeNameCharacter() else { break }
      guard start == nameStart ? scalar.startsGroupName : scalar.continuesGroupName else {
        throw problem("a group name has letters, digits, '$' and '_' and starts with no digit", at: start)
      }
    }
    throw problem("expected a group name and '>', found ", found)
  }

  /// Takes one character of a name, which may be written as an escape; nil at the end.
  fileprivate mutating func takeNameCharacter() throws(Problem) -> Unicode.Scalar? {
    let start = offset
    guard take("\\", "u") else {
      let scalar = next
      advance()
      return scalar
    }
    guard let scalar = Unicode.Scalar(try takeUnicodeEscape()) else {
      throw problem("half a surrogate pair cannot be in a group name", at: start)
    }
    return scalar
  }

  /// A cursor over the same pattern at `offset`.
  fileprivate func moved(to offset: Int) -> Cursor {
    var cursor = self
    cursor.move(to: offset)
    return cursor
  }

  /// A hash of the name that was taken at `range`, whatever it is written with.
  func hash(ofName range: Range<Int>) -> Int {
    var cursor = moved(to: range.lowerBound)
    var hasher = Hasher()
    while cursor.offset < range.upperBound, let scalar = try? cursor.takeNameCharacter() {
      hasher.combine(scalar.value)
    }
    return hasher.finalize()
  }

  /// Whether the names that were taken at two places are the same, whatever they are written with.
  func areSameNames(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    var cursor = moved(to: left.lowerBound)
    var other = moved(to: right.lowerBound)
    while cursor.offset < left.upperBound, other.offset < right.upperBound {
      guard let scalar = try? cursor.takeNameCharacter(), let otherScalar = try? other.takeNameCharacter(),
        scalar == otherScalar
      else { return false }
    }
    return cursor.offset == left.upperBound && other.offset == right.upperBound
  }
}

extension [UInt8] {
  /// The name that was taken at `range` of a pattern.
  func groupName(_ range: Range<Int>) -> String {
    var cursor = Cursor()
    cursor.start(span.extracting(range))
    var name = String.UnicodeScalarView()
    while let scalar = try? cursor.takeNameCharacter() { name.append(scalar) }
    return String(name)
  }
}

extension Unicode.Scalar {
  fileprivate var startsGroupName: Bool { self == "$" || self == "_" || properties.isIDStart }

  fileprivate var continuesGroupName: Bool {
    self == "$" || properties.isIDContinue || self == "\u{200C}" || self == "\u{200D}"
  }
}
