/// Why a command ends without having done its work.
enum Failure: Error {
  /// The call is wrong.
  case usage(UsageError)
  /// What the call names is wrong, such as a query: what, without a final stop.
  case misuse(String)
  /// The machine did not let metrolint do its work: what, without a final stop.
  case system(String)

  /// The exit status that it ends with.
  var status: ExitStatus {
    switch self {
    case .usage, .misuse: .misuse
    case .system: .failure
    }
  }

  /// What standard error says about it.
  var lines: [String] {
    switch self {
    case .usage(let error): ["metrolint: \(error.message)", "see \(error.help)"]
    case .misuse(let text), .system(let text): ["metrolint: \(text)"]
    }
  }
}
