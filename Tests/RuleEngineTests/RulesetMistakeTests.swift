import Findings
import RuleEngine
import SourceText
import Testing

/// Every mistake in a ruleset is found with its file, its exact place and the closest valid name. The files of each
/// case have `⟦…⟧` where a mistake must be found.
@Suite("Mistakes in rulesets")
struct RulesetMistakeTests {
  private static let settings = """
    ruleset: test
    sources:
      plan: {files: [plan.yaml]}
      activities: {files: ["activities/**/*.yaml"]}
    indexes:
      outcome: {source: plan, select: "$.outcomes[*]", key: "@.code", attributes: {line: "@.line"}}

    """
  private static let rule = "summary: S\nsource: activities\nselect: $.x\nreference: {index: outcome}\n"

  private func check(
    _ files: [String: String], _ expected: String..., location: SourceLocation = #_sourceLocation
  ) throws {
    let all = ["ruleset.yaml": Self.settings].merging(files) { $1 }
    var marks: Set<String> = []
    var bytes: [String: [UInt8]] = [:]
    for (path, text) in all {
      let marked = try MarkedText(Array(text.utf8))
      bytes[path] = marked.bytes
      marks.formUnion(marked.ranges.map { "\(path) \($0.start)..<\($0.end)" })
    }
    let reading = Ruleset.read(RulesetFiles(origin: "", files: bytes))
    let found = Set(reading.findings.map { "\($0.path) \($0.range.start)..<\($0.range.end)" })
    #expect(found.subtracting(marks) == [], "not marked, but found", sourceLocation: location)
    #expect(marks.subtracting(found) == [], "marked, but not found", sourceLocation: location)
    #expect(reading.findings.map(\.message) == expected, sourceLocation: location)
    #expect(reading.ruleset == nil || expected.isEmpty, sourceLocation: location)
    #expect(reading.findings.allSatisfy { reading.sources[$0.path] != nil || $0.path == "ruleset.yaml" })
  }

  @Test("there is none")
  func none() throws {
    try check([
      "a-b.yaml": Self.rule, "README.md": "x", ".hidden.yaml": "{", "examples/x/y.yaml": "{",
      "examples/z.txt": "x",
    ])
  }

  @Test("ruleset.yaml is missing, empty, no YAML or not one document")
  func settingsFile() throws {
    let none = Ruleset.read(RulesetFiles(origin: "", files: [:]))
    #expect(none.ruleset == nil)
    #expect(none.findings.map(\.message) == ["the ruleset has no ruleset.yaml"])
    try check(["ruleset.yaml": "⟦⟧# nothing\n"], "the file is empty")
    try check(
      ["ruleset.yaml": Self.settings + "---\n⟦a: 1⟧\n"],
      "this file is one YAML document, but a second one begins here")
    let broken = Ruleset.read(RulesetFiles(origin: "Rules/x", files: ["ruleset.yaml": Array("a: [".utf8)]))
    #expect(broken.ruleset == nil)
    #expect(broken.findings.map(\.rule) == ["yaml-syntax"])
    #expect(broken.findings.map(\.path) == ["Rules/x/ruleset.yaml"])
  }

  @Test("an unknown key has the closest one")
  func unknownKeys() throws {
    try check(
      [
        "ruleset.yaml": Self.settings + "⟦titel⟧: x\n", "a.yaml": Self.rule + "⟦sumary⟧: x\n",
        "b.yaml": Self.rule.replacing("{index: outcome}", with: "{index: outcome, ⟦alias⟧: allow}"),
      ],
      "a rule has no key sumary; did you mean summary?",
      "a reference has no key alias; did you mean aliases?",
      "ruleset.yaml has no key titel; did you mean title?")
  }

