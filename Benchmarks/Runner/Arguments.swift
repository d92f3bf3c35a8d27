/// The words after a subcommand: `--name value` pairs, and the rest.
struct Arguments {
  private(set) var values: [String: String] = [:]
  private(set) var rest: [String] = []

  /// - Throws: `Stop` for an option without a value.
  init(_ words: some Sequence<String>) throws(Stop) {
    var option: String?
    for word in words {
      if let name = option {
        values[name] = word
        option = nil
      } else if word.hasPrefix("--") {
        option = String(word.dropFirst(2))
      } else {
        rest.append(word)
      }
    }
    if let option { throw Stop("--\(option) needs a value") }
  }

  /// The value of an option, read as what the default is.
  func value<Value: LosslessStringConvertible>(_ name: String, default: Value) throws(Stop) -> Value {
    guard let text = values[name] else { return `default` }
    guard let value = Value(text) else { throw Stop("--\(name) \(text) is not understood") }
    return value
  }
}

/// A reason why a benchmark cannot be run.
struct Stop: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
