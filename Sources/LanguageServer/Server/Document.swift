import SourceText

/// A text that the editor has open.
struct Document: Sendable {
  /// Its URI, as the editor writes it.
  let uri: String
  /// Its version, which rises with each change.
  var version: Int
  /// The text.
  var text: SourceText

  /// Applies one change of `textDocument/didChange`.
  mutating func apply(_ change: JSON, in unit: ColumnUnit) throws(ResponseError) {
    guard let new = change["text"]?.string else {
      throw ResponseError(code: .invalidParams, message: "a change has a text")
    }
    guard let range = change["range"], !range.isNull else {
      text = SourceText(fileBytes: Array(new.utf8))
      return
    }
    let bytes = try text.range(of: range, in: unit)
    var edited = text.bytes
    edited.replaceSubrange(bytes.indices, with: new.utf8)
    text = SourceText(fileBytes: edited)
  }
}
