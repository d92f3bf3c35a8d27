package import Findings

/// Rules with what they speak of: which files hold what, and which keys other files may refer to.
package struct Ruleset: Sendable {
  /// Files of a data set that hold the same kind of thing.
  package struct Source: Sendable {
    /// Its name.
    package let name: String
    /// Which files belong to it, from the data set's root.
    package let files: [Glob]
    /// Whether a data set without such a file is a finding.
    package let isRequired: Bool
  }

  /// Its name.
  package let name: String
  /// One line: what it is for.
  package let title: String
  /// Its version.
  package let version: String
  /// The sources, in the order of the ruleset.
  package let sources: [Source]
  /// The indexes, in the order of the ruleset.
  package let indexes: [Index]
  /// The rules, by id.
  package let rules: [Rule]
  /// The files of `examples/`, which every example starts from, by their paths in a data set.
  package let exampleFiles: [String: [UInt8]]

  let plan: FactPlan

  /// What it was read from.
  let files: RulesetFiles

  /// The same ruleset once more, with nothing in common with this one. Each object that several processors look at
  /// has its references counted by all of them, one waiting for the other; who looks at many files has his own.
  package func separate() -> Ruleset { Ruleset.read(files).ruleset ?? self }

  /// Which sources the file at `path` belongs to, by number.
  package func sources(of path: String) -> [Int] {
    var finder = SourceFinder(self)
    return finder.sources(of: path)
  }

  /// Which sources may have files inside the folder at `path`, by number.
  package func sources(inside path: String) -> [Int] {
    sources.indices.filter { number in
      sources[number].files.contains { !$0.isExclusion && $0.mayMatchInside(path) }
    }
  }

  /// The rule of this name, or that had this name formerly.
  package func rule(named id: RuleID) -> Rule? {
    rules.first { $0.id == id } ?? rules.first { $0.formerly.contains(id) }
  }
}

extension Ruleset {
  /// Keys that other files may refer to.
  package struct Index: Sendable {
    /// Its name.
    package let name: String
    /// The source whose files have the entries, by number.
    package let source: Int
    /// The names of the attributes.
    package let attributes: [String]
    /// Whether entries have a label.
    package let hasLabel: Bool

    /// The collector of the entries: key, label, the attributes in their order, and what the key is put together of.
    let entries: Int
    /// Where a row of an entry has what its key is put together of; empty for a key that stands somewhere as it is.
    let partsOfKey: Range<Int>
    /// The collector of the aliases; nothing when entries have none.
    let aliases: Int?
    /// Where a row of an alias has the alias: in the node itself, or in a value that was put together.
    let alias: Int

    /// Where a row of an entry has what.
    static let key = 1
    static let label = 2
    static let firstAttribute = 3
    /// Where a row of an alias has its entry's key.
    static let keyOfAlias = 1
  }
}

/// One rule of a ruleset.
package struct Rule: Sendable {
  /// Nodes that a rule looks at.
  struct Scope: Sendable {
    /// The source, by number.
    let source: Int
    let selection: Selection
  }

  /// Its name, which is its file's.
  package let id: RuleID
  /// Names it had in earlier versions.
  package let formerly: [RuleID]
  /// One sentence: what holds when it is kept.
  package let summary: String
  /// How much its findings weigh, if nobody says otherwise.
  package let severity: Severity
  /// Why it matters and what to do; empty when the ruleset does not say.
  package let rationale: String
  /// The key that names its kind.
  package let kindName: String
  /// The rule's file, from the ruleset's folder.
  package let path: String
  /// The examples, which are its tests and its documentation.
  package let examples: [Example]

  let scopes: [Scope]
  let message: MessageTemplate?
  let kind: any RuleKind

  /// The sources whose files the rule looks at in phase one or speaks about in phase two, by number.
  package var sources: [Int] {
    scopes.map(\.source).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
