import Findings
import Workspace

/// Why a command ends without having done its work.
enum Failure: Error {
  /// The call is wrong.
  case usage(UsageError)
  /// What the call names is wrong or not there: what, without a final stop.
  case misuse(String, help: String? = nil)
  /// A text that the call gives or names has mistakes, told by the report.
  case mistakes(Report, Sources)
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

extension Failure {
  /// Why a data set is not checked.
  init(_ error: WorkspaceError) {
    switch error {
    case .usage(let usage): self = .misuse(usage.message, help: usage.help)
    case .mistakes(let report, let sources): self = .mistakes(report, sources)
    case .failure(let text): self = .system(text)
    }
  }
}
