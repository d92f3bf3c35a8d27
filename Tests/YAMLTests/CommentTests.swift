import SourceText
import Testing
import YAML

@Suite("Comments")
struct CommentTests {
  @Test(
    "each comment is found with its exact bytes",
    arguments: [
      "",
      "⟦# only a comment⟧",
      "⟦# one⟧\n⟦#two⟧\n\n   ⟦# three⟧\n",
      "a: b ⟦# after a value⟧\n⟦# between⟧\nc: d ⟦# at the end⟧",
      "a: b#c\nd: \"e # f\"\ng: 'h # i' ⟦# j⟧\n",
      "a: b\t⟦# after a tab⟧\r\nc: d ⟦# CRLF⟧\r\n",
      "a: 1 ⟦# lone CR⟧\rb: 2\r",
      "a: | ⟦# header⟧\n  # text\n  more # text\n⟦# after⟧\nb: c\n",
      "a: >-2 ⟦# header⟧\n  # text\n⟦# after⟧\nb: c\n",
      "a: |\n  # text\n ⟦# less indented⟧\nb: c\n",
      "a: [b, ⟦# one⟧\n  c ⟦# two⟧\n  , d] ⟦# three⟧\n",
      "a: {b: c, ⟦# one⟧\n  ⟦# two⟧\n  d: e ⟦# three⟧\n  }\n",
      "a: ⟦# before the value⟧\n  b\n",
      "a: &x ⟦# after an anchor⟧\n  b\nc: !!str ⟦# after a tag⟧\n  d\ne: *x ⟦# after an alias⟧\n",
      "%YAML 1.2 ⟦# directive⟧\n--- ⟦# start⟧\na\n... ⟦# end⟧\n⟦# between⟧\n--- ⟦# next⟧\nb\n",
      "%TAG ! tag:example.com,2000: ⟦# directive⟧\n---\na\n",
      "a: two\n  lines ⟦# after⟧\n",
      "? a ⟦# key⟧\n: b ⟦# value⟧\n",
      "<<: {a: \"x # y\"} ⟦# merged⟧\na: \"z # z\"\n",
      "ключ: значение ⟦# комментарий 🐟⟧\n🐟: \"# 🐟\" ⟦# ещё⟧\n",
      "\u{FEFF}a: b ⟦# after a byte order mark⟧\n",
      "\u{FEFF}⟦# only⟧\n",
    ])
  func ranges(marked: String) {
    let marked = Marked(marked)
    #expect(comments(in: SourceText(marked.text)) == marked.ranges)
  }

  @Test("only comments that hold the word are given when one is asked for")
  func holding() {
    let marked = Marked("a: b # c\nd: e ⟦# metrolint: disable-line⟧\nf: \"# metrolint: no\"\n")
    #expect(comments(in: SourceText(marked.text), holding: "metrolint:") == marked.ranges)
    #expect(comments(in: SourceText("a: b # c\n"), holding: "metrolint:") == [])
    #expect(comments(in: SourceText(""), holding: "metrolint:") == [])
  }

  @Test(
    "a file nested deeper than any may be gives the comments before that, and soon", .timeLimit(.minutes(1)))
  func nested() {
    let marked = Marked("a: b ⟦# one⟧\nc:\n  " + String(repeating: "[", count: 1_000_000) + "\n# two\n")
    #expect(comments(in: SourceText(marked.text)) == marked.ranges)
  }

  @Test("a file that is no YAML gives the comments before the mistake")
  func beforeMistake() {
    let marked = Marked("a: b ⟦# one⟧\nc: \"d # e\n")
    #expect(comments(in: SourceText(marked.text)) == marked.ranges)
  }

  @Test("a file in UTF-16 gives places of its text in UTF-8")
  func utf16() {
    let marked = Marked("é: 🐟 ⟦# ü⟧\n")
    let bytes: [UInt8] =
      [0xFF, 0xFE]
      + marked.text.utf16.flatMap { unit -> [UInt8] in
        [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
    #expect(comments(in: SourceText(fileBytes: bytes)) == marked.ranges)
  }
}
