import Findings
import SourceText
import YAML

/// `count: {per?, at-least?, at-most?}`: in each group there are as many nodes as allowed.
struct CountRule: RuleKind {
  static let name = "count"

  /// What makes a group.
  private enum Per {
    case source
    case file
    /// The values of queries, in columns of the rows.
    case values([Column])

    /// One of the queries.
    enum Column {
      /// The document itself.
      case document
      /// A value; of a query that begins with `$`, a document without it is a group of its own.
      case value(Int, isOfDocument: Bool)
    }

    /// Whether it asks which document a node is in.
    var isOfDocument: Bool {
      guard case .values(let columns) = self else { return false }
      return columns.contains { column in
        if case .value(_, isOfDocument: false) = column { false } else { true }
      }
    }
  }

  let subjects: [Int]
  /// The documents of each source: one row each, with the values that make groups when they are the document's.
  let others: [Int]
  private let per: Per
  private let atLeast: Int?
  private let atMost: Int?

  init?(_ node: NodeID, _ reading: inout RuleReading) {
    guard
      let fields = reading.fields(of: node, what: "count", allowed: ["per", "at-least", "at-most"])
    else { return nil }
    atLeast = fields.count("at-least", &reading.mistakes)
    atMost = fields.count("at-most", &reading.mistakes)
    if fields.lacks("at-least", "at-most") {
      reading.mistake(
        "a count needs at-least or at-most", at: node, help: "say how many nodes are allowed")
    } else if let atLeast, let atMost, atLeast > atMost, let most = fields["at-most"] {
      reading.mistake("at-least \(atLeast) is more than at-most \(atMost)", at: most)
    }
    var values: [ValueTemplate] = []
    let per: Per?
    switch fields["per"].map({ reading.tree.text(of: $0) }) {
    case nil, "source": per = .source
    case "file": per = .file
    default: per = fields["per"].flatMap { Self.per($0, &values, &reading) }
    }
    guard let per, atLeast != nil || atMost != nil, let document = Selection.document else {
      return nil
    }
    self.per = per
    subjects = reading.collectors(reading.scopes, values: values, comparison: .json)
    let documents = Set(reading.scopes.map(\.source)).sorted().map {
      Rule.Scope(source: $0, selection: document)
    }
    // Documents make groups only by values of their own.
    let own = values.allSatisfy(\.isOfDocument) ? values : []
    let needsDocuments = atLeast != nil || per.isOfDocument
    others =
      needsDocuments
      ? reading.collectors(documents, values: own, comparison: .json, place: .firstLine) : []
  }

  private static func per(
    _ node: NodeID, _ values: inout [ValueTemplate], _ reading: inout RuleReading
  ) -> Per? {
    let nodes = Fields.list(node, in: reading.tree)
    if nodes.isEmpty { reading.mistake("at least one query is needed", at: node) }
    var columns: [Per.Column] = []
    for node in nodes {
      guard let value = reading.groupValue(node, ["source", "file"]) else { return nil }
      if value.isDocument {
        columns.append(.document)
      } else {
        values.append(value)
        columns.append(.value(values.count, isOfDocument: value.isOfDocument))
      }
    }
    return columns.isEmpty ? nil : .values(columns)
  }

  /// Nodes that are counted together.
  private struct Group {
    /// What is pointed at when it has no node: a document's first line.
    var document: FactStore.Row?
    var nodes: [FactStore.Row] = []
    /// What people call it; empty when it has no name.
    var name = ""
  }

  func collectorsOfOtherRules(_ ruleset: Ruleset) -> [Int] {
    let sources = ruleset.sources(of: subjects)
    let groups = atLeast == nil || groupColumns.isEmpty ? [] : ruleset.collectorsOfJudges(in: sources)
    return groups + (atMost == nil ? [] : ruleset.collectorsOfRepetitions(in: sources))
  }

  /// Where the rows have the values that make groups.
  private var groupColumns: [Int] {
    guard case .values(let columns) = per else { return [] }
    return columns.compactMap { if case .value(let index, _) = $0 { index } else { nil } }
  }

  func join(_ join: inout RuleJoin) {
    noteAbsences(&join)
    let documents = DocumentRows(join.store, join.rowsWithSources(of: others))
    var groups: [Group] = []
    var numbers: [UInt32: Int] = [:]
    var keys = GroupKeys()
    if makesGroupsOfDocuments {
      for (row, source) in documents.rows {
        guard let key = key(of: row, source, documents, join.store, &keys) else { continue }
        if numbers[key] == nil {
          numbers[key] = groups.count
          groups.append(Group(document: row, name: name(of: row, join.store)))
        }
      }
    }
    for (row, source) in join.rowsWithSources(of: subjects) {
      guard let key = key(of: row, source, documents, join.store, &keys) else { continue }
      let number = numbers[key] ?? groups.count
      if number == groups.count {
        numbers[key] = number
        groups.append(Group(document: nil, name: name(of: row, join.store)))
      }
      groups[number].nodes.append(row)
    }
    // Looked for once, when the first group has too few.
    var misplaced: String??
    for group in groups { check(group, &misplaced, &join) }
  }

  /// Whether a document makes a group even when nothing is selected in it.
  private var makesGroupsOfDocuments: Bool {
    guard case .values(let columns) = per else { return true }
    return columns.allSatisfy { column in
      if case .value(_, isOfDocument: false) = column { false } else { true }
    }
  }

