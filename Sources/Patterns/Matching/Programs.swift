/// The programs of one pattern: the search, and the match from end to end, made when it is first asked for.
final class Programs: Sendable {
  /// Looks for a match anywhere.
  let search: Program

  private let translation: Translation
  private let budget: Budget
  private let wholeWhenNeeded = LazyReference<Program>()

  /// Compiles the search.
  ///
  /// PCRE2 counts its steps anew at each place it tries, which makes the limit the longer the text. Here
  /// the places are tried by the pattern itself, so that one limit holds for the whole search.
  init(_ translation: Translation) throws(Code.Failure) {
    self.translation = translation
    let prefix = translation.extent.isAtStart ? "\\A(?:" : "\\A.*?(?:"
    let code: Code
    do {
      code = try Code(Array(prefix.utf8) + translation.bytes + Array(")".utf8))
    } catch {
      throw Code.Failure(message: error.message, offset: max(0, error.offset - prefix.utf8.count))
    }
    budget = Budget(work: translation.extent.work)
    search = Program(code, budget: budget)
  }

  /// Matches from end to end; nil if the pattern is just too large for that.
  var whole: Program? {
    if let program = wholeWhenNeeded.load() { return program }
    let bytes = Array("\\A(?:".utf8) + translation.bytes + Array(")\\z".utf8)
    guard let code = try? Code(bytes) else { return nil }
    return wholeWhenNeeded.storeIfNil(Program(code, budget: budget))
  }
}
