import JSONSchema
import RuleEngine
import SourceText
import Workspace
import YAML

extension RequestHandler {
  /// `textDocument/completion`: keys of an index where a reference rule looks, values and fields that the schema
  /// knows. It works also while the text is no YAML.
  static let completion = RequestHandler("textDocument/completion") {
    params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    let offset = try snapshot.offset(params, in: file)
    guard let session = file.session, let cursor = CursorTree(file.text, at: offset) else { return .null }
    var completion = Completion(cursor, file, session, snapshot.client)
    completion.complete()
    return ["isIncomplete": .bool(completion.isCut), "items": .array(completion.items)]
  }
}

/// The completions of one place.
private struct Completion {
  /// More are not sent at once; the editor asks again when more is typed.
  private static let most = 500

  private let cursor: CursorTree
  private let file: Snapshot.File
  private let session: Session
  private let range: JSON
  private let markup: Markup
  private(set) var items: [JSON] = []
  /// Whether there are more, or others when more is typed.
  private(set) var isCut = false

  init(_ cursor: CursorTree, _ file: Snapshot.File, _ session: Session, _ client: Client) {
    self.cursor = cursor
    self.file = file
    self.session = session
    range = file.text.json(of: cursor.range, in: client.unit)
    markup = client.completionMarkup
  }

  private var ruleset: Ruleset { session.dataSet.ruleset }

  mutating func complete() {
    if cursor.isKey {
      addFields()
    } else {
      addEntries()
      addValues()
      // What stands alone in its line may become a field of a mapping that is not there yet.
      if items.isEmpty { addFields() }
    }
  }

  private mutating func add(
    _ label: String, kind: Int, text: String, filter: String, detail: String?, documentation: JSON?
  ) {
    items.append(
      .of([
        "label": .string(label), "kind": .int(kind), "detail": detail.map { .string($0) },
        "documentation": documentation,
        "filterText": .string(filter), "sortText": .string(Completion.order(items.count)),
        "textEdit": ["range": range, "newText": .string(text)],
      ]))
  }

  /// A text that sorts as a number does.
  private static func order(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
  }

  // MARK: Keys of indexes

  private mutating func addEntries() {
    let indexes = ruleset.indexes(lookedUpFor: cursor.node, in: cursor.tree, sources: file.sources)
    guard !indexes.isEmpty else { return }
    let keys = session.keys
    var seen: Set<String> = []
    for entry in indexes.flatMap(keys.entries) where seen.insert(entry.key).inserted {
      let completion = EntryCompletion(entry, typed: cursor.typed, quote: cursor.quote)
      guard completion.fits else { continue }
      guard items.count < Completion.most else {
        isCut = true
        break
      }
      // A form without diacritics, an alias or a label was put first for what is typed now.
      if !completion.filterText.hasPrefix(cursor.quote + entry.key) { isCut = true }
      let text = EntryText(ruleset: ruleset, entry: entry, markup: markup)
      add(
        entry.key, kind: 18, text: written(entry.key), filter: completion.filterText,
        detail: entry.label ?? text.kind, documentation: text.json(line: nil, uses: nil))
    }
  }

  private func written(_ text: String) -> String {
    cursor.quote.isEmpty
      ? ScalarText.shortest(text) : ScalarText.text(text, inPlaceOf: cursor.node, in: cursor.tree)
  }

  // MARK: What schemas know

  private mutating func addValues() {
    let known = Set(items.compactMap { $0["label"]?.string })
    let descriptions = ruleset.descriptions(of: cursor.node, in: cursor.tree, sources: file.sources)
    for value in descriptions.flatMap(\.values) where !known.contains(value) {
      add(
        value, kind: 20, text: cursor.quote.isEmpty ? value : written(value), filter: cursor.quote + value,
        detail: descriptions.lazy.flatMap(\.titles).first,
        documentation: descriptions.lazy.flatMap(\.descriptions).first.map { markup.json([$0]) })
    }
  }

  private mutating func addFields() {
    let tree = cursor.tree
    guard let mapping = cursor.isKey ? tree.parent(of: cursor.node) : cursor.node else { return }
    let present = Set(
      tree.members(of: mapping).filter { $0.key != cursor.node }.map { tree.text(of: $0.key) })
    let members = ruleset.descriptions(of: mapping, in: tree, sources: file.sources).flatMap(\.members)
    let hasColon = cursor.isKey && colonFollows
    var seen = present
    for member in members.sorted(by: { $0.isRequired && !$1.isRequired })
    where seen.insert(member.name).inserted {
      add(
        member.name, kind: 5, text: written(member.name) + (hasColon ? "" : ": "),
        filter: cursor.quote + member.name,
        detail: member.title ?? (member.isRequired ? "required" : nil),
        documentation: member.description.map { markup.json([$0]) })
    }
  }

  /// Whether a colon stands after the scalar already.
  private var colonFollows: Bool {
    let rest = file.text.bytes[cursor.range.end...].first { $0 != UInt8(ascii: " ") }
    return rest == UInt8(ascii: ":")
  }
}
