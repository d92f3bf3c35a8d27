import YAML

/// Paths as texts, with `/`.
package enum Path {
  /// The absolute path that `path` means in `folder`, without `.`, `..` and doubled slashes. Links are not asked.
  package static func absolute(_ path: String, in folder: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// `path` as seen from `folder`, both absolute; `.` for the folder itself.
  package static func relative(_ path: String, to folder: String) -> String {
    let (target, base) = (path.split(separator: "/"), folder.split(separator: "/"))
    let common = zip(target, base).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: base.count - common) + target[common...]
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// The path of `path`, which is below `folder`, relative to it; nothing when it is not below it. Both absolute.
  package static func below(_ path: String, _ folder: String) -> String? {
    let prefix = folder == "/" ? "/" : folder + "/"
    guard path.hasPrefix(prefix), path.utf8.count > prefix.utf8.count else { return nil }
    return String(path.dropFirst(prefix.count))
  }

  /// The folder that `path`, which is absolute, is in; nothing for `/`.
  package static func parent(_ path: String) -> String? {
    guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of `path`; empty for `/`.
  package static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// `name` in `folder`.
  package static func join(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }

  /// `folder`, which is absolute, then the folders that it is in, up to `/`.
  package static func upwards(from folder: String) -> some Sequence<String> {
    sequence(first: folder, next: parent)
  }

  /// Whether a relative path has a part that begins with a dot.
  package static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// The folders that a relative path leads through: `a` and `a/b` for `a/b/c`.
  static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }

  /// Whether the bytes of `left` come before those of `right`: the order of paths.
  static func precedes(_ left: String, _ right: String) -> Bool { order(left, right) < 0 }

  /// Below 0 when the bytes of `left` come before those of `right`, above 0 when behind them, and 0 when they are the same.
  static func order(_ left: String, _ right: String) -> Int { left.utf8Span.span.order(right.utf8Span.span) }
}

extension Span<UInt8> {
  /// The first eight bytes as a number that is ordered as they are, with 0 for those that are not there.
  var beginning: UInt64 {
    if count >= 8 { return word(at: 0).byteSwapped }
    var number: UInt64 = 0
    for index in 0..<count { number |= UInt64(self[index]) << UInt64(56 - 8 * index) }
    return number
  }
}
