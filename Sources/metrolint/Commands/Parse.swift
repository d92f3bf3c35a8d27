import YAML

extension Command {
  /// `metrolint parse`.
  static let parse = Command(
    name: "parse",
    summary: "show YAML as JSON, one line a document",
    details: """
      Scalars are those of YAML 1.2's core schema; aliases and merge keys are followed. What is wrong with a file is told on standard error.
      With --tree, each node is shown with its kind and the exact range of its text: lines and columns from 1, columns in code points, offsets in bytes from 0, the end exclusive.
      """,
    operands: [Operand(Values.file, .some, "a file of YAML or JSON; - is standard input")],
    options: [Options.jobs, tree],
    examples: [
      Example("metrolint parse plan.yaml", "the plan as JSON"),
      Example("metrolint parse --tree plan.yaml", "what each value is, and where"),
    ],
    statuses: [
      .fine: "every file is YAML", .findings: "a file is no YAML",
      .misuse: "the call is wrong, or names what is no file",
    ]
  ) { arguments, console throws(Failure) in
    let showsTree = arguments.has(tree)
    let summary = try await InputRun(arguments).forEach(arguments.operands, console) { tree, path, outcome in
      var line = JSONLine(tree, path: path)
      for document in tree.documents {
        if showsTree {
          line.write(node: document.root, to: &outcome.output)
        } else {
          line.write(tree.json(of: document.root))
        }
        line.write("\n")
        line.handOn(to: &outcome.output)
      }
    }
    return summary.failure ?? (summary.isBroken ? .findings : .fine)
  }

  private static let tree = Flag("tree", "show each node with its kind and its range")
}
