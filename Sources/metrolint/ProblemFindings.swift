import Findings
import YAML

extension LoadedFile {
  /// What is certainly wrong with the file at `path` as YAML.
  func errors(path: String) -> [Finding] {
    problems.filter { $0.kind != .ambiguousScalar && $0.kind != .unknownTag }.map {
      Finding(
        rule: "yaml-syntax", severity: .error, message: $0.message, path: path, range: $0.range, help: $0.help
      )
    }
  }
}
