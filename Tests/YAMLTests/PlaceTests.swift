import SourceText
import Testing
import YAML

@Suite("Places")
struct PlaceTests {
  /// Marks stand around what `range(of:)` gives for every node, in the order of the nodes; `⟦⟧` is a value that is
  /// not written.
  @Test(
    "every key and value has its exact bytes",
    arguments: [
      // Plain, quoted and block styles.
      "⟦⟦a⟧: ⟦b⟧\n⟦c⟧:   ⟦d e⟧⟧   # f\n",
      "⟦⟦a⟧: ⟦b\n  c\n\n  d⟧⟧\n",
      "⟦⟦a⟧: ⟦\"b \\\" # c\"⟧\n⟦'d'⟧: ⟦'e '' f'⟧⟧\n",
      "⟦⟦a⟧: ⟦\"b\n  c\\\n  d\"⟧⟧\n",
      "⟦⟦a⟧: ⟦|\n  b\n  c⟧\n⟦d⟧: ⟦>-\n  e\n\n  f⟧⟧\n\n# g\n",
      "⟦⟦a⟧: ⟦|2+ # b\n   c⟧⟧\n\n",
      "⟦⟦a⟧: ⟦|⟧\n⟦b⟧: ⟦c⟧⟧\n",
      // Lists and mappings.
      "⟦- ⟦a⟧\n- ⟦- ⟦b⟧\n  - ⟦c⟧⟧\n- ⟦⟦d⟧: ⟦e⟧\n  ⟦f⟧: ⟦g⟧⟧⟧\n",
      "⟦⟦a⟧:\n⟦- ⟦b⟧\n- ⟦c⟧⟧\n⟦d⟧: ⟦e⟧⟧\n",
      "⟦⟦a⟧: ⟦[⟦b⟧, ⟦\"c\"⟧, ⟦{⟦d⟧: ⟦e⟧}⟧ ]⟧⟧ # f\n",
      "⟦[⟦⟦a⟧: ⟦b⟧⟧, ⟦c⟧]⟧\n",
      "⟦{⟦a⟧: ⟦b⟧, ⟦c⟧: ⟦[]⟧,\n⟦d⟧: ⟦{ }⟧\n}⟧\n",
      "? ⟦a⟧\n: ⟦b⟧\n",
      "⟦? ⟦[⟦a⟧]⟧\n: ⟦⟦b⟧: ⟦c⟧⟧⟧\n",
      // Values that are not written.
      "⟦⟦a⟧:⟦⟧\n⟦b⟧:⟦⟧⟧\n",
      "⟦-⟦⟧\n- ⟦a⟧\n-⟦⟧⟧\n",
      "⟦{⟦a⟧:⟦⟧ , ⟦b⟧⟦⟧}⟧\n",
      // Anchors and tags before a node are no part of it.
      "⟦⟦a⟧: &b ⟦c⟧\n&d ⟦e⟧: !!str ⟦f⟧\n⟦g⟧: &h !!map\n  ⟦⟦i⟧: ⟦j⟧⟧\n⟦k⟧: !!seq &l # m\n  ⟦[⟦n⟧]⟧⟧\n",
      "⟦⟦a⟧: &b # c\n  ⟦\"d\"⟧⟧\n",
      "--- !!map\n⟦⟦a⟧: ⟦b⟧⟧\n",
      // Line ends.
      "⟦⟦a⟧: ⟦b⟧\r\n⟦c⟧: ⟦|\r\n  d\r\n  e⟧\r\n⟦f⟧: ⟦g⟧⟧\r\n",
      "⟦⟦a⟧: ⟦b⟧\r⟦c⟧: ⟦d\r  e⟧⟧\r",
      "⟦⟦a⟧: ⟦b⟧⟧",
      // Characters of many bytes before, in and after.
      "# é 🐟\n⟦⟦é⟧: ⟦🐟🐟⟧\n⟦🐟⟧: ⟦[⟦ü⟧, ⟦\"ж\"⟧]⟧⟧ # ж\n",
      "⟦⟦a⟧: ⟦🐟\n  é⟧\n⟦b⟧: ⟦'é'⟧⟧\n",
      "\u{FEFF}⟦⟦a⟧: ⟦b⟧⟧\n",
      "\u{FEFF}# é\n⟦- ⟦🐟⟧⟧\n",
      // Documents.
      "⟦a⟧\n--- ⟦b⟧\n...\n---\n⟦- ⟦c⟧⟧\n",
    ])
  func ranges(marked: String) throws {
    let marked = Marked(marked)
    let loaded = load(marked.text)
    let tree = try #require(loaded.tree, "refused: \(loaded.problems)")
    let ranges = (0..<UInt32(tree.nodeCount)).map { tree.range(of: NodeID(index: $0)) }
      .sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
    let isOneMember = marked.text.hasPrefix("?") && ranges.count == marked.ranges.count + 1
    #expect((isOneMember ? Array(ranges.dropFirst()) : ranges) == marked.ranges)
  }

