import Findings
import Foundation
import SourceText
import Testing

@Suite("The hash that GitHub tells findings apart by")
struct LineHashTests {
  /// The hash of each line as a SARIF log has it.
  private func hashes(of text: SourceText) throws -> [String] {
    let findings = (1...text.lines.count).map { line in
      Finding(
        rule: "r", severity: .error, message: "line \(line)", path: "a.yaml",
        range: ByteRange(at: text.rangeOfLine(line).start), fingerprint: "\(line)")
    }
    let log: SARIFLog = try ReportCase("hashes", texts: ["a.yaml": text], findings: findings)
      .decoded("sarif")
    return log.runs[0].results.compactMap { $0.partialFingerprints["primaryLocationLineHash"] }
  }

  /// The same by the definition, with no window that rolls: of the 100 units from the line's first on, each
  /// times a power of 37.
  private func expected(of text: String) -> [String] {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    var seen: [UInt64: Int] = [:]
    return lines.indices.map { first in
      var units = lines[first...].joined(separator: "\n").utf16.filter { $0 != 0x20 && $0 != 0x09 }
      units.append(0xFFFF)
      units += [UInt16](repeating: 0, count: 100)
      let hash = units.prefix(100).reduce(UInt64(0)) { $0 &* 37 &+ UInt64($1) }
      seen[hash, default: 0] += 1
      return "\(String(hash, radix: 16)):\(seen[hash, default: 0])"
    }
  }

  @Test("an empty file's only line has the hash that GitHub's own tests name")
  func empty() throws {
    #expect(try hashes(of: SourceText("")) == ["c129715d7a2bc9a3:1"])
  }

  @Test("lines that are equal with all that follows are numbered, as GitHub's own tests have it")
  func repeated() throws {
    let hashes = try hashes(of: SourceText(String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10)))
    #expect(hashes.prefix(2) == ["a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2"])
    #expect(hashes.suffix(5).first == "a7f2ff1481e87703:1")
    #expect(hashes.last == "c129715d7a2bc9a3:1")
  }

  @Test(
    "every line has its hash, whatever its break, blanks and script",
    arguments: [
      "a: 1\nb: 2", "a: 1\r\nb: 2\r\n", "a\rb\r\r c", "\n\n  \n", "\t a\n\tb \n", "日本: 🏙️ é\nx: القاهرة\n",
      String(repeating: "long ", count: 200) + "\nnext\n", "a\r\n \n\r \nb\r",
    ])
  func lines(text: String) throws {
    #expect(try hashes(of: SourceText(text)) == expected(of: text))
  }

  @Test("a byte order mark counts as GitHub counts it: as a character of the first line")
  func mark() throws {
    let text = "\u{FEFF}a: 1\nb: 2\n"
    #expect(try hashes(of: SourceText(text)) == expected(of: text))
  }
}
