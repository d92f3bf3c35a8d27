import Findings
import Foundation
import SourceText
import Testing

/// A finding as a reader of `concise` sees it.
private struct Entry: Codable, Hashable {
  let file: String
  let line: Int
  let column: Int
  let severity: String
  let message: String
}

extension ReportCase {
  /// What readers must see of each finding. Unseen characters are pictures in `concise`, as nowhere else.
  private func entry(_ finding: Finding, severity: String, message: String) -> Entry {
    let start = places(of: finding).start
    return Entry(
      file: finding.path, line: start.line, column: start.column, severity: severity, message: message)
  }

  fileprivate func entries(severity: (Severity) -> String, hasRule: Bool) -> [Entry] {
    report.findings.map { finding in
      let rule = hasRule ? " [\(finding.rule)]" : ""
      return entry(
        finding, severity: severity(finding.severity), message: finding.message.withPictures + rule)
    }
  }
}

extension String {
  /// The text as people see it in `concise`: a picture for each control character, the code of other characters
  /// that have no form.
  fileprivate var withPictures: String {
    unicodeScalars.map { scalar in
      switch scalar.value {
      case 0..<0x20: "\(Character(Unicode.Scalar(0x2400 + scalar.value) ?? "?"))"
      case 0x7F: "␡"
      case 0x85, 0x2028, 0x202C, 0x202E, 0xFEFF:
        "<U+" + String(repeating: "0", count: scalar.value < 0x100 ? 2 : 0)
          + String(scalar.value, radix: 16, uppercase: true) + ">"
      default: "\(scalar)"
      }
    }.joined()
  }
}

@Suite("Concise lines in their readers")
struct ConciseReaderTests {
  @Test(
    "Vim's quickfix list has each finding", .enabled(if: Tool.vim.isWanted, "Vim is not there"),
    arguments: ReportCase.forReaders)
  func vim(of sample: ReportCase) throws {
    let entries = try withTemporaryFile(sample.bytes("concise"), ending: "txt") { file in
      let result = file.deletingLastPathComponent().appending(path: "quickfix.json")
      let script = file.deletingLastPathComponent().appending(path: "script.vim")
      let text = #"""
        set encoding=utf-8 errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m
        cgetfile \#(file.path)
        let entries = []
        for e in getqflist()
          call add(entries, {'file': bufname(e.bufnr), 'line': e.lnum, 'column': e.col, 'severity': e.type, 'message': e.text})
        endfor
        call writefile([json_encode(entries)], '\#(result.path)')
        qall!
        """#
      try Data(text.utf8).write(to: script)
      _ = try Tool.vim.run(["-u", "NONE", "-i", "NONE", "-n", "-es", "-S", script.path])
      return try JSONDecoder().decode([Entry].self, from: Data(contentsOf: result))
    }
    #expect(entries == sample.entries(severity: { String($0.rawValue.prefix(1)) }, hasRule: true))
  }

  private struct Matchers: Decodable {
    struct Matcher: Decodable {
      struct Pattern: Decodable {
        let regexp: String
        let file: Int
        let line: Int
        let column: Int
        let severity: Int?
        let message: Int
        let code: Int
      }
      let owner: String
      let severity: String?
      let pattern: [Pattern]
    }
    let problemMatcher: [Matcher]
  }

  @Test("the problem matcher for GitHub has each finding", arguments: ReportCase.forReaders)
  func problemMatcher(of sample: ReportCase) throws {
    let file = Package.root.appending(path: "Documentation/Examples/problem-matcher.json")
    let matchers = try JSONDecoder().decode(Matchers.self, from: Data(contentsOf: file)).problemMatcher
    let entries = try sample.lines("concise").map { line in
      let found = try matchers.compactMap { try Self.entry(of: line, by: $0) }
      // Two matchers that both see a line would annotate it twice.
      #expect(found.count == 1, "\(line)")
      return found.first
    }
    let expected = sample.entries(
      severity: { $0 == .info ? "notice" : $0.rawValue }, hasRule: false)
    #expect(entries == expected)
  }

  private static func entry(of line: String, by matcher: Matchers.Matcher) throws -> Entry? {
    let pattern = try #require(matcher.pattern.first)
    #expect(matcher.pattern.count == 1)
    let expression = try NSRegularExpression(pattern: pattern.regexp)
    let whole = NSRange(line.startIndex..., in: line)
    guard let match = expression.firstMatch(in: line, range: whole) else { return nil }
    func group(_ number: Int) -> String {
      Range(match.range(at: number), in: line).map { String(line[$0]) } ?? ""
    }
    #expect(!group(pattern.code).isEmpty)
    return Entry(
      file: group(pattern.file), line: Int(group(pattern.line)) ?? 0, column: Int(group(pattern.column)) ?? 0,
      severity: pattern.severity.map(group) ?? matcher.severity ?? "", message: group(pattern.message))
  }
}