  @Test("sources: names, patterns, none")
  func sources() throws {
    try check(
      [
        "ruleset.yaml": """
        ruleset: test
        sources:
          ⟦Plan⟧: {files: [plan.yaml]}
          ⟦b⟧: {}
        """
      ],
      "Plan is no name", "the source b needs files")
    try check(
      [
        "ruleset.yaml": """
        ruleset: test
        sources:
          a: {files: [x.yaml, ⟦"[a"⟧, ⟦/x⟧, ⟦../x⟧, ⟦[y]⟧]}
          b: {⟦files⟧: []}
          c: {⟦files⟧: ["!x.yaml"]}
          d: {⟦files⟧: [x.yaml, "!x.yaml"]}
          e: {files: x.yaml, required: ⟦maybe⟧}
        """
      ],
      "a [ without its ]", "a pattern is relative to the data set's root, so it cannot begin with /",
      "a pattern cannot lead out of the data set with ..",
      "a pattern for paths is a text, but a list is here",
      "no file can be in the source b: it has no pattern",
      "no file can be in the source c: every pattern takes files away",
      "no file can be in the source d: what one pattern takes in another takes away",
      "required is true or false, but a text is here")
    try check(
      ["ruleset.yaml": "ruleset: test\nsources: {a: {files: [x]}, ⟦a⟧: {files: [y]}}\n"],
      "the key a stands here twice; it is already in line 2")
  }

  @Test("indexes: an unknown source, wrong queries, attributes")
  func indexes() throws {
    try check(
      [
        "ruleset.yaml": """
        ruleset: test
        sources: {plan: {files: [plan.yaml]}}
        indexes:
          a: {source: ⟦plann⟧, select: "$.x", key: "@.code"}
          ⟦b⟧: {source: plan, ⟦select⟧: [1], label: "@.t"}
        """,
        "r.yaml": "summary: S\nsource: plan\nreference: {index: a}\n",
      ],
      "there is no source plann; did you mean plan?", "the index b needs key",
      "a query is a text such as $.members[*], but a list is here")
  }

  @Test("a rule has one kind")
  func kinds() throws {
    try check(["a.yaml": "⟦summary⟧: S\nsource: plan\n"], "the rule has no kind")
    try check(
      ["a.yaml": "summary: S\nsource: plan\n⟦refrence⟧: {index: outcome}\n"],
      "a rule has no key refrence; did you mean reference?")
    try check(
      ["a.yaml": Self.rule + "⟦unique⟧: {key: '@'}\n"],
      "a rule has one kind, but this one has reference and unique")
  }

  @Test("what a misspelt or unknown key is meant to be is not missing as well")
  func misspeltKeys() throws {
    func rule(_ part: String) -> String { "summary: S\nsource: plan\n\(part)\n" }
    try check(
      [
        "a.yaml": rule("⟦forbid⟧: {index: outcome}"), "b.yaml": rule("count: {⟦at_least⟧: 1}"),
        "c.yaml": rule("within: {⟦form⟧: {source: plan}}"),
        "d.yaml": rule("total: {⟦counts⟧: {source: plan}}"),
        "e.yaml": rule("unique: {⟦keys⟧: '@'}"), "f.yaml": "⟦sumary⟧: S\nsource: plan\nunique: {key: '@'}\n",
        "g.yaml": "summary: S\n⟦sourse⟧: plan\nunique: {key: '@'}\n",
        "h.yaml": "summary: S\n⟦indexx⟧: outcome\nused: {by: {source: activities}}\n",
      ],
      "a rule has no key forbid", "count has no key at_least; did you mean at-least?",
      "within has no key form; did you mean from?", "a total has no key counts; did you mean count?",
      "unique has no key keys; did you mean key?", "a rule has no key sumary; did you mean summary?",
      "a rule has no key sourse; did you mean source?", "a rule has no key indexx; did you mean index?")
  }

