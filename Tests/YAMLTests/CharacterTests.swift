import SourceText
import Testing
import YAML

/// Characters that libyaml and YAML 1.2 take for different things.
@Suite("Characters")
struct CharacterTests {
  @Test("NEL, LS and PS are characters, not line breaks", arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func lineSeparators(separator: String) throws {
    let text = """
      plain: a\(separator)b
      folded: a\(separator)b
        c
      single: 'a\(separator) b'
      double: "a\(separator)\\u0041"
      literal: |
        a\(separator)b
        c
      comment: d # e\(separator)f: g
      [h\(separator)i]: j

      """
    let tree = try #require(load(text).tree)
    let root = tree.documents[0].root
    let values = tree.members(of: root).map { tree.text(of: $0.value) }
    #expect(
      values == [
        "a\(separator)b", "a\(separator)b c", "a\(separator) b", "a\(separator)A", "a\(separator)b\nc\n", "d",
        "j",
      ])
    let list = try #require(Array(tree.members(of: root)).last?.key)
    #expect(tree.elements(of: list).map { tree.text(of: $0) } == ["h\(separator)i"])
    #expect(
      tree.members(of: root).map { tree.source.position(at: tree.range(of: $0.key).start).line }
        == [1, 2, 4, 5, 6, 9, 10])
  }

  @Test("the characters that stand in for NEL and LS inside are kept where they are the text's own")
  func standInsAreFree() throws {
    let text = "a: \u{7C0}\u{85}\u{F8C0}\u{2028}\n  b\u{7C1}\u{F8C1}\n"
    let tree = try #require(load(text).tree)
    let value = try #require(tree.value("a", of: tree.documents[0].root))
    #expect(tree.text(of: value) == "\u{7C0}\u{85}\u{F8C0}\u{2028} b\u{7C1}\u{F8C1}")
  }

  @Test("a separator that nothing can stand in for is refused, not read wrongly")
  func noStandIn() {
    let all = String(String.UnicodeScalarView((0x7C0...0x7FF).compactMap { Unicode.Scalar($0) }))
    let marked = Marked("a: \(all)⟦\u{85}⟧\n")
    let loaded = load(marked.text)
    #expect(loaded.tree == nil)
    #expect(loaded.problems.map(\.range) == marked.ranges)
  }

  @Test(
    "escapes of surrogate pairs mean what they mean in JSON",
    arguments: [
      (#""\uD83D\uDE00""#, "😀"), (#""a\ud834\udd1eb""#, "a𝄞b"),
      (#""\uDBFF\uDFFF\uD800\uDC00""#, "\u{10FFFF}\u{10000}"),
      (#""\\uD83D\uD83D\uDE00""#, "\\uD83D😀"),
    ])
  func surrogatePairs(text: String, value: String) throws {
    let tree = try #require(load(text).tree)
    #expect(tree.text(of: tree.documents[0].root) == value)
    #expect(tree.range(of: tree.documents[0].root) == ByteRange(0, text.utf8.count))
  }

  @Test("the same letters outside of double quotes are left alone")
  func notEscapes() throws {
    let tree = try #require(load(#"["\uD83D\uDE00", '\uD83D\uDE00', \uD83D\uDE00]"#).tree)
    #expect(
      tree.elements(of: tree.documents[0].root).map { tree.text(of: $0) } == [
        "😀", #"\uD83D\uDE00"#, #"\uD83D\uDE00"#,
      ])
  }

  @Test(
    "half a surrogate pair is refused, and so is what cannot be told apart",
    arguments: [
      #""\uD83D""#, #""\uDE00\uD83D""#, #""\\uD83D\uDE00""#, "\"\\uD83D\\uDE00\u{E83D}\"",
      #""\uD83D\uDE00\uE83D""#,
      "[\"\\uD83D\\uDE00\", '\\uD83D\\uDE00\n a']",
    ])
  func halfPairs(text: String) {
    let loaded = load(text)
    #expect(loaded.tree == nil)
    #expect(loaded.problems.map(\.kind) == [.syntax])
  }
}
