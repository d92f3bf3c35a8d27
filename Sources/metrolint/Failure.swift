import Findings

/// Why a command ends without having done its work.
enum Failure: Error {
  /// The call is wrong.
  case usage(UsageError)
  /// What the call names is wrong or not there: what, without a final stop.
  case misuse(String)
  /// A text that the call gives or names has mistakes.
  case mistakes([Finding], Sources)
  /// The machine did not let metrolint do its work: what, without a final stop.
  case system(String)

  /// The exit status that it ends with.
  var status: ExitStatus {
    switch self {
    case .usage, .misuse, .mistakes: .misuse
    case .system: .failure
    }
  }
}
