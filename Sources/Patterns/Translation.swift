/// A pattern as PCRE2 writes it, with what was learnt on the way.
struct Translation: Sendable {
  /// The deepest nesting of groups that is translated.
  static let deepestNesting = 250

  /// The pattern for PCRE2, in UTF-8.
  let bytes: [UInt8]

  /// Where in the source the parts of `bytes` come from, in order.
  let marks: [Mark]

  /// How much text the whole pattern takes.
  let extent: Extent

  /// The first thing the dialect allows and this implementation cannot do.
  let unsupported: PatternError?

  /// From `output` on, in bytes, the text comes from `source`, in code points.
  struct Mark: Sendable {
    let output: Int
    let source: Int
  }

  /// The translation of `source`, or the error that makes it no pattern of `dialect`.
  init(_ source: String, dialect: Dialect) throws(PatternError) {
    switch dialect {
    case .ecmascript:
      var translator = ECMAScriptTranslator(source)
      self = try translator.translate()
    case .iregexp:
      var translator = IRegexpTranslator(source)
      self = try translator.translate()
    }
  }

  init(_ writer: Writer, extent: Extent, unsupported: PatternError?) {
    bytes = writer.bytes
    marks = writer.marks
    self.extent = extent
    self.unsupported = unsupported
  }

  /// Where in the source the byte at `output` comes from, in code points.
  func sourceOffset(ofOutput output: Int) -> Int {
    marks.last { $0.output <= output }?.source ?? 0
  }
}
