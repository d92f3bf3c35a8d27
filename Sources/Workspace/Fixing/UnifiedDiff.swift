import SourceText

/// The changes of a file as a unified diff, as `git apply` and `patch` read it.
package struct UnifiedDiff {
  /// Lines around a change that are shown too.
  private static let context = 3

  /// Lines that are replaced by others; places from 0.
  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  private let path: String
  private let before: [[UInt8]]
  private let after: [[UInt8]]
  private let changes: [Change]

  /// The diff from one text to another of a file that is called `path` in it, from the folder it will be applied in.
  package init(from before: [UInt8], to after: [UInt8], path: String) {
    self.path = path
    self.before = UnifiedDiff.lines(before)
    self.after = UnifiedDiff.lines(after)
    changes = UnifiedDiff.changes(self.before, self.after)
  }

  /// The diff of `file`.
  package init(_ file: FixRun.File, path: String) {
    self.init(from: file.before.bytes, to: file.after, path: path)
  }

  /// The diff in UTF-8; nothing at all when nothing changes.
  package var bytes: [UInt8] {
    guard !changes.isEmpty else { return [] }
    var bytes = header
    var index = 0
    while index < changes.count {
      var end = index + 1
      while end < changes.count,
        changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * UnifiedDiff.context
      {
        end += 1
      }
      write(changes[index..<end], to: &bytes)
      index = end
    }
    return bytes
  }

  private func write(_ hunk: ArraySlice<Change>, to bytes: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let lead = min(UnifiedDiff.context, first.old.lowerBound)
    let tail = min(UnifiedDiff.context, before.count - last.old.upperBound)
    let old = (first.old.lowerBound - lead)..<(last.old.upperBound + tail)
    let new = (first.new.lowerBound - lead)..<(last.new.upperBound + tail)
    bytes += "@@ -\(place(old)) +\(place(new)) @@\n".utf8
    var line = old.lowerBound
    for change in hunk {
      for same in before[line..<change.old.lowerBound] { append(" ", same, to: &bytes) }
      for gone in before[change.old] { append("-", gone, to: &bytes) }
      for come in after[change.new] { append("+", come, to: &bytes) }
      line = change.old.upperBound
    }
    for same in before[line..<old.upperBound] { append(" ", same, to: &bytes) }
  }

  /// Lines as a diff names them: the first, from 1 (or the one before, when there is none), and how many.
  private func place(_ lines: Range<Int>) -> String {
    let first = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(first)" : "\(first),\(lines.count)"
  }

  private func append(_ sign: Character, _ line: [UInt8], to bytes: inout [UInt8]) {
    bytes += sign.utf8
    bytes += line
    if line.last != UInt8(ascii: "\n") { bytes += "\n\\ No newline at end of file\n".utf8 }
  }
}

// MARK: Names

extension UnifiedDiff {
  private var header: [UInt8] {
    let (old, new) = (UnifiedDiff.quoted("a/" + path), UnifiedDiff.quoted("b/" + path))
    // A name with a blank ends at the tab behind it.
    let end = path.contains(" ") ? "\t\n" : "\n"
    return Array("diff --git \(old) \(new)\n--- \(old)\(end)+++ \(new)\(end)".utf8)
  }

  /// A name as git writes it: in quotes, with escapes, when it has characters that would be misread.
  private static func quoted(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }) else {
      return name
    }
    var quoted: [UInt8] = [0x22]
    for byte in name.utf8 {
      switch byte {
      case 0x22, 0x5C: quoted += [0x5C, byte]
      case 0..<0x20, 0x7F:
        let octal = String(byte, radix: 8)
        quoted += ("\\" + String(repeating: "0", count: 3 - octal.utf8.count) + octal).utf8
      default: quoted.append(byte)
      }
    }
    return String(decoding: quoted + [0x22], as: UTF8.self)
  }
}

// MARK: Lines

extension UnifiedDiff {
  /// The lines of a text, each with its line feed.
  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      lines.append(Array(bytes[start...index]))
      start = index + 1
    }
    if start < bytes.count { lines.append(Array(bytes[start...])) }
    return lines
  }

  /// What changes between two texts, as few lines as can be.
  private static func changes(_ before: [[UInt8]], _ after: [[UInt8]]) -> [Change] {
    let difference = after.difference(from: before)
    let gone = Set(difference.removals.map(\.offset))
    let come = Set(difference.insertions.map(\.offset))
    var changes: [Change] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      let (oldStart, newStart) = (old, new)
      while gone.contains(old) { old += 1 }
      while come.contains(new) { new += 1 }
      if old > oldStart || new > newStart {
        changes.append(Change(old: oldStart..<old, new: newStart..<new))
      } else {
        old += 1
        new += 1
      }
    }
    return changes
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
