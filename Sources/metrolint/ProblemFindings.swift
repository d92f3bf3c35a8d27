import Findings
import RuleEngine
import YAML

extension LoadedFile {
  /// What is certainly wrong with the file at `path` as YAML: what its rule calls an error.
  func errors(path: String) -> [Finding] {
    problems.compactMap { problem in
      let severity = BuiltInRules.rule(named: BuiltInRules.id(for: problem.kind))?.severity
      guard severity == .error else { return nil }
      return problem.finding(path: path, severity: .error, tree: tree)
    }
  }
}