  @Test("unknown source, index, attribute, placeholder, severity")
  func names() throws {
    try check(
      [
        "a.yaml": "summary: S\nsource: ⟦activites⟧\nreference: {index: ⟦outcom⟧}\n",
        "b.yaml": "summary: S\nsource: plan\nreference: {index: outcome, where: {⟦lin⟧: $.x}}\n",
        "c.yaml": Self.rule + "message: 'no ⟦{valu}⟧'\nseverity: ⟦errror⟧\n",
        "d.yaml": Self.rule + "message: |\n  it is {value}\n  of ⟦{entry.lin}⟧ and ⟦{valu}⟧\n",
      ],
      "there is no source activites; did you mean activities?",
      "there is no index outcom; did you mean outcome?",
      "where has no key lin; did you mean line?", "there is no placeholder {valu}; did you mean {value}?",
      "severity is one of info, warning, error, not errror",
      "there is no placeholder {entry.lin}; did you mean {entry.line}?",
      "there is no placeholder {valu}; did you mean {value}?")
  }

  @Test("on, source, select and index")
  func scopes() throws {
    try check(
      [
        "a.yaml": "⟦summary⟧: S\nunique: {key: '@'}\n",
        "b.yaml": "summary: S\n⟦source⟧: plan\non: [{source: plan}]\nunique: {key: '@'}\n",
        "c.yaml": "summary: S\nsource: plan\n⟦index⟧: outcome\nunique: {key: '@'}\n",
        "d.yaml": "summary: S\n⟦source⟧: plan\nindex: outcome\nused: {by: {source: plan}}\n",
        "e.yaml": "⟦summary⟧: S\nused: {by: {source: plan}}\n",
        "f.yaml": "summary: S\non: [{⟦select⟧: $}]\nunique: {key: '@'}\n",
      ],
      "a rule needs source (or on)", "a rule has either on or source and select, not both",
      "a rule of the kind unique has source and select, and no index beside them",
      "a rule of the kind used has an index in place of source", "a rule of the kind used needs index",
      "a query elsewhere needs source")
  }

  @Test(
    "a wrong character of a query has its exact place, however the scalar is written",
    arguments: [
      "select: $.a[⟦x⟧]\n", "select: '$.a[⟦x⟧]'\n", "select: \"$.\\u0061[⟦x⟧]\"\n",
      "select: |-\n  $.a[⟦x⟧]\n",
      "select: >-\n    $.a\n    [⟦x⟧]\n", "select: $.a\n  [⟦x⟧]\n", "select: '$[''é'']\n\n  [⟦x⟧]'\n",
    ])
  func queries(text: String) throws {
    let rule = "summary: S\nsource: plan\nunique: {key: '@'}\n"
    var files = ["ruleset.yaml": Self.settings]
    let marked = try MarkedText(Array((rule + text).utf8))
    files["a.yaml"] = String(decoding: marked.bytes, as: UTF8.self)
    let reading = Ruleset.read(RulesetFiles(origin: "", files: files.mapValues { Array($0.utf8) }))
    #expect(reading.findings.map(\.range) == marked.ranges)
  }

  @Test("a query without its beginning")
  func queryBeginning() throws {
    func rule(_ select: String) -> String {
      "summary: S\nsource: plan\nselect: \(select)\nunique: {key: '@'}\n"
    }
    try check(
      [
        "a.yaml": rule("⟦members[*]⟧"), "b.yaml": rule("⟦'[''a b''].c'⟧"), "c.yaml": rule("'⟦*⟧a'"),
        "d.yaml": rule("⟦..code⟧"),
      ],
      "a query begins with $, the document, or @, the selected node; did you mean $.members[*]?",
      "a query begins with $, the document, or @, the selected node; did you mean $['a b'].c?",
      "found '*' where a query begins with '$' or '@'",
      "a query begins with $, the document, or @, the selected node; did you mean $..code?")
  }

  @Test("file names: no id, a built-in rule's, outside of the layout")
  func fileNames() throws {
    try check(
      [
        "A_b.yaml": "⟦summary: S⟧\nsource: plan\nunique: {key: '@'}\n",
        "yaml-syntax.yaml": "⟦summary: S⟧\nsource: plan\nunique: {key: '@'}\n", "b.yml": "⟦⟧x: 1\n",
        "c.json": "⟦⟧{}",
        "rules/d.yaml": "⟦⟧x: 1\n",
      ],
      "the file's name is the rule's id, and A_b is none", "a rule's file ends in .yaml, not in .yml",
      "a rule's file ends in .yaml, not in .json", "rules/d.yaml is no place for a file of a ruleset",
      "yaml-syntax is one of the rules that need no ruleset")
  }

