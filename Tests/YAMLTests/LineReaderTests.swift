import BenchmarkData
import Foundation
import SourceText
import Testing

@testable import YAML

/// The reader of plain lines beside libyaml, which is the measure of what a text means. `METROLINT_ROUNDS` sets how many
/// thousand random texts are tried.
@Suite("Lines that are read without libyaml")
struct LineReaderTests {
  @Test("what it reads is what libyaml reads, node for node", arguments: PlainLines.read)
  func reads(_ text: String) throws {
    let both = Both(text)
    try #require(both.lines != nil)
    #expect(both.lines == both.parser)
    #expect(both.parser.isTree)
  }

  @Test("what it cannot be sure of is left to libyaml", arguments: PlainLines.left)
  func leaves(_ text: String) {
    #expect(Both(text).lines == nil)
  }

  @Test("random texts: it never differs from libyaml, and reads a good part of them")
  func neverDiffers() throws {
    var random = RandomNumbers(seed: 2021)
    let pool = PlainLines.read + PlainLines.left
    var readCount = 0
    // What one text leaves must be nothing to the next.
    var memory = LoadingMemory()
    for _ in 0..<Self.rounds {
      var text = Array(pool[random.below(pool.count)].utf8)
      if random.happens(0.3) { text += Array(pool[random.below(pool.count)].utf8) }
      for _ in 0..<random.below(4) { text.mutate(with: pool, &random) }
      let both = Both(fileBytes: text, &memory)
      guard let lines = both.lines else { continue }
      readCount += 1
      if lines != both.parser {
        Issue.record("differs: \(String(decoding: text, as: UTF8.self).debugDescription)")
      }
    }
    #expect(readCount > Self.rounds / 6)
  }

  @Test("each byte, wherever it stands, is everyday ASCII or not")
  func bytes() {
    for byte in UInt8.min...UInt8.max {
      let isEveryday = byte == UInt8(ascii: "\n") || byte >= 0x20 && byte < 0x7F
      // From 32 bytes on so many are looked at together.
      for length in [1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 41, 65] {
        for place in 0..<length {
          var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
          text[place] = byte
          #expect(text.span.isEverydayText == isEveryday, "\(byte) at \(place) of \(length)")
        }
      }
    }
  }

  @Test("the first place of a byte, wherever it stands")
  func places() {
    for length in 1...40 {
      for place in 0..<length {
        var text = [UInt8](repeating: UInt8(ascii: "b"), count: length)
        text[place] = UInt8(ascii: "a")
        if place + 2 < length { text[place + 2] = UInt8(ascii: "a") }
        #expect(text.span.offset(of: UInt8(ascii: "a"), from: 0) == place)
        let second = place + 2 < length ? place + 2 : nil
        #expect(text.span.offset(of: UInt8(ascii: "a"), from: place + 1) == second)
        #expect(text.span.offset(of: UInt8(ascii: "d"), from: 0) == nil)
      }
    }
  }

  private static let rounds =
    1_000 * (ProcessInfo.processInfo.environment["METROLINT_ROUNDS"].flatMap { Int($0) } ?? 10)
}

/// What the two readers make of one text.
private struct Both {
  let lines: Reading?
  let parser: Reading

  init(_ text: String) {
    var memory = LoadingMemory()
    self.init(fileBytes: Array(text.utf8), &memory)
  }

  init(fileBytes: [UInt8], _ memory: inout LoadingMemory) {
    let source = SourceText(fileBytes: fileBytes)
    let input = ParserInput(source)
    let limits = Limits()
    lines = LineReader.read(input, of: source, limits: limits, &memory).map { Reading($0) }
    parser = Reading(parse(input, of: source, limits: limits).loaded)
  }
}

/// All that is kept of a text.
private struct Reading: Equatable {
  let nodes: [[UInt32]]
  let ownText: [UInt8]
  let documents: [Tree.Document]
  let problems: [Problem]
  let isTree: Bool

  init(_ loaded: LoadedFile) {
    isTree = loaded.tree != nil
    problems = loaded.problems
    nodes = (loaded.tree?.storage.nodes ?? []).map { node in
      [
        UInt32(node.kind.rawValue), UInt32(node.style.rawValue), UInt32(node.flags.rawValue), node.start,
        node.end,
        node.textStart, node.count, node.next, node.parent, node.seat,
      ]
    }
    ownText = loaded.tree?.storage.ownText ?? []
    documents = loaded.tree?.documents ?? []
  }
}

extension [UInt8] {
  /// Changes one place as a slip of the hand would, or as one who wants to break it.
  fileprivate mutating func mutate(with pool: [String], _ random: inout RandomNumbers) {
    let index = random.below(count + 1)
    let pieces = [
      " ", "  ", "\n", "\n\n", "- ", "-", ":", ": ", "#", " #", "'", "\"", "[", "]", "{", "}", ",", ", ", "|",
      ">", "|-\n", "|+\n", "{-: ",
      ">+\n", "?", "\t", "\r", "---\n", "...\n", "&a ", "*a", "!t ", "é", "\u{85}", "\u{2028}", "😀", "\\",
      "\\n", "''", "%",
      "a", "0", "~", "a: b", "- a\n", "\n  ", "\n ", "<<: ",
    ]
    switch random.below(5) {
    case 0, 1:
      insert(contentsOf: pieces[random.below(pieces.count)].utf8, at: index)
    case 2:
      removeSubrange(index..<Swift.min(count, index + random.below(4)))
    case 3:
      // A line once more, elsewhere.
      let lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      insert(contentsOf: Array(lines[random.below(lines.count)]) + [UInt8(ascii: "\n")], at: index)
    default:
      if index < count { self[index] = UInt8(truncatingIfNeeded: random.next()) }
    }
  }
}