  private func key(
    of row: FactStore.Row, _ source: Int, _ documents: DocumentRows, _ store: FactStore,
    _ keys: inout GroupKeys
  ) -> UInt32? {
    var key = GroupKeys.start
    switch per {
    case .source: key = keys.key(key, number: source)
    case .file: key = keys.key(key, number: Int(row.file))
    case .values(let columns):
      var isNothing = true
      for column in columns {
        if case .value(let index, let isOfDocument) = column {
          key = keys.key(key, index, of: row, store)
          if store.kind(index, of: row) != .absent {
            isNothing = false
            continue
          }
          guard isOfDocument else { continue }
        }
        isNothing = false
        key = keys.key(key, number: Int(row.file))
        key = keys.key(key, number: documents.number(of: row, store))
      }
      if isNothing { return nil }
    }
    return key
  }

  private func name(of row: FactStore.Row, _ store: FactStore) -> String {
    guard case .values(let columns) = per else { return "" }
    return columns.compactMap { column in
      guard case .value(let index, _) = column, store.kind(index, of: row) != .absent else {
        return nil
      }
      return store.shownText(index, of: row)
    }.joined(separator: ", ")
  }
}

// MARK: What is wrong

extension CountRule {
  /// Where no file is, nobody knows whether there are enough.
  private func noteAbsences(_ join: inout RuleJoin) {
    guard case .source = per, let atLeast, atLeast > 0 else { return }
    for source in join.ruleset.sources(of: subjects).sorted() {
      if let reason = join.gaps.absence(source) { join.cannotSay(aboutSource: source, because: reason) }
    }
  }

  /// - Parameter misplaced: why it is not known which group some node is in, once that was asked for.
  private func check(_ group: Group, _ misplaced: inout String??, _ join: inout RuleJoin) {
    let count = group.nodes.count
    if let atMost, count > atMost {
      for number in extra(in: group, atMost, &join) where join.mayTell(about: group.nodes[number]) {
        join.drafts.append(tooMany(number, group, atMost, join))
      }
    }
    guard let atLeast, count < atLeast, let row = group.nodes.first ?? group.document else {
      return
    }
    // Nodes of a file that could not be read might be in any group but one of another file's own.
    if !isWholeInItsFile {
      if let gap = join.gap(inCollectors: subjects) { return join.cannotSay(about: row, because: gap) }
    } else if let doubt = join.doubt(aboutCollectors: subjects, in: join.store.path(of: row)) {
      return join.cannotSay(about: row, because: doubt)
    }
    let reason = misplaced ?? self.misplaced(&join)
    misplaced = .some(reason)
    if let reason { return join.cannotSay(about: row, because: reason) }
    guard join.mayTell(about: row) else { return }
    let values = values(count, expected: "at least \(atLeast)", group)
    let there =
      count == 0 ? "there is none" : count == 1 ? "there is only 1" : "there are only \(count)"
    var draft = join.draft(
      at: row,
      message:
        "at least \(atLeast) \(atLeast == 1 ? "is" : "are") needed\(name(group)), but \(there)",
      help: "add what is missing", values: values)
    draft.related = join.related(group.nodes, omitting: 0, "this one is counted too")
    join.drafts.append(draft)
  }

  /// The places in a group of the nodes that are too many. What stands there a second time has a finding of its own, and
  /// goes away.
  private func extra(in group: Group, _ atMost: Int, _ join: inout RuleJoin) -> ArraySlice<Int> {
    let repeated = join.repeated(in: join.ruleset.sources(of: subjects))
    return group.nodes.indices.filter { !repeated.contains(FactNode(0, of: group.nodes[$0], join.store)) }
      .dropFirst(atMost)
  }

  /// Why it is not known which group some node is in: a value that makes groups is wrong.
  private func misplaced(_ join: inout RuleJoin) -> String? {
    guard !groupColumns.isEmpty else { return nil }
    let sources = join.ruleset.sources(of: subjects)
    guard !join.wrongNodes(in: sources).isEmpty else { return nil }
    for row in join.store.rows(of: subjects + (makesGroupsOfDocuments ? others : []))
    where join.hasWrong(groupColumns, of: row, in: sources) {
      return Gaps.reason([join.store.path(of: row)])
    }
    return nil
  }

  private var isWholeInItsFile: Bool {
    switch per {
    case .file: true
    case .source: false
    case .values(let columns):
      columns.contains { if case .document = $0 { true } else { false } }
    }
  }

  private func tooMany(_ number: Int, _ group: Group, _ atMost: Int, _ join: RuleJoin) -> Draft {
    let values = values(group.nodes.count, expected: "at most \(atMost)", group)
    let allowed =
      atMost == 0
      ? "none is allowed\(name(group))"
      : "at most \(atMost) \(atMost == 1 ? "is" : "are") allowed\(name(group))"
    let message =
      atMost == 0
      ? "\(allowed), but one is here" : "\(allowed), but this is number \(number + 1)"
    var draft = join.draft(
      at: group.nodes[number], message: message, help: "remove it, or one of the others",
      values: values)
    draft.related = join.related(group.nodes, omitting: number, "this one is counted too")
    return draft
  }

  private func name(_ group: Group) -> String {
    group.name.isEmpty ? "" : " for \(group.name)"
  }

  private func values(_ count: Int, expected: String, _ group: Group) -> MessageTemplate.Values {
    var values = MessageTemplate.Values()
    values.count = String(count)
    values.actual = String(count)
    values.expected = expected
    values.value = group.name.isEmpty ? "" : group.name.shown
    return values
  }
}
