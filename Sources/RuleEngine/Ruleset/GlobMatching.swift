import Spelling

/// A path cut at its slashes, to be held against many patterns.
package struct GlobPath: Sendable {
  let scalars: [Unicode.Scalar]
  /// Where each name of the path is among the scalars.
  let names: [Range<Int>]

  /// A path from the data set's root, with `/`.
  package init(_ path: String) {
    var scalars: [Unicode.Scalar] = []
    var names: [Range<Int>] = []
    scalars.reserveCapacity(path.utf8.count)
    var start = 0
    for scalar in path.normalizedC.unicodeScalars {
      if scalar == "/" {
        if scalars.count > start { names.append(start..<scalars.count) }
        start = scalars.count
      } else {
        scalars.append(scalar)
      }
    }
    if scalars.count > start { names.append(start..<scalars.count) }
    self.scalars = scalars
    self.names = names
  }
}

extension Glob {
  /// Whether `path`, relative and with `/`, matches.
  package func matches(_ path: String) -> Bool { matches(GlobPath(path)) }

  /// Whether `path` matches.
  package func matches(_ path: GlobPath) -> Bool {
    alternatives.contains { Glob.match($0, path) }
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
        retry = (token, position)
        token += 1
      } else if token < tokens.count, match(tokens[token], path.scalars[position]) {
        token += 1
        position += 1
      } else if let point = retry {
        retry = (point.token, point.position + 1)
        token = point.token + 1
        position = point.position + 1
      } else {
        return false
      }
    }
    while token < tokens.count, case .anyText = tokens[token] { token += 1 }
    return token == tokens.count
  }

  private static func match(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    switch token {
    case .character(let wanted): wanted == scalar
    case .any, .anyText: true
    case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }
}

extension [Glob] {
  /// Whether one of the patterns takes `path` in and none that takes files away matches it.
  package func includes(_ path: String) -> Bool { includes(GlobPath(path)) }

  /// Whether one of the patterns takes `path` in and none that takes files away matches it.
  package func includes(_ path: GlobPath) -> Bool {
    contains { !$0.isExclusion && $0.matches(path) }
      && !contains { $0.isExclusion && $0.matches(path) }
  }
}
