/// What goes to standard output, as it grows. What comes of one file alone is passed on in pieces, so that it takes no
/// memory however much it is; what comes of one of several waits for those before it.
struct OutputBuffer: Sendable {
  /// How many bytes are passed on at once.
  private static let piece = 1 << 20

  /// Where it goes at once; nothing when it waits.
  private let console: Console?

  /// What is not passed on.
  private(set) var bytes: [UInt8] = []

  /// Why it could not be passed on.
  private(set) var failure: Failure?

  /// Nothing yet, to be passed on to `console` if there is one.
  init(to console: Console?) {
    self.console = console
  }

  /// Adds text.
  mutating func append(_ text: String) {
    bytes += text.utf8
    guard let console, bytes.count >= Self.piece, failure == nil else { return }
    do throws(Failure) {
      try console.write(bytes)
    } catch {
      failure = error
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
