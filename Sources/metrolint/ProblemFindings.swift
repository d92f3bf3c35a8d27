import Findings
import YAML

extension LoadedFile {
  func findings(path: String) -> [Finding] {
    problems.map {
      Finding(
        rule: "yaml-syntax", severity: .error, message: $0.message, path: path, range: $0.range, help: $0.help
      )
    }
  }
}
