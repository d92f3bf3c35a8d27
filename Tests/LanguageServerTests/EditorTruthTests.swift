import BenchmarkData
import Findings
import Foundation
import LanguageServer
import SourceText
import Testing
import Workspace

/// What an editor shows after any changes is what a check says of the same texts, to the character.
@Suite("An editor, a disk and a check")
struct EditorTruthTests {
  @Test("what was pushed last of each file is what a check says of it", arguments: 1...3)
  func sequence(seed: Int) async throws {
    var play = try await EditorPlay(seed: UInt64(seed))
    for step in 1...30 {
      let change = play.step()
      await play.compare("seed \(seed), step \(step): \(change)")
    }
    _ = await play.client.ask("shutdown", .null)
    play.client.notify("exit", .null)
    #expect(await play.client.isEndedWell)
  }
}

/// An editor with buffers, and others who write to the disk.
private struct EditorPlay {
  private static let root = "/set"
  private static let configuration = root + "/.metrolint.yaml"
  private static let configurations = [
    "ruleset: metropolis\n", "ruleset: metropolis\nrules: {outcome-used: off, outcome-exists: warning}\n",
    "ruleset: metropolis\nexclude: [\"membership/**\"]\n", "ruleset: metropolisse\n", "rules: [\n", "",
  ]
  private static let words = [
    "L1A1D1", "L1A9D9", "l1a1d1", "São Paulo", "Barcelona", "😀", "e\u{301}", "\n", "\r\n", "\n- ", ": ", " #",
    "[",
    "]", "{", "}", "\"", "a", "7",
    " # metrolint: disable-line -- so it is", "---\n",
  ]

  let client: Client
  private let disk: ChangingFiles
  /// The open texts with their versions, by path.
  private var buffers: [String: (text: String, version: Int)] = [:]
  private var random: RandomNumbers

  init(seed: UInt64) async throws {
    disk = ChangingFiles(try Sample.metropolis(in: Self.root))
    random = RandomNumbers(seed: seed)
    client = Client(disk)
    _ = await client.ask(
      "initialize",
      [
        "processId": .null, "rootUri": "file:///set",
        "capabilities": ["textDocument": ["publishDiagnostics": ["relatedInformation": true]]],
      ])
    client.notify("initialized", [:])
  }

  private mutating func pick(_ values: [String]) -> String {
    values.randomElement(using: &random) ?? Self.configuration
  }

  // MARK: Changing

  /// Changes something and tells the server; what it was.
  mutating func step() -> String {
    let path = pick(disk.paths)
    switch Int.random(in: 0..<14, using: &random) {
    case 0:
      disk[path] = nil
      watched([(path, 3)])
      return "delete \(path)"
    case 1:
      let other = "\(Self.root)/activities/2021-04-\(Int.random(in: 10...30, using: &random))-new.yaml"
      disk[other] = disk[path]
      if other != path { disk[path] = nil }
      watched([(path, 3), (other, 1)])
      return "rename \(path) to \(other)"
    case 2:
      guard let open = buffers.keys.sorted().randomElement(using: &random) else { return "nothing" }
      buffers[open] = nil
      client.notify("textDocument/didClose", ["textDocument": document(open)])
      return "close \(open)"
    case 3:
      let text = String(decoding: disk[path] ?? [], as: UTF8.self) + pick(Self.words)
      disk[path] = Array(text.utf8)
      watched([(path, 2)])
      return "write \(path)"
    case 4:
      let isNew = disk[Self.configuration] == nil
      let text = pick(Self.configurations)
      disk[Self.configuration] = Array(text.utf8)
      watched([(Self.configuration, isNew ? 1 : 2)])
      return "configure \(text.debugDescription)"
    case 5:
      disk[Self.configuration] = nil
      watched([(Self.configuration, 3)])
      return "delete the configuration"
    case 6:
      let text = pick(Self.configurations)
      open(Self.configuration, text)
      return "type the configuration \(text.debugDescription)"
    default:
      if buffers[path] == nil { open(path, String(decoding: disk[path] ?? [], as: UTF8.self)) }
      type(path)
      return "type into \(path)"
    }
  }

  private func document(_ path: String) -> JSON { ["uri": .string("file://" + path)] }

  private func watched(_ changes: [(path: String, type: Int)]) {
    client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": .array(changes.map { ["uri": .string("file://" + $0.path), "type": .int($0.type)] })])
  }

