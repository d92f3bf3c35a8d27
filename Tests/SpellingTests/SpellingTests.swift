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
    #expect(Closest.matches(to: "q", among: ["x"]).isEmpty)
    #expect(Closest.matches(to: "", among: ["x"]).isEmpty)
    #expect(Closest.matches(to: "q", among: ["x", "qx"]) == ["qx"])
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

@Suite struct ClosestFinderTests {
  @Test func aFinderSaysWhatLookingAtEachNameSays() {
    // A small random text from a small alphabet, so that many are close and many are equally close.
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func word() -> String {
      String((0..<next(12)).map { _ in "abcdÁ北 -".randomElementAt(next(8)) })
    }
    for _ in 0..<40 {
      let names = Array(Set((0..<60).map { _ in word() })).sorted()
      let finder = ClosestFinder(names.map { ($0, $0) })
      for _ in 0..<40 {
        let text = word()
        #expect(finder.closest(to: text, count: 3) == Closest.matches(to: text, among: names), "\(text)")
      }
    }
  }

  @Test func aKeyThatIsNamedTwiceComesOnce() {
    let finder = ClosestFinder([("Paris", "Île-de-France"), ("Parus", "Île-de-France"), ("Parma", "Parma")])
    #expect(finder.closest(to: "Pariz", count: 3) == ["Île-de-France", "Parma"])
  }

  @Test func theNearestAreAllThatAreAsCloseAsTheClosest() {
    let finder = ClosestFinder(["L1A1D2", "L1A1D1", "L1A2D7", "L2A2D9", "北京市"].map { ($0, $0) })
    #expect(finder.nearest(to: "l1a1d7") == ["L1A1D1", "L1A1D2", "L1A2D7"])
    #expect(finder.nearest(to: "L1A1D1") == ["L1A1D2"])
    #expect(finder.nearest(to: "Παρίσι").isEmpty)
    #expect(ClosestFinder([]).nearest(to: "x").isEmpty)
  }

  @Test func longTextsAreCloseToNothing() {
    let long = String(repeating: "x", count: 100_000)
    #expect(ClosestFinder([(long, long), ("x", "x")]).closest(to: long + "y", count: 3).isEmpty)
  }

  @Test func noNameIsNoName() {
    #expect(ClosestFinder([]).closest(to: "x", count: 3).isEmpty)
    #expect(ClosestFinder([("x", "x")]).closest(to: "y", count: 0).isEmpty)
  }
}

extension String {
  fileprivate func randomElementAt(_ offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}

@Suite struct NormalFormTests {
  /// Letters that are put together, those that others are put together of, and marks of several classes.
  private static let scalars: [Unicode.Scalar] = [
    "a", "e", "x", "\u{E0}", "\u{EA}", "\u{1EA1}", "\u{1E69}", "\u{1D7}", "\u{3B1}", "\u{1F02}", "\u{921}",
    "\u{9C7}", "\u{1100}", "\u{304B}", "\u{16D67}", "\u{300}", "\u{302}", "\u{304}", "\u{323}", "\u{327}",
    "\u{345}", "\u{93C}", "\u{94D}", "\u{9BE}", "\u{3099}", "\u{5B0}",
  ]

  @Test func aTextIsInNormalizationFormCExactlyWhenPuttingItInTheFormLeavesIt() {
    for first in Self.scalars {
      for second in Self.scalars {
        for third in Self.scalars {
          for text in [[first, second, third], ["x", first, second, third]] {
            let normalized = String(String.UnicodeScalarView(text)).normalizedC.unicodeScalars
            var form = NormalForm()
            #expect(text.allSatisfy { form.accepts($0) } == normalized.elementsEqual(text), "\(text)")
          }
        }
      }
    }
  }
}
