/// Tells whether texts are patterns, one after the other, without compiling them. It asks for no memory for a text like
/// those before.
package struct PatternChecker: Sendable {
  private var ecmascript = ECMAScriptReader<NoOutput>()
  private var iregexp = IRegexpReader<NoOutput>()

  package init() {}

  /// Whether `dialect` allows `text`, in UTF-8. What is allowed and not supported passes.
  package mutating func allows(_ text: Span<UInt8>, in dialect: Dialect) -> Bool {
    do throws(Problem) {
      switch dialect {
      case .ecmascript: try ecmascript.read(text)
      case .iregexp: try iregexp.read(text)
      }
      return true
    } catch {
      return false
    }
  }

  /// How much memory it holds, in bytes.
  package var capacity: Int { ecmascript.capacity + iregexp.capacity }

  /// How much of it the last text of each dialect needed, in bytes.
  package var needed: Int { ecmascript.needed + iregexp.needed }
}

extension Array {
  /// How much memory there is, in bytes.
  var bytesOfCapacity: Int { capacity * MemoryLayout<Element>.stride }

  /// How much of it is used, in bytes.
  var bytesOfElements: Int { count * MemoryLayout<Element>.stride }
}
