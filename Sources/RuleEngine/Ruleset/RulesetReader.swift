import Findings
import SourceText
import Spelling
import YAML

/// Reads the files of a ruleset, all of them, and collects every mistake: first the settings, then the rules, which speak
/// of what these declare. The schemas (`SchemaReader`) have nothing to do with either, but for the rules that name one: these
/// wait for the end, so that the rest may be read at the same time.
struct RulesetReader: Sendable {
  private let files: RulesetFiles
  var mistakes = Mistakes()
  /// The texts of the files, by the path that findings have.
  private(set) var texts: [String: SourceText] = [:]
  var around = RuleReading.Surroundings()
  private var head: SettingsReading.Head?
  private var rules: [Rule] = []
  /// The files of rules that name a schema.
  private var waiting: [RulesetFile] = []

  init(_ files: RulesetFiles) {
    self.files = files
  }

  /// Reads the rules that need no schema.
  mutating func readRules(_ loaded: LoadedRulesetFiles) {
    take(loaded)
    for file in loaded.files {
      if SchemaRule.isIn(file) { waiting.append(file) } else { readRule(file) }
    }
  }

  /// Reads the rest. The ruleset; nothing when something is wrong with it.
  mutating func read(with schemas: SchemaReader, _ layout: RulesetLayout) -> Ruleset? {
    around.schemas = schemas.folder
    take(schemas.loaded)
    for finding in schemas.mistakes.findings { mistakes.add(finding) }
    for file in waiting { readRule(file) }
    for (path, message, help) in layout.misplaced {
      texts[files.shown(path)] = files.text(path)
      mistakes.add(message, path: files.shown(path), at: ByteRange(at: 0), help: help)
    }
    rules.sort { $0.id < $1.id }
    checkNames()
    guard mistakes.areNone, let head else { return nil }
    let examples = layout.examples.map { ($0.name, files.files[$0.path] ?? []) }
    return Ruleset(
      name: head.name, title: head.title, version: head.version, sources: around.sources,
      indexes: around.indexes, rules: rules,
      exampleFiles: Dictionary(examples, uniquingKeysWith: { first, _ in first }), plan: around.plan,
      files: files)
  }

  /// The sources; nothing when something is wrong with the settings.
  var sources: [Ruleset.Source]? { head != nil && mistakes.areNone ? around.sources : nil }

  /// Reads the settings.
  mutating func readSettings() {
    guard files.files[Ruleset.settingsFile] != nil else {
      mistakes.add(
        "the ruleset has no \(Ruleset.settingsFile)", path: files.shown(Ruleset.settingsFile),
        at: ByteRange(at: 0),
        help: "write one that names the ruleset, its sources and its indexes")
      return
    }
    let loaded = LoadedRulesetFiles([Ruleset.settingsFile], of: files)
    take(loaded)
    guard let file = loaded.files.first else { return }
    var reading = SettingsReading(file: file, around: around, mistakes: mistakes)
    head = reading.read()
    around = reading.around
    mistakes = reading.mistakes
  }

  /// Takes in the texts of files that were loaded, and what is wrong with them.
  private mutating func take(_ loaded: LoadedRulesetFiles) {
    texts.merge(loaded.texts) { text, _ in text }
    for finding in loaded.mistakes.findings { mistakes.add(finding) }
  }

  private mutating func readRule(_ file: RulesetFile) {
    let name = String(file.path.dropLast(".yaml".count))
    let id = RuleID(rawValue: name)
    if !id.isWellFormed {
      mistakes.add(
        "the file's name is the rule's id, and \(name) is none", in: file, at: file.firstLine,
        help: "name it with lower case words joined by -, such as outcome-exists.yaml")
    } else if BuiltInRules.all.contains(where: { $0.id == id }) {
      mistakes.add(
        "\(name) is one of the rules that need no ruleset", in: file, at: file.firstLine,
        help: "name the rule otherwise")
    }
    // The surroundings are handed over and not shared, so that nothing in them is copied.
    var handed = RuleReading.Surroundings()
    swap(&handed, &around)
    defer { swap(&handed, &around) }
    if let rule = Rule.read(file, id: id, around: &handed, mistakes: &mistakes) { rules.append(rule) }
  }
}

extension RulesetFile {
  /// The first line of what it says.
  var firstLine: ByteRange { tree.firstLine(ofDocument: root) }
}

// MARK: Names

extension RulesetReader {
  /// A former name is nobody's name now and was nobody else's.
  private mutating func checkNames() {
    guard rules.contains(where: { !$0.formerly.isEmpty }) else { return }
    var owners: [RuleID: Rule] = [:]
    for rule in rules { owners[rule.id] = rule }
    for rule in rules {
      for name in rule.formerly {
        if let other = owners[name] {
          mistakes.add(
            "\(name) is a name of the rule \(other.id) and cannot be a former name of \(rule.id)",
            path: files.shown(rule.path), at: formerNameRange(name, in: rule),
            help: "an id, once released, is never reused")
        }
        owners[name] = rule
      }
    }
  }

  private func formerNameRange(_ name: RuleID, in rule: Rule) -> ByteRange {
    guard let text = texts[files.shown(rule.path)], let tree = loadYAML(text).tree,
      let root = tree.documents.first?.root, let list = tree.value("formerly", of: root),
      let node = Fields.list(list, in: tree).first(where: {
        tree.text(of: $0, equals: name.rawValue)
      })
    else { return ByteRange(at: 0) }
    return tree.range(of: node)
  }
}
