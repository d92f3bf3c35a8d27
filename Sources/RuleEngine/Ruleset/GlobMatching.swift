import Spelling
import YAML

/// A path cut at its slashes, to be held against many patterns.
package struct GlobPath: Sendable {
  /// The path in UTF-8 and Normalization Form C.
  private(set) var bytes: [UInt8] = []
  /// Where each name of the path is among the bytes.
  private(set) var names: [Range<Int>] = []

  /// A path from the data set's root, with `/`.
  package init(_ path: String) {
    set(path)
  }

  /// Puts another path in the place of this one.
  mutating func set(_ path: String) {
    bytes.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    bytes += path.normalizedC.utf8
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
      if index > start { names.append(start..<index) }
      start = index + 1
    }
    if bytes.count > start { names.append(start..<bytes.count) }
  }

  func begins(with beginning: [UInt8]) -> Bool {
    bytes.count >= beginning.count
      && beginning.span.isEqual(to: bytes.span.extracting(first: beginning.count))
  }

  /// The code point at `position`, and where the next one begins.
  func scalar(at position: Int) -> (Unicode.Scalar, end: Int) {
    let first = bytes[position]
    guard first >= 0x80 else { return (Unicode.Scalar(first), position + 1) }
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    return (text.unicodeScalars.first ?? "\u{FFFD}", end)
  }
}

extension Glob {
  /// Whether `path`, relative and with `/`, matches.
  package func matches(_ path: String) -> Bool { matches(GlobPath(path)) }

  /// Whether `path` matches.
  package func matches(_ path: GlobPath) -> Bool {
    path.begins(with: beginning) && alternatives.contains { Glob.match($0, path) }
  }

  /// Whether a path that begins so, in UTF-8, could match, as far as the pattern's first characters tell.
  func mayMatch(after beginning: [UInt8]) -> Bool {
    let shared = min(beginning.count, self.beginning.count)
    return beginning.span.extracting(first: shared).isEqual(to: self.beginning.span.extracting(first: shared))
  }

  /// Whether a file inside the folder `path` could match.
  package func mayMatchInside(_ path: String) -> Bool {
    let path = GlobPath(path)
    return alternatives.contains { segments in
      for (number, segment) in segments.enumerated() {
        guard number < path.names.count else { return true }
        switch segment {
        case .folders: return true
        case .name(let tokens): if !Glob.match(tokens, path, path.names[number]) { return false }
        }
      }
      return false
    }
  }

  /// Whether every file inside the folder `path` matches.
  package func matchesAllInside(_ path: String) -> Bool {
    let path = GlobPath(path)
    return alternatives.contains { segments in
      segments.last == .folders
        && (Glob.match(segments, path) || Glob.match(Array(segments.dropLast()), path))
    }
  }

  /// Matches segments with one point to come back to, so that no pattern takes more than the product of the
  /// lengths.
  private static func match(_ segments: [Segment], _ path: GlobPath) -> Bool {
    var (segment, name) = (0, 0)
    var retry: (segment: Int, name: Int)?
    while name < path.names.count {
      if segment < segments.count, case .folders = segments[segment] {
        // At the end `**` stands for every file below.
        if segment == segments.count - 1 { return true }
        retry = (segment, name)
        segment += 1
      } else if segment < segments.count, case .name(let tokens) = segments[segment],
        match(tokens, path, path.names[name])
      {
        segment += 1
        name += 1
      } else if let point = retry {
        retry = (point.segment, point.name + 1)
        segment = point.segment + 1
        name = point.name + 1
      } else {
        return false
      }
    }
    return segment == segments.count
  }

  /// The same for the characters of one name.
  private static func match(_ tokens: [Token], _ path: GlobPath, _ name: Range<Int>) -> Bool {
    var (token, position) = (0, name.lowerBound)
    var retry: (token: Int, position: Int)?
    while position < name.upperBound {
      if token < tokens.count, case .anyText = tokens[token] {
        // What ends in a text, as most patterns do, need not be tried from every place.
        if token + 2 == tokens.count, case .text(let bytes) = tokens[token + 1] {
          return name.upperBound - position >= bytes.count
            && path.bytes.span.extracting(name.upperBound - bytes.count..<name.upperBound).isEqual(
              to: bytes.span)
        }
        retry = (token, position)
        token += 1
      } else if token < tokens.count, let end = match(tokens[token], path, position..<name.upperBound) {
        token += 1
        position = end
      } else if let point = retry {
        position = path.scalar(at: point.position).end
        retry = (point.token, position)
        token = point.token + 1
      } else {
        return false
      }
    }
    while token < tokens.count, case .anyText = tokens[token] { token += 1 }
    return token == tokens.count
  }

  /// Where a token ends that begins where `rest` does; nothing when it does not match there.
  private static func match(_ token: Token, _ path: GlobPath, _ rest: Range<Int>) -> Int? {
    switch token {
    case .text(let bytes):
      guard rest.count >= bytes.count else { return nil }
      let end = rest.lowerBound + bytes.count
      return bytes.span.isEqual(to: path.bytes.span.extracting(rest.lowerBound..<end)) ? end : nil
    case .any, .anyText:
      return path.scalar(at: rest.lowerBound).end
    case .oneOf(let ranges, let isNegated):
      let (scalar, end) = path.scalar(at: rest.lowerBound)
      return ranges.contains { $0.contains(scalar) } != isNegated ? end : nil
    }
  }
}

extension [Glob] {
  /// Whether one of the patterns takes `path` in and none that takes files away matches it.
  package func includes(_ path: String) -> Bool { includes(GlobPath(path)) }

  /// Whether the patterns take every file inside the folder `path` in.
  package func includesAllInside(_ path: String) -> Bool {
    contains { !$0.isExclusion && $0.matchesAllInside(path) }
      && !contains { $0.isExclusion && $0.mayMatchInside(path) }
  }

  /// Whether one of the patterns takes `path` in and none that takes files away matches it.
  package func includes(_ path: GlobPath) -> Bool {
    var isIncluded = false
    // By place, since to hand on a pattern is to count all that it is made of.
    for place in indices where self[place].isExclusion || !isIncluded {
      guard self[place].matches(path) else { continue }
      if self[place].isExclusion { return false }
      isIncluded = true
    }
    return isIncluded
  }
}
