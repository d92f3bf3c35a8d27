import Findings
import JSONPath
import SourceText
import Workspace
import YAML

extension Command {
  /// `metrolint query`.
  static let query = Command(
    name: "query",
    summary: "find values in YAML or JSON by JSONPath (RFC 9535)",
    details: """
      Each match is one line of JSON: its normalized path, its value, the file, and the exact range of its text there. Matches of a file come in the order of the RFC, files in the order of the call.
      Beside the functions of the RFC there are those of rulesets, starts_with and ancestor.
      """,
    operands: [
      Operand(Values.text("QUERY"), .one, "the query, such as '$.lines[*].code'"),
      Operand(Values.file, .some, "a file of YAML or JSON; - is standard input"),
    ],
    options: [Options.jobs, names],
    examples: [
      Example("metrolint query '$..outcomes[*]' activities/*.yaml", "all outcomes that activities report on"),
      Example(
        "metrolint query --names '$.services.*~' compose.yaml", "the names of services, which are keys"),
    ],
    statuses: [
      .fine: "there are matches", .findings: "there are none, or a file is no YAML",
      .misuse: "the query or the call is wrong",
    ]
  ) { arguments, console throws(Failure) in
    let query = try read(
      arguments.operands[0], extensions: arguments.has(names) ? [.functions, .names] : .functions)
    let files = Array(arguments.operands.dropFirst())
    let summary = try await InputRun(arguments).forEach(files, console) { tree, path, outcome in
      var line = JSONLine(tree, path: path)
      for (number, document) in tree.documents.enumerated() {
        let isComplete = query.forEachNode(in: tree, root: document.root) { node in
          line.write(match: node, in: tree, path: path, document: tree.documents.count > 1 ? number : nil)
          line.handOn(to: &outcome.output)
          outcome.isFound = true
        }
        if !isComplete {
          outcome.failure = .system("\(path): the query takes too long, so matches are missing")
        }
      }
    }
    return summary.failure ?? (summary.isFound && !summary.isBroken ? .fine : .findings)
  }

  private static let names = Flag("names", "let the query end in ~, which finds the names of members")

  private static func read(_ text: String, extensions: Extensions) throws(Failure) -> Query {
    do {
      return try Query(text, extensions: extensions)
    } catch {
      var mistake = error.finding(in: text)
      let isQueryForNames = (try? Query(text, extensions: extensions.union(.names))) != nil
      if isQueryForNames { mistake.help = "give --names to find the names of members" }
      let report = Report(
        tool: .metrolint, root: ".", ruleset: nil, rules: [], files: [], findings: [mistake])
      throw .mistakes(report, Sources(["QUERY": SourceText(text)]))
    }
  }
}

extension QueryError {
  /// The mistake as a finding about the text of the query.
  fileprivate func finding(in text: String) -> Finding {
    func offset(_ count: Int) -> Int {
      text.unicodeScalars.prefix(count).reduce(0) { $0 + UTF8.width($1) }
    }
    let range = ByteRange(offset(codePointRange.lowerBound), offset(codePointRange.upperBound))
    return Finding(
      rule: "query", severity: .error, message: message, path: "QUERY", range: range,
      suggestions: suggestion.map { [Suggestion($0)] } ?? [])
  }
}

extension JSONLine {
  fileprivate mutating func write(match node: NodeID, in tree: Tree, path: String, document: Int?) {
    write("{\"path\": ")
    write(string: tree.normalizedPath(of: node))
    write(", \"value\": ")
    if tree.isKey(node) { write(string: tree.keyText(node)) } else { write(tree.json(of: node)) }
    write(", \"file\": ")
    write(string: path)
    if let document { write(", \"document\": \(document)") }
    write(", \"range\": ")
    write(range: tree.range(of: node))
    write("}\n")
  }
}
