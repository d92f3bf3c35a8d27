import Spelling
import Testing

@Suite struct ClosestTests {
  @Test func theFewestEditsComeFirstThenTheLongestCommonBeginning() {
    let codes = ["L1A2D3", "L1A1D1", "L1A3D3", "L2A2D6", "L3A3D4"]
    #expect(Closest.matches(to: "L1A1D3", among: codes) == ["L1A1D1", "L1A2D3", "L1A3D3"])
  }

  @Test func nothingIsCloseToWhatIsFar() {
    #expect(Closest.matches(to: "L9A9D9", among: ["L1A1D1", "L2A2D2"]).isEmpty)
    #expect(Closest.matches(to: "x", among: ["Accra"]).isEmpty)
  }

  @Test func exchangedNeighboursAreOneEdit() {
    #expect(Closest.match(to: "--fromat", among: ["--format", "--output"]) == "--format")
    #expect(EditDistance.between(Array("ab".unicodeScalars), Array("ba".unicodeScalars), limit: 1) == 1)
  }

  @Test(
    arguments: [
      ("kitten", "sitting", 3, 3), ("kitten", "sitting", 2, nil), ("", "abc", 3, 3), ("same", "same", 0, 0),
      ("abcdef", "abdcef", 4, 1), ("北京", "南京", 1, 1), ("flaw", "lawn", 4, 2),
    ] as [(String, String, Int, Int?)])
  func distance(_ left: String, _ right: String, _ limit: Int, _ expected: Int?) {
    #expect(
      EditDistance.between(Array(left.unicodeScalars), Array(right.unicodeScalars), limit: limit) == expected)
    #expect(
      EditDistance.between(Array(right.unicodeScalars), Array(left.unicodeScalars), limit: limit) == expected)
  }
}

@Suite struct FoldingTests {
  @Test(arguments: [
    ("São Paulo", "sao paulo"), ("SA\u{303}O PAULO", "sao paulo"), ("Łódź", "lodz"), ("İstanbul", "istanbul"),
    ("Straße", "strasse"), ("北京", "北京"),
  ])
  func sorting(_ text: String, _ folded: String) {
    #expect(Folding.forSorting(text) == folded)
  }

  @Test(arguments: [
    ("New Delhi - NIUA", "newdelhiniua"), ("New Delhi-NIUA", "newdelhiniua"), ("AL‑LAs", "allas"),
    ("Xi'an", "xi'an"),
  ])
  func comparing(_ text: String, _ folded: String) {
    #expect(Folding.forComparing(text) == folded)
  }

  @Test func aNameInFormDIsTheSameNameInFormC() {
    #expect(Array("Bogota\u{301}".normalizedC.utf8) == Array("Bogotá".utf8))
    #expect(Array("Accra".normalizedC.utf8) == Array("Accra".utf8))
  }
}
