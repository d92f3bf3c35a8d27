package import Findings
package import SourceText

/// Writes the comment that hides a finding.
package enum Suppressing {
  /// The edit that hides `finding` in its file, with a reason to be filled in: a comment at the end of its line or, where
  /// that would be a part of a text, in the line before it. Nothing when neither is a comment there.
  ///
  /// - Parameter present: the suppressions that the file has.
  package static func edit(
    hiding finding: Finding, in source: SourceText, besides present: Suppressions
  ) -> TextEdit? {
    let line = source.rangeOfLine(source.position(at: finding.range.start).line)
    let bytes = source.bytes[line.indices]
    let indentation = String(decoding: bytes.prefix { $0 == UInt8(ascii: " ") }, as: UTF8.self)
    let lineBreak = source.bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    return [
      TextEdit(
        range: ByteRange(at: line.end),
        text: " # metrolint: \(Suppression.Scope.line.rawValue) \(finding.rule) -- reason"),
      TextEdit(
        range: ByteRange(at: line.start),
        text: indentation
          + "# metrolint: \(Suppression.Scope.nextLine.rawValue) \(finding.rule) -- reason\(lineBreak)"),
    ].first { hides($0, finding, source, present) }
  }

  /// Whether the text after an edit has exactly one suppression more, and it is of this finding's rule.
  private static func hides(
    _ edit: TextEdit, _ finding: Finding, _ source: SourceText, _ present: Suppressions
  ) -> Bool {
    let after = Suppressions(of: SourceText(fileBytes: source.applying([edit]).bytes))
    let line = source.position(at: finding.range.start).line + (edit.text.hasSuffix("\n") ? 1 : 0)
    return after.all.count == present.all.count + 1
      && after.all.contains { $0.hides(finding.rule, in: line...line) }
  }
}