  @Test("a file in UTF-16 has the places of its text in UTF-8, and leads back", arguments: [true, false])
  func utf16(isLittleEndian: Bool) throws {
    let marked = Marked("é: ⟦🐟⟧\n⟦ü⟧: x\n")
    var bytes: [UInt8] = isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for unit in marked.text.utf16 {
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      bytes += isLittleEndian ? [low, high] : [high, low]
    }
    let source = SourceText(fileBytes: bytes)
    #expect(source.encoding == (isLittleEndian ? .utf16LittleEndian : .utf16BigEndian))
    let tree = try #require(loadYAML(source).tree)
    let members = Array(tree.members(of: tree.documents[0].root))
    #expect(tree.range(of: members[0].value) == marked.ranges[0])
    #expect(tree.range(of: members[1].key) == marked.ranges[1])
    // Byte order mark, é, colon, space.
    #expect(source.fileOffset(of: marked.ranges[0].start) == 8)
    #expect(source.fileOffset(of: marked.ranges[0].end) == 12)
  }

  @Test(
    "lines and columns count in each unit",
    arguments: [(ColumnUnit.utf8, 19), (ColumnUnit.codePoints, 12), (ColumnUnit.utf16, 14)])
  func columns(unit: ColumnUnit, column: Int) throws {
    let tree = try #require(load("# é\u{85}\u{2028}🐟\r\nk: [🐟, é🐟, x]\n").tree)
    let list = try #require(tree.value("k", of: tree.documents[0].root))
    let last = try #require(Array(tree.elements(of: list)).last)
    #expect(
      tree.source.position(at: tree.range(of: last).start, in: unit) == Position(line: 2, column: column))
  }

  @Test("what an alias brings keeps the place where it stands, and tells the alias")
  func aliases() throws {
    let marked = Marked("a: &x {b: ⟦c⟧}\nd: ⟦*x⟧\ne:\n  <<: ⟦*x⟧\n  f: g\nh: [⟦*x⟧, i]\n")
    let tree = try #require(load(marked.text).tree)
    let root = tree.documents[0].root
    for (name, place) in [("d", 1), ("e", 2)] {
      let mapping = try #require(tree.value(name, of: root))
      let value = try #require(tree.value("b", of: mapping))
      #expect(tree.range(of: value) == marked.ranges[0])
      #expect(tree.aliasRange(of: value) == marked.ranges[place])
    }
    let list = try #require(tree.value("h", of: root))
    let elements = Array(tree.elements(of: list))
    #expect(tree.aliasRange(of: elements[0]) == marked.ranges[3])
    #expect(tree.aliasRange(of: elements[1]) == nil)
    let merged = try #require(tree.value("e", of: root))
    #expect(tree.members(of: merged).map { tree.text(of: $0.key) } == ["f", "b"])
    #expect(tree.pointer(of: try #require(tree.value("b", of: merged))) == "/e/b")
  }

  @Test("a node tells its document, its key, its place and its parent")
  func relations() throws {
    let tree = try #require(load("a: [b, {c: d}]\n---\ne\n").tree)
    let list = try #require(tree.value("a", of: tree.documents[0].root))
    let mapping = try #require(Array(tree.elements(of: list)).last)
    let value = try #require(tree.value("c", of: mapping))
    #expect(tree.pointer(of: value) == "/a/1/c")
    #expect(tree.position(of: mapping) == 1)
    #expect(tree.key(of: list).map { tree.text(of: $0) } == "a")
    #expect(tree.parent(of: value) == mapping)
    #expect(tree.parent(of: tree.documents[0].root) == nil)
    #expect(tree.document(of: value) == 0)
    #expect(tree.document(of: tree.documents[1].root) == 1)
    #expect(tree.next(after: list) == tree.documents[1].root)
  }
}
