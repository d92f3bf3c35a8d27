import BenchmarkData
import Findings
import RuleEngine
import Testing

@Suite("path")
struct PathRuleTests {
  private func check(_ template: String, _ files: [String: String]) throws -> SetCheck {
    try SetCheck(
      sources: "{a: {files: ['**/*.yaml']}}", rules: ["named": "source: a\npath: \(template)\n"],
      files)
  }

  private static let dated = "['a/**/{$.date}-*.yaml', 'a/**/{$.date.start}-*.yaml']"

  @Test("the value used is reported; folders and anything without a slash may stand between")
  func value() throws {
    try check(
      Self.dated,
      [
        "a/2021-01-02-x.yaml": "date: 2021-01-02\n",
        "a/b/c/2021-01-02-x.yaml": "date: {start: 2021-01-02}\n",
        "a/2021-01-03-x.yaml": "date: ⟦2021-01-02⟧\n",
        "b/2021-01-02-x.yaml": "date: ⟦\"2021-01-02\"⟧\n",
      ]
    ).expect(
      "the file is a/2021-01-03-x.yaml, but should be a/**/2021-01-02-*.yaml",
      "the file is b/2021-01-02-x.yaml, but should be a/**/2021-01-02-*.yaml")
  }

  @Test("a template whose query finds no scalar does not count")
  func noScalar() throws {
    try check(Self.dated, ["a/x.yaml": "date: [1]\n", "a/y.yaml": "{}\n"]).expect()
  }

  @Test("a template without a value is reported at the first line")
  func firstLine() throws {
    try check("docs/*.yaml", ["a/b.yaml": "# c\n⟦x: 1⟧\ny: 2\n", "docs/x.yaml": "x: 1\n"])
      .expect("the file is a/b.yaml, but should be docs/*.yaml")
  }

  @Test("a star in a value is only itself, and names are compared in one normalization form")
  func literal() throws {
    try check("'{$.n}.yaml'", ["e\u{301}.yaml": "n: é\n", "ab.yaml": "n: ⟦'a*'⟧\n"])
      .expect("the file is ab.yaml, but should be a*.yaml")
  }

  @Test("folders match whole names only")
  func folders() throws {
    try check("'**/x.yaml'", ["x.yaml": "1\n", "a/b/x.yaml": "1\n", "a/yx.yaml": "⟦1⟧\n"])
      .expect("the file is a/yx.yaml, but should be **/x.yaml")
  }

  @Test("many stars are decided, not given up")
  func manyStars() throws {
    let ones = String(repeating: "1", count: 240)
    try check(
      "'a/**/*1*1*1*1*1*1*2/{$.t}.yaml'",
      ["a/b/\(ones)2/x.yaml": "t: x\n", "a/b/\(ones)/x.yaml": "t: ⟦x⟧\n"]
    ).expect("the file is a/b/\(ones)/x.yaml, but should be a/**/*1*1*1*1*1*1*2/x.yaml")
  }

  @Test("stars and folders match as trying every way does", arguments: 0..<UInt64(40))
  func everyWay(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    func text(_ parts: [String]) -> String {
      (0..<Int.random(in: 1...5, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined()
    }
    let template = text(["a", "b", "ab", "*", "/", "/**/", "{$.t}"])
    let paths = Set((0..<30).map { _ in text(["a", "b", "ab", "/a", "b/a"]) }.filter { !$0.hasPrefix("/") })
    let result = try check(
      "'\(template).yaml'", Dictionary(uniqueKeysWithValues: paths.map { ("\($0).yaml", "t: ab\n") }))
    let wrong = paths.filter {
      !Self.matches(
        Array($0.utf8)[...], Array(template.replacing("{$.t}", with: "ab").utf8)[...], atName: true)
    }
    #expect(Set(result.findings.map(\.path)) == Set(wrong.map { "\($0).yaml" }), "\(template)")
  }

  /// Whether a path matches a template without values, found by trying every way.
  private static func matches(
    _ path: ArraySlice<UInt8>, _ template: ArraySlice<UInt8>, atName: Bool
  ) -> Bool {
    guard let first = template.first else { return path.isEmpty }
    let slash = UInt8(ascii: "/")
    if template.starts(with: "**/".utf8) {
      guard atName else { return false }
      if matches(path, template.dropFirst(3), atName: true) { return true }
      guard let end = path.firstIndex(of: slash) else { return false }
      return matches(path[(end + 1)...], template, atName: true)
    }
    if first == UInt8(ascii: "*") {
      let rest = template.drop { $0 == first }
      if matches(path, rest, atName: atName) { return true }
      guard let next = path.first, next != slash else { return false }
      return matches(path.dropFirst(), template, atName: false)
    }
    return path.first == first && matches(path.dropFirst(), template.dropFirst(), atName: first == slash)
  }
}
