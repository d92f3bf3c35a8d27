import SourceText

/// The changes of a file as a unified diff, as `git apply` and `patch` read it.
package struct UnifiedDiff {
  /// Lines around a change that are shown too.
  private static let context = 3

  /// Lines of the file that are replaced by others: from `start` (from 0) `count` of them.
  private struct Change {
    var start: Int
    var count: Int
    var lines: [[UInt8]]
  }

  private let path: String
  private let before: [[UInt8]]
  private var changes: [Change] = []

  /// The diff of `file`, which is called `path` in it.
  package init(_ file: FixPlan.File, path: String) {
    self.path = path
    before = UnifiedDiff.lines(file.before.bytes)
    var starts: [Int] = []
    var offset = 0
    for line in before {
      starts.append(offset)
      offset += line.count
    }
    func line(at offset: Int) -> Int { max(0, (starts.firstIndex { $0 > offset } ?? starts.count) - 1) }
    // Edits that meet in a line are one change of it.
    var groups: [(first: Int, last: Int, edits: [TextEdit])] = []
    for edit in file.edits {
      let (first, last) = (line(at: edit.range.start), line(at: edit.range.end))
      if let group = groups.indices.last, groups[group].last >= first {
        groups[group].last = max(groups[group].last, last)
        groups[group].edits.append(edit)
      } else {
        groups.append((first, last, [edit]))
      }
    }
    for group in groups {
      let start = starts.isEmpty ? 0 : starts[group.first]
      let end = group.last + 1 < starts.count ? starts[group.last + 1] : file.before.bytes.count
      var text: [UInt8] = []
      var position = start
      for edit in group.edits {
        text += file.before.bytes[position..<edit.range.start]
        text += edit.text.utf8
        position = edit.range.end
      }
      text += file.before.bytes[position..<end]
      changes.append(
        Change(
          start: group.first, count: before.isEmpty ? 0 : group.last - group.first + 1,
          lines: UnifiedDiff.lines(text)))
    }
  }

  /// The diff in UTF-8; nothing at all when nothing changes.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var shift = 0
    var index = 0
    while index < changes.count {
      var end = index + 1
      while end < changes.count,
        changes[end].start - (changes[end - 1].start + changes[end - 1].count) <= 2 * UnifiedDiff.context
      {
        end += 1
      }
      if index == 0 { bytes += header }
      write(changes[index..<end], shift: &shift, to: &bytes)
      index = end
    }
    return bytes
  }

  private func write(_ hunk: ArraySlice<Change>, shift: inout Int, to bytes: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let start = max(0, first.start - UnifiedDiff.context)
    let end = min(before.count, last.start + last.count + UnifiedDiff.context)
    let grown = hunk.reduce(0) { $0 + $1.lines.count - $1.count }
    bytes += "@@ -\(place(start, end - start)) +\(place(start + shift, end - start + grown)) @@\n".utf8
    var line = start
    for change in hunk {
      while line < change.start {
        append(" ", before[line], to: &bytes)
        line += 1
      }
      for old in before[change.start..<change.start + change.count] { append("-", old, to: &bytes) }
      for new in change.lines { append("+", new, to: &bytes) }
      line = change.start + change.count
    }
    while line < end {
      append(" ", before[line], to: &bytes)
      line += 1
    }
    shift += grown
  }

  /// Lines from `start` (from 0) as a diff names them: from 1, and 0 where there is none.
  private func place(_ start: Int, _ count: Int) -> String {
    "\(count == 0 ? start : start + 1)" + (count == 1 ? "" : ",\(count)")
  }

  private func append(_ sign: Character, _ line: [UInt8], to bytes: inout [UInt8]) {
    bytes += sign.utf8
    bytes += line
    if line.last != UInt8(ascii: "\n") { bytes += "\n\\ No newline at end of file\n".utf8 }
  }

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
    var quoted = "\""
    for byte in name.utf8 {
      switch byte {
      case 0x22, 0x5C: quoted += "\\" + String(UnicodeScalar(byte))
      case 0x20..<0x7F: quoted += String(UnicodeScalar(byte))
      default:
        let octal = String(byte, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - octal.utf8.count) + octal
      }
    }
    return quoted + "\""
  }

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
}