  private mutating func open(_ path: String, _ text: String) {
    let version = (buffers[path]?.version ?? 0) + 1
    if buffers[path] != nil { client.notify("textDocument/didClose", ["textDocument": document(path)]) }
    buffers[path] = (text, version)
    client.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string("file://" + path), "languageId": "yaml", "version": .int(version),
          "text": .string(text),
        ]
      ])
  }

  /// Replaces some characters of a buffer, as editors do: by lines and UTF-16 columns.
  private mutating func type(_ path: String) {
    guard var (text, version) = buffers[path] else { return }
    var scalars = Array(text.unicodeScalars)
    let start = Int.random(in: 0...scalars.count, using: &random)
    let end = min(scalars.count, start + Int.random(in: 0...4, using: &random))
    let word = pick(Self.words)
    let range: JSON = ["start": Self.place(scalars[..<start]), "end": Self.place(scalars[..<end])]
    // Between CR and LF there is no place.
    let isInBreak = [start, end].contains {
      $0 > 0 && $0 < scalars.count && scalars[$0 - 1] == "\r" && scalars[$0] == "\n"
    }
    guard !isInBreak else { return }
    scalars.replaceSubrange(start..<end, with: word.unicodeScalars)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
    version += 1
    buffers[path] = (text, version)
    client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string("file://" + path), "version": .int(version)],
        "contentChanges": [["range": range, "text": .string(word)]],
      ])
  }

  /// The line and the UTF-16 column after some characters, counted here on its own.
  private static func place(_ before: ArraySlice<Unicode.Scalar>) -> JSON {
    var (line, column) = (0, 0)
    for (index, scalar) in zip(before.indices, before) {
      if scalar == "\n" || scalar == "\r" && !(index + 1 < before.endIndex && before[index + 1] == "\n") {
        (line, column) = (line + 1, 0)
      } else {
        column += UTF16.width(scalar)
      }
    }
    return ["line": .int(line), "character": .int(column)]
  }

  // MARK: Comparing

  private var files: any Files { OverlaidFiles(disk, buffers: buffers.mapValues { Array($0.text.utf8) }) }

  /// Compares what the editor shows with what a check says.
  func compare(_ comment: String) async {
    // What is pushed comes after the answer to what was asked before it.
    for _ in 0..<2 { _ = await client.ask("workspace/symbol", ["query": "nothing"]) }
    var shown: [String: [String]] = [:]
    for (uri, diagnostics) in client.pushed where !diagnostics.isEmpty {
      let path = uri.dropFirst("file://".count)
      shown[String(path).removingPercentEncoding ?? uri] = diagnostics.map(Self.line).sorted()
    }
    let environment = Environment(files: files, workingFolder: Self.root)
    let expected: [String: [String]]
    do {
      let dataSet = try await DataSet.open(Self.root, options: DataSetOptions(), environment: environment)
      let report = try await Check(dataSet, options: CheckOptions(), environment: environment).run().report
      expected = lines(report.findings)
    } catch WorkspaceError.mistakes(let report, _) {
      // The last good rules go on; the mistake itself is shown at its place.
      for (path, mistakes) in lines(report.findings) {
        #expect(shown[path] == mistakes, Comment(rawValue: comment))
      }
      return
    } catch {
      #expect(shown[Self.configuration]?.isEmpty == false, Comment(rawValue: comment))
      return
    }
    for path in Set(shown.keys).union(expected.keys).sorted() {
      #expect(shown[path] == expected[path], "\(comment): \(path)")
    }
  }

  private func lines(_ findings: [Finding]) -> [String: [String]] {
    Dictionary(grouping: findings) { Path.absolute($0.path, in: Self.root) }
      .mapValues { findings in findings.map(line).sorted() }
  }

  private func line(_ finding: Finding) -> String {
    let related = finding.related.map { "\($0.path) \(range($0.path, $0.range.indices)) \($0.message)" }
    return
      "\(range(finding.path, finding.range.indices)) \(finding.severity) \(finding.rule) \(finding.message) \(related)"
  }

  private func range(_ path: String, _ range: Range<Int>) -> String {
    let path = Path.absolute(path, in: Self.root)
    let bytes = buffers[path].map { Array($0.text.utf8) } ?? disk[path] ?? []
    func place(_ offset: Int) -> String {
      Self.place(
        ArraySlice(String(decoding: bytes[..<min(offset, bytes.count)], as: UTF8.self).unicodeScalars)
      ).place
    }
    return "\(place(range.lowerBound))-\(place(range.upperBound))"
  }

  private static func line(_ diagnostic: JSON) -> String {
    let severity = ["", "error", "warning", "info"][diagnostic["severity"]?.int ?? 0]
    let related = (diagnostic["relatedInformation"]?.array ?? []).map { other in
      let path = (other["location"]?["uri"]?.string ?? "").dropFirst("file://\(root)/".count)
      return "\(path) \(other["location"]?["range"]?.place ?? "") \(other["message"]?.string ?? "")"
    }
    return
      "\(diagnostic["range"]?.place ?? "") \(severity) \(diagnostic["code"]?.string ?? "") \(diagnostic["message"]?.string ?? "") \(related)"
  }
}
