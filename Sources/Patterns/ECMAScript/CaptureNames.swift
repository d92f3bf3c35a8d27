/// The capturing groups of a pattern, counted before it is read: a back reference may come before its group.
struct CaptureNames {
  /// The number of capturing groups, which are numbered from 1.
  private(set) var count = 0

  /// The numbers of the groups of each name.
  private(set) var numbers: [String: [Int]] = [:]

  /// Counts the groups from `cursor` on. What is wrong in the pattern is left for its reader to report.
  init(in cursor: Cursor) {
    var cursor = cursor
    var isInClass = false
    while let next = cursor.next {
      cursor.advance()
      switch next {
      case "\\": cursor.advance()
      case "[": isInClass = true
      case "]": isInClass = false
      case "(" where !isInClass: open(&cursor)
      default: break
      }
    }
  }

  private mutating func open(_ cursor: inout Cursor) {
    guard cursor.take("?") else {
      count += 1
      return
    }
    guard cursor.take("<"), cursor.next != "=", cursor.next != "!" else { return }
    count += 1
    if let name = try? cursor.takeGroupName() { numbers[name, default: []].append(count) }
  }
}

extension Cursor {
  /// Takes a group's name and `>`: `RegExpIdentifierName` of ECMA-262.
  mutating func takeGroupName() throws(PatternError) -> String {
    var name = ""
    while !name.isEmpty || next != ">" {
      if !name.isEmpty, take(">") { return name }
      let start = offset
      guard let scalar = try takeNameCharacter() else { break }
      guard name.isEmpty ? scalar.startsGroupName : scalar.continuesGroupName else {
        throw error("a group name has letters, digits, '$' and '_' and starts with no digit", at: start)
      }
      name.unicodeScalars.append(scalar)
    }
    throw error("expected a group name and '>', found \(found)")
  }

  /// Takes one character of a name, which may be written as an escape; nil at the end.
  private mutating func takeNameCharacter() throws(PatternError) -> Unicode.Scalar? {
    let start = offset
    guard take("\\u") else {
      let scalar = next
      advance()
      return scalar
    }
    guard let scalar = Unicode.Scalar(try takeUnicodeEscape()) else {
      throw error("half a surrogate pair cannot be in a group name", at: start)
    }
    return scalar
  }
}

extension Unicode.Scalar {
  fileprivate var startsGroupName: Bool { self == "$" || self == "_" || properties.isIDStart }

  fileprivate var continuesGroupName: Bool {
    self == "$" || properties.isIDContinue || self == "\u{200C}" || self == "\u{200D}"
  }
}