  @Test("former names")
  func formerly() throws {
    try check(
      [
        "a.yaml": Self.rule + "formerly: [⟦b⟧, ⟦C⟧, old]\n", "b.yaml": Self.rule,
        "c.yaml": Self.rule + "formerly: ⟦old⟧\n",
      ],
      "b is a name of the rule b and cannot be a former name of a",
      "a former name is lower case words joined by -",
      "old is a name of the rule a and cannot be a former name of c")
  }

  @Test("a reference between schemas that leads nowhere is told as it is written")
  func schemaReference() throws {
    let files = [
      "ruleset.yaml": Self.settings, "schemas/a.yaml": "$ref: c.yaml\n",
      "schemas/c/b.yaml": "$ref: ../x.yaml\n",
      "schemas/b.yaml": "type: object\n",
    ]
    let reading = Ruleset.read(RulesetFiles(origin: "", files: files.mapValues { Array($0.utf8) }))
    #expect(
      reading.findings.map(\.message) == [
        "$ref leads to schemas/c.yaml, which is not there",
        "$ref leads to schemas/x.yaml, which is not there",
      ])
    #expect(reading.findings[0].suggestions.map(\.value).contains("b.yaml"))
    #expect(
      reading.findings.allSatisfy { finding in
        finding.suggestions.allSatisfy { !$0.value.contains("ruleset:") }
      })
  }

  @Test("a name that is declared wrongly is still the closest one")
  func brokenName() throws {
    try check(
      [
        "ruleset.yaml": """
        ruleset: test
        sources: {plan: {⟦file⟧: [plan.yaml]}}
        indexes: {code: {source: ⟦plann⟧, key: "@"}}

        """
      ], "the source plan has no key file; did you mean files?",
      "there is no source plann; did you mean plan?")
  }

  @Test("schemas: none of this name, a wrong one, a cycle, a reference to nowhere")
  func schemas() throws {
    try check(
      [
        "a.yaml": "summary: S\nsource: plan\nschema: ⟦schemas/plam.schema.yaml⟧\n",
        "schemas/plan.schema.yaml": "type: object\n",
      ],
      "there is no schema schemas/plam.schema.yaml; did you mean schemas/plan.schema.yaml?")
    for text in ["type: ⟦objekt⟧\n", "properties: {a: {$ref: ⟦nowhere.json⟧}}\n"] {
      let marked = try MarkedText(Array(text.utf8))
      let files = ["ruleset.yaml": Array(Self.settings.utf8), "schemas/x.yaml": marked.bytes]
      let reading = Ruleset.read(RulesetFiles(origin: "", files: files))
      #expect(reading.ruleset == nil)
      #expect(reading.findings.map(\.path) == ["schemas/x.yaml"])
      #expect(reading.findings.map(\.range) == marked.ranges)
    }
    let cycle = [
      "ruleset.yaml": Self.settings, "schemas/a.yaml": "$ref: b.yaml\n",
      "schemas/b.yaml": "allOf: [{$ref: a.yaml}]\n",
    ]
    let reading = Ruleset.read(RulesetFiles(origin: "", files: cycle.mapValues { Array($0.utf8) }))
    #expect(reading.ruleset == nil)
    #expect(reading.findings.isEmpty == false)
    #expect(reading.findings.allSatisfy { $0.path.hasPrefix("schemas/") })
  }

  @Test("a keyword of a schema that is most likely misspelt is a warning: a schema may have any others")
  func keywords() throws {
    let marked = try MarkedText(
      Array("type: object\n⟦requird⟧: [requird]\nproperties: {patern: {⟦patern⟧: x, x-unit: km}}\n".utf8))
    let files = ["ruleset.yaml": Array(Self.settings.utf8), "schemas/x.yaml": marked.bytes]
    let reading = Ruleset.read(RulesetFiles(origin: "", files: files))
    #expect(reading.ruleset != nil)
    #expect(reading.findings.map(\.range) == marked.ranges)
    #expect(reading.findings.allSatisfy { $0.severity == .warning && $0.path == "schemas/x.yaml" })
    #expect(
      reading.findings.map(\.suggestions) == [["required"], ["pattern"]].map { $0.map { Suggestion($0) } })
  }

  @Test("examples: what is not known or not a text, and a mark without its other half")
  func examples() throws {
    try check(
      [
        "a.yaml": Self.rule + "examples:\n  - title: x\n    ⟦file⟧: {}\n    files: {⟦a.yaml⟧: [1]}\n"
      ],
      "an example has no key file; did you mean files?", "the file a.yaml is a text, but a list is here")
    let text = Self.rule + "examples:\n  - files:\n      a.yaml: |\n        a: 1\n        b: \u{27E6}2\n"
    let reading = Ruleset.read(
      RulesetFiles(
        origin: "", files: ["ruleset.yaml": Array(Self.settings.utf8), "a.yaml": Array(text.utf8)]))
    #expect(reading.findings.map(\.message) == ["the mark ⟦ has no ⟧ after it"])
    let source = SourceText(text)
    #expect(reading.findings.first.map { source.text(in: $0.range) } == "\u{27E6}")
  }

  @Test("a template for paths that no file of the source can match")
  func impossiblePath() throws {
    func rule(_ template: String) -> String { "summary: S\nsource: activities\npath: \(template)\n" }
    try check(
      [
        "a.yaml": rule("⟦activites/{$.date}-*.yaml⟧"),
        "b.yaml": rule("['activities/{$.id}.yaml', ⟦'{$.id}.yml'⟧]"),
        "c.yaml": rule("'activities/**/{$.date}*'"), "d.yaml": rule("'{$.region}/*.yaml'"),
        "e.yaml": rule("'**/{$.date}-*.yaml'"), "f.yaml": rule("⟦activities.yaml⟧"),
        "g.yaml": rule("activities/*/x.yaml"),
      ],
      "no file of activities can match this template", "no file of activities can match this template",
      "no file of activities can match this template")
  }

  @Test("what a kind needs")
  func kindParts() throws {
    try check(
      [
        "a.yaml": "summary: S\nsource: plan\n⟦count⟧: {per: file}\n",
        "b.yaml": "summary: S\nsource: plan\ncount: {at-least: 2, at-most: ⟦1⟧}\n",
        "c.yaml": "summary: S\nsource: plan\n⟦total⟧: {is: equal}\n",
        "d.yaml": "summary: S\nsource: plan\ntotal: {count: {source: plan}, ⟦sum⟧: {source: plan}}\n",
        "e.yaml": "summary: S\nsource: plan\n⟦within⟧: {}\n",
        "f.yaml": "summary: S\nsource: plan\norder: {by: '@', compare: ⟦nummer⟧}\n",
        "g.yaml": "summary: S\nsource: plan\nunique: {key: '@', within: ⟦files⟧}\n",
        "h.yaml": "summary: S\nsource: plan\nassert: '@.a ⟦=⟧ 1'\n",
        "i.yaml": "summary: S\nsource: plan\npath: 'a/⟦{⟧$.x.yaml'\n",
        "j.yaml": "summary: S\nsource: plan\nmatches: {union: ⟦x⟧}\n",
      ],
      "a count needs at-least or at-most", "at-least 2 is more than at-most 1", "a total needs count or sum",
      "a total has either count or sum, not both", "within needs from or to",
      "compare is one of text, natural, number, not nummer",
      "files is neither file nor source nor a query; did you mean file?",
      "a comparison is written '==', not '='",
      "the { has no }", "a query elsewhere is a mapping, but a text is here")
  }
}
