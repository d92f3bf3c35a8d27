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
}
