import JSONSchema
import RuleEngine
import SourceText
import Workspace
import YAML

extension RequestHandler {
  /// `textDocument/hover`: of a key or a reference the entry, of a field what the schema says.
  static let hover = RequestHandler("textDocument/hover") { params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    let offset = try snapshot.offset(params, in: file)
    guard let session = file.session else { return .null }
    let keys = session.keys
    if let place = KeyPlace(at: offset, in: file, keys), let entry = place.entries(keys).first {
      let line = session.source(entry.path)?.position(at: entry.range.start).line
      let uses = keys.counts(of: entry.index)[entry.key] ?? []
      let text = EntryText(
        ruleset: session.dataSet.ruleset, entry: entry, markup: snapshot.client.hoverMarkup)
      return hover(
        text.json(line: line, uses: uses), file.text.json(of: place.range, in: snapshot.client.unit))
    }
    guard let tree = loadYAML(file.text).tree, let node = tree.scalar(at: offset) else { return .null }
    let described = tree.isKey(node) ? tree.next(after: node) : node
    let descriptions = session.dataSet.ruleset.descriptions(of: described, in: tree, sources: file.sources)
    var paragraphs: [String] = []
    for paragraph in descriptions.flatMap({
      $0.titles.map(snapshot.client.hoverMarkup.strong) + $0.descriptions
    })
    where !paragraphs.contains(paragraph) {
      paragraphs.append(paragraph)
    }
    guard !paragraphs.isEmpty else { return .null }
    return hover(
      snapshot.client.hoverMarkup.json(paragraphs),
      file.text.json(of: tree.range(of: node), in: snapshot.client.unit))
  }

  private static func hover(_ contents: JSON, _ range: JSON) -> JSON {
    ["contents": contents, "range": range]
  }
}
