import Findings
import RuleEngine
import SourceText
import Spelling
import YAML

extension Configuration {
  /// The rule that mistakes in the file are reported under.
  static let rule: RuleID = "configuration"

  /// Reads the configuration; what is wrong with it goes to `mistakes`.
  init(_ source: SourceText, path: String, _ mistakes: inout Mistakes) {
    isWritten = true
    // An empty file is a configuration too: it marks the root.
    guard loadYAML(source).tree?.documents.isEmpty != true,
      let file = RulesetFile(source, path: path, shownPath: path, &mistakes),
      let fields = Fields(
        file.root, in: file, what: "the configuration", allowed: ["ruleset", "rules", "exclude", "baseline"],
        &mistakes)
    else { return }
    func placed(_ name: String, _ mistakes: inout Mistakes) -> Placed<String>? {
      guard let text = fields.text(name, &mistakes), let node = fields[name] else { return nil }
      return Placed(value: text, range: file.tree.range(of: node))
    }
    ruleset = placed("ruleset", &mistakes)
    baseline = placed("baseline", &mistakes)
    if let node = fields["rules"] { readRules(node, in: file, &mistakes) }
    if let node = fields["exclude"] { readExclusions(node, in: file, &mistakes) }
  }

  private mutating func readRules(_ node: NodeID, in file: RulesetFile, _ mistakes: inout Mistakes) {
    let tree = file.tree
    guard tree.kind(of: node) == .mapping else {
      // Nothing after the colon is an empty mapping to whoever wrote it.
      if tree.kind(of: node) == .null { return }
      mistakes.add(
        "rules is a mapping of rules to what they are set to, but \(Fields.name(of: tree.kind(of: node))) is here",
        in: file, at: tree.range(of: node), help: "write RULE: off, info, warning or error in each line")
      return
    }
    for (key, value) in tree.members(of: node) {
      let text = tree.text(of: value)
      if let level = RuleLevel.names.first(where: { $0.name == text })?.level {
        rules.append((Placed(value: tree.text(of: key), range: tree.range(of: key)), level))
      } else {
        let names = RuleLevel.names.map(\.name)
        let closest = Closest.matches(to: text, among: names)
        mistakes.add(
          "a rule is set to \(names.joined(separator: ", ")), not to \(text)" + Fields.didYouMean(closest),
          in: file,
          at: tree.range(of: value), suggestions: closest)
      }
    }
  }

  private mutating func readExclusions(_ node: NodeID, in file: RulesetFile, _ mistakes: inout Mistakes) {
    for element in Fields.list(node, in: file.tree) where file.tree.kind(of: element) != .null {
      do throws(Glob.Mistake) {
        exclude.append(try Glob(file.tree.text(of: element)))
      } catch {
        mistakes.add(error.message, in: file, at: file.tree.range(of: element))
      }
    }
  }
}
