import RuleEngine
import SourceText
import Workspace

extension RequestHandler {
  /// `textDocument/inlayHint`: the label beside each key that refers to an entry.
  static let inlayHint = RequestHandler("textDocument/inlayHint") { params, snapshot throws(ResponseError) in
    let file = try snapshot.file(params)
    guard snapshot.settings.hasInlayHints, let keys = file.session?.keys else { return [] }
    let wanted = try file.text.range(of: params["range"], in: snapshot.client.unit)
    var hints: [JSON] = []
    for use in keys.uses(in: file.inner, touching: wanted, atMost: mostShown) {
      guard let entry = keys.entries(named: use.text, in: use.indexes).first, let label = entry.label,
        label != use.text
      else { continue }
      hints.append([
        "position": file.text.json(at: use.range.end, in: snapshot.client.unit),
        "label": .string(label.shortened(to: 40)), "tooltip": .string(label), "paddingLeft": true,
      ])
    }
    return .array(hints)
  }
}

extension String {
  /// The text, or its beginning with a sign that it goes on.
  fileprivate func shortened(to length: Int) -> String {
    count <= length ? self : prefix(length - 1) + "…"
  }
}
