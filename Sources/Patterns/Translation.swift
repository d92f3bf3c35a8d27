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

  /// From `output` on the text comes from `source`, both in bytes.
  struct Mark: Sendable {
    let output: Int
    let source: Int
  }

  /// The translation of `source`, or the error that makes it no pattern of `dialect`.
  init(_ source: String, dialect: Dialect) throws(PatternError) {
    switch dialect {
    case .ecmascript: try self.init(source, ECMAScriptReader<Writer>())
    case .iregexp: try self.init(source, IRegexpReader<Writer>())
    }
  }

  private init<Reader: PatternReader>(_ source: String, _ reader: consuming Reader) throws(PatternError)
  where Reader.Output == Writer {
    do throws(Problem) {
      try reader.read(source.utf8Span.span)
    } catch {
      throw error.error(in: reader.source)
    }
    bytes = reader.output.bytes
    marks = reader.output.marks
    extent = reader.extent
    unsupported = reader.unsupported?.error(in: reader.source)
  }

  /// Where in the source the byte at `output` comes from, in bytes.
  func sourceOffset(ofOutput output: Int) -> Int {
    marks.last { $0.output <= output }?.source ?? 0
  }
}
