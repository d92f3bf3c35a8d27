/// Where a run's words go: the report to standard output, everything about the run to standard error.
struct Console: Sendable {
  /// Writes to standard output. A reader that has gone away has read all it wants, so that ends quietly.
  func write(_ bytes: [UInt8]) throws(Failure) {
    do {
      try Descriptor.standardOutput.write(bytes)
    } catch {
      guard error != .closedPipe else { return }
      throw .system("cannot write to standard output: \(error.message)")
    }
  }

  /// Writes text to standard output.
  func write(_ text: String) throws(Failure) {
    try write(Array(text.utf8))
  }

  /// Writes a line about the run to standard error, where nobody can be told that nobody listens.
  func say(_ line: String) {
    try? Descriptor.standardError.write(Array("\(line)\n".utf8))
  }
}
