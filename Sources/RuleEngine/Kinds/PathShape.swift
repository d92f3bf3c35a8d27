/// What paths a pattern or a template may stand for, as far as it can be told without a file: never less than they do.
struct PathShape: Sendable {
  /// A part of a path.
  enum Part: Sendable, Hashable {
    /// This byte.
    case byte(UInt8)
    /// One byte that is no `/`.
    case oneByte
    /// Any number of bytes without `/`.
    case text
    /// Any number of bytes.
    case anything

    var mayRepeat: Bool { self == .text || self == .anything }

    /// Whether one byte can be of both.
    func meets(_ other: Part) -> Bool {
      switch (self, other) {
      case (.byte(let byte), .byte(let other)): byte == other
      case (.byte(let byte), .oneByte), (.byte(let byte), .text), (.oneByte, .byte(let byte)),
        (.text, .byte(let byte)):
        byte != UInt8(ascii: "/")
      default: true
      }
    }
  }

  private var parts: [Part] = []

  /// Whether some path has both shapes.
  func meets(_ other: PathShape) -> Bool {
    let (left, right) = (parts, other.parts)
    var seen = [Bool](repeating: false, count: (left.count + 1) * (right.count + 1))
    var open = [(left: 0, right: 0)]
    while let (i, j) = open.popLast() {
      if i == left.count, j == right.count { return true }
      guard !seen[i * (right.count + 1) + j] else { continue }
      seen[i * (right.count + 1) + j] = true
      if i < left.count, left[i].mayRepeat { open.append((i + 1, j)) }
      if j < right.count, right[j].mayRepeat { open.append((i, j + 1)) }
      guard i < left.count, j < right.count, left[i].meets(right[j]) else { continue }
      open.append((left[i].mayRepeat ? i : i + 1, right[j].mayRepeat ? j : j + 1))
    }
    return false
  }
}

extension PathShape {
  /// The shape of the paths that a template gives; a value may be anything.
  init(_ template: PathTemplate) {
    for part in template.parts {
      switch part {
      case .text(let range): parts += template.bytes[range].map { .byte($0) }
      case .anyText: parts.append(.text)
      case .value, .folders: parts.append(.anything)
      }
    }
  }

  /// The shape of the paths that one alternative of a pattern matches.
  init(_ segments: [Glob.Segment]) {
    for (number, segment) in segments.enumerated() {
      switch segment {
      case .folders: parts.append(.anything)
      case .name(let tokens):
        for token in tokens {
          switch token {
          case .text(let bytes): parts += bytes.map { .byte($0) }
          case .any, .oneOf: parts += [.oneByte, .text]
          case .anyText: parts.append(.text)
          }
        }
        if number < segments.count - 1 { parts.append(.byte(UInt8(ascii: "/"))) }
      }
    }
  }
}
