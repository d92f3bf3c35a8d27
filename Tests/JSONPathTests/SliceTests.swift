import JSONPath
import Testing

@Suite struct SliceTests {
  /// All small slices of all small lists: the elements that are in both bounds and a whole number of steps from
  /// the first, in the direction of the step.
  @Test(arguments: 0...5)
  func slices(count: Int) throws {
    let document = "[" + (0..<count).map(String.init).joined(separator: ", ") + "]"
    let bounds = [nil] + (-7...7).map(Optional.some)
    for start in bounds {
      for end in bounds {
        for step in [nil, -8, -3, -2, -1, 0, 1, 2, 3, 8] {
          let query = "$[\(text(start)):\(text(end))\(step.map { ":\($0)" } ?? "")]"
          let expected = expected(start, end, step ?? 1, count).map(String.init)
          #expect(try select(query, of: document) == expected, "\(query) of \(document)")
        }
      }
    }
  }

  private func text(_ number: Int?) -> String { number.map(String.init) ?? "" }

  private func expected(_ start: Int?, _ end: Int?, _ step: Int, _ count: Int) -> [Int] {
    guard step != 0 else { return [] }
    func fromFront(_ place: Int) -> Int { place < 0 ? place + count : place }
    if step > 0 {
      let first = max(0, start.map(fromFront) ?? 0)
      return (0..<count).filter { place in
        place >= first && (place - first) % step == 0 && end.map { place < fromFront($0) } ?? true
      }
    }
    let first = min(count - 1, start.map(fromFront) ?? count - 1)
    return (0..<count).reversed().filter { place in
      place <= first && (first - place) % step == 0 && end.map { place > fromFront($0) } ?? true
    }
  }

  @Test func slicesOfListsOfLists() throws {
    let document = "[[0], [1, [2]], {a: 3}, [4], 5]"
    #expect(try select("$[1:4:2]", of: document) == ["[1, [2]]", "[4]"])
    #expect(try select("$[::-2]", of: document) == ["5", #"{"a": 3}"#, "[0]"])
    #expect(try select("$[0:2][0]", of: document) == ["0", "1"])
    #expect(try select("$[-2:][0]", of: document) == ["4"])
  }

  @Test func slicesSelectNothingOfWhatIsNoList() throws {
    #expect(try select("$[:]", of: "{a: 1, b: 2}") == [])
    #expect(try select("$[:]", of: "text") == [])
  }

  /// The numbers of a query lie in the range of exact integers of I-JSON.
  @Test(arguments: ["9007199254740991", "-9007199254740991"])
  func largestNumbers(_ number: String) throws {
    for query in [
      "$[\(number)]", "$[\(number):]", "$[:\(number)]", "$[::\(number)]", "$[\(number):\(number):\(number)]",
    ] {
      #expect(queryError(in: query) == nil, "\(query)")
    }
    #expect(try select("$[\(number)]", of: "[1, 2]") == [])
    #expect(try select("$[::\(number)]", of: "[1, 2]") == [number.hasPrefix("-") ? "2" : "1"])
  }

  @Test(arguments: ["9007199254740992", "-9007199254740992", "99999999999999999999999999"])
  func tooLargeNumbers(_ number: String) {
    for query in ["$[\(number)]", "$[\(number):]", "$[:\(number)]", "$[::\(number)]"] {
      #expect(
        queryError(in: query)?.message == "a place in a list lies between -(2^53 - 1) and 2^53 - 1",
        "\(query)")
    }
  }
}
