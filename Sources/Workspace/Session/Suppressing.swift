package import Findings
package import SourceText
import YAML

/// Writes the comment that hides a finding.
package enum Suppressing {
  /// The edit that hides `finding` in its file, with a reason to be filled in: a comment at the end of its line or, where
  /// that would be a part of a text or end it too soon, in the line before it, or else at the end of its last line. Nothing when
  /// none of these is a comment that leaves the rest as it is.
  ///
  /// - Parameter present: the suppressions that the file has.
  package static func edit(
    hiding finding: Finding, in source: SourceText, besides present: Suppressions
  ) -> TextEdit? {
    let lines = source.lines(of: finding.range)
    let line = source.rangeOfLine(lines.lowerBound)
    let bytes = source.bytes[line.indices]
    let indentation = String(decoding: bytes.prefix { $0 == UInt8(ascii: " ") }, as: UTF8.self)
    let lineBreak = source.bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    let behind = " # metrolint: \(Suppression.Scope.line.rawValue) \(finding.rule) -- reason"
    let before = "# metrolint: \(Suppression.Scope.nextLine.rawValue) \(finding.rule) -- reason\(lineBreak)"
    return [
      TextEdit(range: ByteRange(at: line.end), text: behind),
      TextEdit(range: ByteRange(at: line.start), text: indentation + before),
      TextEdit(range: ByteRange(at: source.rangeOfLine(lines.upperBound).end), text: behind),
    ].first { hides($0, finding, lines, source, present) }
  }

  /// Whether the text after an edit has exactly one suppression more, which is of this finding's rule, and can still be read: a
  /// comment ends a text without quotes, though it goes on in the next line.
  private static func hides(
    _ edit: TextEdit, _ finding: Finding, _ lines: ClosedRange<Int>, _ source: SourceText,
    _ present: Suppressions
  ) -> Bool {
    let edited = SourceText(fileBytes: source.applying([edit]).bytes)
    let after = Suppressions(of: edited)
    let isBefore = edit.text.hasSuffix("\n")
    let moved = isBefore ? lines.lowerBound + 1...lines.upperBound + 1 : lines
    return after.all.count == present.all.count + 1
      && after.all.contains { $0.hides(finding.rule, in: moved) }
      && (loadYAML(edited).tree != nil || loadYAML(source).tree == nil)
  }
}
