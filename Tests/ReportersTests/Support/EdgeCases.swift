import Findings
import SourceText

extension ReportCase {
  /// Places at the edges of files, in every encoding and with every line break.
  static let edges: ReportCase = {
    let unix = "título: Reunião\nplace: 日本 🏙️ end\n"
    let windows = unix.replacing("\n", with: "\r\n")
    let texts: [String: SourceText] = [
      "bom.yaml": SourceText("\u{FEFF}" + windows),
      "cr only.yaml": SourceText(unix.replacing("\n", with: "\r")),
      "empty.yaml": SourceText(""),
      "nul.yaml": SourceText("nul: a\u{0}b\n"),
      "only-bom.yaml": SourceText("\u{FEFF}"),
      "utf-16-be.yaml": SourceText(fileBytes: utf16(windows, highByteFirst: true)),
      "utf-16-le.yaml": SourceText(fileBytes: utf16(unix, highByteFirst: false)),
    ]
    var findings: [Finding] = []
    func add(_ path: String, _ range: ByteRange, value: String? = nil, fix: String? = nil) {
      var finding = Finding(
        rule: "edge-case", severity: .error, message: "this is the edge of \(path)", path: path, range: range,
        value: value, fingerprint: "f\(findings.count)")
      if let fix {
        finding.fixes = [
          Fix(
            title: "write \(fix)", isSafe: true,
            edits: [FileEdit(path: path, edit: TextEdit(range: range, text: fix))])
        ]
      }
      findings.append(finding)
    }
    for path in texts.keys.sorted() {
      guard let text = texts[path] else { continue }
      add(path, ByteRange(at: text.contentStart))
      add(path, ByteRange(at: text.bytes.count))
      guard text.bytes.count > 20 else { continue }
      add(path, text.range(of: "título"), value: "título", fix: "title")
      add(path, text.range(of: "end"), value: "end", fix: "")
      add(path, ByteRange(text.range(of: "Reunião").start, text.range(of: "🏙️").end))
    }
    return ReportCase(
      "edges", root: "sets", texts: texts, findings: findings, rules: [.sample("edge-case", kind: "assert")])
  }()

  private static func utf16(_ text: String, highByteFirst: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return highByteFirst ? bytes : bytes.reversed()
    }
  }
}
