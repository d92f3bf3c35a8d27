import Findings
import Foundation
import Reporters
import SourceText
import Testing

extension ReportCase {
  /// The bytes of this case in the format of that name.
  func bytes(_ format: String, location: SourceLocation = #_sourceLocation) throws -> [UInt8] {
    let format = try #require(Format.named(format), sourceLocation: location)
    return format.render(report, sources, ReportOptions())
  }

  /// The text of this case in the format of that name.
  func text(_ format: String) throws -> String {
    String(decoding: try bytes(format), as: UTF8.self)
  }

  /// The lines of this case in the format of that name, without an empty one after the last line break.
  func lines(_ format: String) throws -> [String] {
    try text(format).unicodeScalars.split(separator: "\n").map(String.init)
  }

  /// A value read from this case in a format that is JSON.
  func decoded<Value: Decodable>(_ format: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes(format)))
  }

  /// Where a finding's range starts and ends, counted by the source text alone.
  func places(of finding: Finding, in unit: ColumnUnit = .codePoints) -> (start: Position, end: Position) {
    guard let text = texts[finding.path] else {
      return (Position(line: 1, column: 1), Position(line: 1, column: 1))
    }
    return (text.position(at: finding.range.start, in: unit), text.position(at: finding.range.end, in: unit))
  }

  /// The findings, the worst first.
  var worstFirst: [Finding] {
    report.findings.filter { $0.severity == .error } + report.findings.filter { $0.severity == .warning }
      + report.findings.filter { $0.severity == .info }
  }

  /// The path of a file from the folder that the command ran in, put together by the root's name alone.
  func pathFromFolder(_ path: String) -> String {
    switch report.root {
    case ".": path
    case "./my sets/": "my sets/" + path
    default: "\(report.root)/\(path)"
    }
  }
}
