import Findings
import JSONSchema
import RuleEngine
import SourceText
import Workspace
import YAML

/// Holding files against one schema.
struct Validation: Sendable {
  /// What findings are called that the schema makes.
  private static let rule: RuleID = "schema"

  /// The schema's file.
  let schemaPath: String
  /// The documents that it may refer to.
  let schemas: SchemaFiles
  /// What it is compiled with.
  let options: SchemaOptions
  /// The files to hold against it.
  let files: [String]
  /// How many are worked at at once.
  let jobs: Int?
  /// Where the report goes.
  let reporting: Reporting

  /// What came of a file.
  private struct Outcome: Sendable {
    var file: Report.File
    var findings: [Finding] = []
    var notChecked: [NotChecked] = []
    /// The text, when the report speaks of it.
    var source: SourceText?
    var failure: Failure?
  }

  /// Validates, and writes the report.
  func run(_ console: Console) async throws(Failure) -> ExitStatus {
    let schema: Schema
    do throws(Failure) {
      schema = try readSchema()
    } catch {
      return try reporting.write(mistakes: error, console)
    }
    let hints = schema.hints.map { finding($0, .warning) }.sorted()
    if !hints.isEmpty, !reporting.isQuiet { console.say(hints, Sources(schemas.sources)) }
    var outcomes: [Outcome] = []
    var failure: ExitStatus?
    let paths = Set(files).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try await FileRun.forEach(paths, jobs: jobs) {
      self.outcome(of: $0, schema)
    } handOn: { outcome in
      if let error = outcome.failure {
        console.say(error)
        failure = max(failure ?? .fine, error.status)
      }
      outcomes.append(outcome)
    }
    let report = report(outcomes)
    var texts = schemas.sources
    for outcome in outcomes where outcome.source != nil { texts[outcome.file.path] = outcome.source }
    try reporting.write(report, Sources(texts), console)
    return failure ?? (report.findings.isEmpty && report.notChecked.isEmpty ? .fine : .findings)
  }

  private func outcome(of path: String, _ schema: Schema) -> Outcome {
    var outcome = Outcome(file: Report.File(path: path, documents: 0, isChecked: false))
    do throws(Failure) {
      let source = SourceText(fileBytes: try InputFile.read(path, limit: Limits().fileBytes))
      let file = loadYAML(source)
      outcome.findings = file.errors(path: path)
      if let tree = file.tree {
        outcome.file.documents = max(tree.documents.count, 1)
        outcome.file.isChecked = true
        for document in tree.documents { validate(document.root, in: tree, schema, &outcome) }
        if tree.documents.isEmpty { validateNothing(at: source.contentStart, schema, &outcome) }
      } else {
        outcome.notChecked.append(
          NotChecked(rule: Self.rule, path: path, reason: "\(path) could not be read"))
      }
      if !outcome.findings.isEmpty { outcome.source = source }
    } catch {
      outcome.failure = error
      outcome.notChecked.append(NotChecked(rule: Self.rule, path: path, reason: "\(path) could not be read"))
    }
    return outcome
  }

  /// Holds a file without a document against the schema: it is one that says null, as in a data set.
  private func validateNothing(at place: Int, _ schema: Schema, _ outcome: inout Outcome) {
    guard let tree = loadYAML(SourceText("---\n")).tree, let document = tree.documents.first else { return }
    validate(document.root, in: tree, schema, &outcome)
    for index in outcome.findings.indices { outcome.findings[index].range = ByteRange(at: place) }
  }

  private func validate(_ root: NodeID, in tree: Tree, _ schema: Schema, _ outcome: inout Outcome) {
    let result = schema.validate(root, in: tree)
    guard !result.isValid else { return }
    let path = outcome.file.path
    let drafts = result.failures.map { failure in
      var draft = Draft(
        rule: Self.rule, severity: .error, message: failure.message, path: path, node: failure.node,
        range: failure.range, value: failure.value, help: failure.help)
      draft.suggestions = failure.suggestions.map { Suggestion($0) }
      if let schemaPath = schemas.path(of: failure.schemaURI) {
        draft.related = [
          RelatedPlace(
            path: schemaPath, range: failure.schemaRange, message: "the schema's \(failure.keyword) is here")
        ]
      }
      return draft
    }
    outcome.findings += FindingCompleter(tree: tree).findings(drafts)
    outcome.notChecked += result.undecided.map { NotChecked(rule: Self.rule, path: path, reason: $0.message) }
  }

  private func report(_ outcomes: [Outcome]) -> Report {
    var findings = outcomes.flatMap(\.findings).sorted()
    Fingerprint.number(&findings)
    let builtIn = Set(findings.map(\.rule)).compactMap { BuiltInRules.rule(named: $0) }.map {
      Report.Rule(
        id: $0.id, summary: $0.summary, rationale: $0.rationale, severity: $0.severity,
        kind: RuleDescription.builtIn)
    }
    let own = Report.Rule(
      id: Self.rule, summary: "Every document is valid under \(schemaPath)", rationale: "", severity: .error,
      kind: Self.rule.rawValue)
    return Report(
      tool: .metrolint, root: ".", ruleset: nil, rules: (builtIn + [own]).sorted { $0.id < $1.id },
      files: outcomes.map(\.file), findings: findings, notChecked: outcomes.flatMap(\.notChecked).sorted())
  }
}

// MARK: The schema

extension Validation {
  private func readSchema() throws(Failure) -> Schema {
    let uri = SchemaFiles.uri(of: schemaPath)
    var library = SchemaLibrary { schemas.load($0) }
    let bytes = try InputFile.read(schemaPath, limit: Limits().fileBytes)
    library.add(schemas.read(bytes, path: schemaPath), uri: uri)
    do {
      return try library.compile(uri, options: options)
    } catch {
      // What is wrong with a file as YAML is said as everywhere else.
      let broken = schemas.mistakes
      let others = ([error] + error.others).map { finding($0, .error) }.filter { broken[$0.path] == nil }
      throw mistakes(broken.values.flatMap { $0 } + others)
    }
  }

  private func finding(_ error: SchemaError, _ severity: Severity) -> Finding {
    Finding(
      rule: Self.rule, severity: severity, message: error.message,
      path: schemas.path(of: error.uri) ?? error.uri,
      range: error.range, suggestions: error.suggestions.map { Suggestion($0) }, help: error.help)
  }

  private func mistakes(_ findings: [Finding]) -> Failure {
    var findings = findings.sorted()
    Fingerprint.number(&findings)
    let report = Report(
      tool: .metrolint, root: ".", ruleset: nil, rules: [],
      files: [Report.File(path: schemaPath, documents: 0, isChecked: false)], findings: findings)
    return .mistakes(report, Sources(schemas.sources))
  }
}
