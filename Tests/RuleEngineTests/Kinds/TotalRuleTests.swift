import Findings
import RuleEngine
import Testing

@Suite("total")
struct TotalRuleTests {
  private func check(_ total: String, unreadable: [String] = [], _ files: [String: String]) throws
    -> SetCheck
  {
    try SetCheck(
      sources: "{report: {files: [report.yaml]}, data: {files: ['data/*.yaml']}}",
      rules: ["total": "source: report\nselect: $.claims.n\ntotal: \(total)\n"],
      unreadable: unreadable, files
    )
  }

  private static let count = "{count: {source: data, select: '$.items[*]'}}"

  @Test("the number of nodes, with up to five of the places where it was counted")
  func count() throws {
    let data = ["data/1.yaml": "items: [a, b, c, d]\n", "data/2.yaml": "items: [e, f, g]\n"]
    try check(Self.count, data.merging(["report.yaml": "claims: {n: 7}\n"]) { $1 }).expect()
    let check = try check(Self.count, data.merging(["report.yaml": "claims: {n: ⟦8⟧}\n"]) { $1 })
    check.expect("8 is here, but the number in data is 7")
    #expect(
      check.related() == [
        "data/1.yaml \"a\": it is counted here", "data/1.yaml \"b\": it is counted here",
        "data/1.yaml \"c\": it is counted here", "data/1.yaml \"d\": it is counted here",
        "data/2.yaml \"e\": it is counted here, and at 2 more",
      ])
  }

  @Test("the sum of values, without loss; what is no number is left out")
  func sum() throws {
    let sum = "{sum: {source: data, select: '$.items[*]'}}"
    try check(
      sum, ["data/1.yaml": "items: [0.1, 0.2, x, '5', ~]\n", "report.yaml": "claims: {n: 0.30}\n"]
    )
    .expect()
    try check(
      sum,
      [
        "data/1.yaml": "items: [9007199254740993, 1]\n",
        "report.yaml": "claims: {n: ⟦9007199254740993⟧}\n",
      ]
    ).expect("9007199254740993 is here, but the sum in data is 9007199254740994")
  }

  @Test("what is summed up is shown, and nothing else")
  func summedUp() throws {
    let check = try check(
      "{sum: {source: data, select: '$.items[*]'}}",
      ["data/1.yaml": "items: [1, x, ~, 2]\n", "report.yaml": "claims: {n: ⟦4⟧}\n"])
    check.expect("4 is here, but the sum in data is 3")
    #expect(
      check.related() == ["data/1.yaml \"1\": it is counted here", "data/1.yaml \"2\": it is counted here"])
  }

  @Test("a sum that is no number is not known", arguments: [".inf", ".nan", "1.0e+999999999"])
  func endless(value: String) throws {
    let check = try check(
      "{sum: {source: data, select: '$.items[*]'}}",
      ["data/1.yaml": "items: [1, \(value)]\n", "report.yaml": "claims: {n: 4}\n"])
    check.expect()
    #expect(check.notes == ["total report.yaml: the sum has a number that is not finite, or is too large"])
  }

  @Test(
    "at least and at most",
    arguments: [("at-least", 2), ("at-most", 4), ("at-least", 3), ("equal", 3)])
  func relations(relation: String, claimed: Int) throws {
    let files = ["data/1.yaml": "items: [a, b, c]\n", "report.yaml": "claims: {n: \(claimed)}\n"]
    let check = try check("{count: {source: data, select: '$.items[*]'}, is: \(relation)}", files)
    switch (relation, claimed) {
    case ("at-least", 2):
      #expect(
        check.findings.map(\.message) == [
          "2 is here, but it should be at least 3, the number in data"
        ])
    case ("at-most", 4):
      #expect(
        check.findings.map(\.message) == [
          "4 is here, but it should be at most 3, the number in data"
        ])
    default: #expect(check.findings.isEmpty)
    }
  }

  @Test("what is no number is left to the schema")
  func noNumber() throws {
    try check(Self.count, ["data/1.yaml": "items: [a]\n", "report.yaml": "claims: {n: '2'}\n"])
      .expect()
  }

  @Test("nothing is claimed wrong while a file could not be read or no file is there")
  func gap() throws {
    let check = try check(
      Self.count, unreadable: ["data/2.yaml"],
      ["data/1.yaml": "items: [a]\n", "report.yaml": "claims: {n: 2}\n"])
    check.expect()
    #expect(check.notes == ["total report.yaml: data/2.yaml could not be read"])
    let absent = try self.check(Self.count, ["report.yaml": "claims: {n: 2}\n"])
    absent.expect()
    #expect(absent.notes == ["total report.yaml: the source data has no file"])
  }

  @Test("a node that aliases bring is counted where it is used")
  func aliases() throws {
    try check(
      Self.count, ["data/1.yaml": "items: [&a x, *a]\n", "report.yaml": "claims: {n: 2}\n"]
    ).expect()
  }
}
