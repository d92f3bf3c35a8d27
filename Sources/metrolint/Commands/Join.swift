extension Command {
  /// `metrolint join`.
  static let join = Command(
    name: "join",
    summary: "check a data set by the facts of its shards",
    details: """
      Says, byte for byte, what metrolint check says. The files of the set must be as they were when their facts were taken, and the ruleset and the rules in force the same. The texts that findings show are read from the set.
      """,
    operands: [
      Operand(
        Values.file, .some,
        "what metrolint facts made, each shard once; last a folder of the data set (default: the current folder)"
      )
    ],
    options: Reporting.options + DataSetCall.options + [
      baseline, failOn, Options.jobs, maxFindings, Options.today, writeBaseline,
    ],
    examples: [
      Example("metrolint join shards/*.facts", "the shards of the set that the current folder is in"),
      Example("metrolint join shards/*.facts data --format sarif", "of the set in data, for other programs"),
    ]
  ) { arguments, console throws(Failure) in
    try await CheckRun(arguments, of: "join").join(console)
  }
}
