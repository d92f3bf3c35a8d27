/// A regular expression, compiled once and matched as often as wanted, from any thread.
package struct Pattern: Sendable {
  /// The pattern as it was written.
  package let source: String

  /// The notation it is written in.
  package let dialect: Dialect

  private let programs: Programs

  /// Compiles `source`.
  ///
  /// Throws the first thing that the dialect does not allow, and if there is none, the first that is not
  /// supported.
  package init(_ source: String, dialect: Dialect) throws(PatternError) {
    let translation = try Translation(source, dialect: dialect)
    if let unsupported = translation.unsupported { throw unsupported }
    self.source = source
    self.dialect = dialect
    do {
      programs = try Programs(translation)
    } catch {
      throw PatternError(
        reason: .unsupported, message: error.message,
        offset: translation.sourceOffset(ofOutput: error.offset), in: source.utf8)
    }
  }

  // MARK: Matching

  /// Whether any part of `text`, in UTF-8, matches. Text that is not valid UTF-8 does not match.
  package func search(_ text: Span<UInt8>) -> Outcome {
    programs.search.run(text, isKnownToBeValid: false)
  }

  /// Whether any part of `text` matches.
  package func search(_ text: UTF8Span) -> Outcome {
    programs.search.run(text.span, isKnownToBeValid: true)
  }

  /// Whether any part of `text` matches.
  package func search(_ text: String) -> Outcome {
    search(text.utf8Span)
  }

  /// Whether `text`, in UTF-8, matches from end to end. Text that is not valid UTF-8 does not match.
  package func matchesWhole(_ text: Span<UInt8>) -> Outcome {
    programs.whole?.run(text, isKnownToBeValid: false) ?? .gaveUp
  }

  /// Whether `text` matches from end to end.
  package func matchesWhole(_ text: UTF8Span) -> Outcome {
    programs.whole?.run(text.span, isKnownToBeValid: true) ?? .gaveUp
  }

  /// Whether `text` matches from end to end.
  package func matchesWhole(_ text: String) -> Outcome {
    matchesWhole(text.utf8Span)
  }
}
