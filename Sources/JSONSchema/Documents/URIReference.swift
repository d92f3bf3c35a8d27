/// A URI or a relative reference, split in its parts. (RFC 3986.) It is taken as it is written: whether its
/// characters are allowed is not asked here.
struct URIReference: Sendable, Hashable {
  var scheme: String?
  var authority: String?
  var path: String
  var query: String?
  var fragment: String?

  /// Splits `text` as the pattern of RFC 3986, appendix B, does.
  init(_ text: String) {
    // In bytes: a character may hold a `/` and the accent after it.
    var rest = Substring(text).utf8
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = String(Substring(rest[rest.index(after: hash)...]))
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = String(Substring(rest[rest.index(after: mark)...]))
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }),
      rest[colon] == UInt8(ascii: ":"), URIReference.isScheme(rest[..<colon])
    {
      scheme = Substring(rest[..<colon]).lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = String(Substring(rest[..<end]))
      rest = rest[end...]
    }
    path = String(Substring(rest))
  }

  private static func isScheme(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first, first.isLetter else { return false }
    return text.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
  }

  /// The text again.
  var text: String {
    var text = ""
    if let scheme { text += scheme + ":" }
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  /// The reference without its fragment.
  var withoutFragment: URIReference {
    var reference = self
    reference.fragment = nil
    return reference
  }

  /// What the reference names when it stands in something that is at `base`. (RFC 3986, section 5.2.) A base may
  /// be a mere path.
  func resolved(against base: URIReference) -> URIReference {
    var target = self
    if scheme != nil {
      target.path = URIReference.withoutDots(path)
      return target
    }
    target.scheme = base.scheme
    if authority != nil {
      target.path = URIReference.withoutDots(path)
      return target
    }
    target.authority = base.authority
    if path.isEmpty {
      target.path = base.path
      target.query = query ?? base.query
    } else if path.utf8.first == UInt8(ascii: "/") {
      target.path = URIReference.withoutDots(path)
    } else {
      target.path = URIReference.withoutDots(base.merged(with: path))
    }
    return target
  }

  /// RFC 3986, section 5.2.3.
  private func merged(with path: String) -> String {
    if authority != nil, self.path.isEmpty { return "/" + path }
    guard let slash = self.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return self.path[...slash] + path
  }

  /// RFC 3986, section 5.2.4; `..` at the start of a path that is relative stays.
  private static func withoutDots(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var kept: [Substring] = []
    let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropFirst(isAbsolute ? 1 : 0)
    for (offset, segment) in segments.map({ Substring($0) }).enumerated() {
      let isLast = offset == segments.count - 1
      switch segment {
      case ".":
        if isLast { kept.append("") }
      case "..":
        if let last = kept.last, last != ".." {
          kept.removeLast()
          if isLast { kept.append("") }
        } else if !isAbsolute {
          kept.append("..")
        } else if isLast {
          kept.append("")
        }
      default:
        kept.append(segment)
      }
    }
    return (isAbsolute ? "/" : "") + kept.joined(separator: "/")
  }

  /// `text` with its percent-encoded bytes decoded; nothing when an encoding is broken or the bytes are no UTF-8.
  static func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains(0x25) else { return text }
    var bytes: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexadecimalValue, let low = rest.popFirst()?.hexadecimalValue else {
        return nil
      }
      bytes.append(high * 16 + low)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether it is `A`…`Z` or `a`…`z`.
  var isLetter: Bool {
    let lower = self | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  /// A letter in lower case; all else as it is.
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  /// Whether it is `0`…`9`.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// The value of a hexadecimal digit; nothing when it is none.
  var hexadecimalValue: UInt8? {
    if isDigit { return self - 0x30 }
    let lower = self | 0x20
    return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : nil
  }
}
