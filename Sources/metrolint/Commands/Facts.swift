import Workspace

extension Command {
  /// `metrolint facts`.
  static let facts = Command(
    name: "facts",
    summary: "take the facts of a part of a data set, for metrolint join",
    details: """
      A set that is too large for one machine, or for one run, is cut into shards by the paths of its files. The facts of each shard are taken alone, anywhere where the files of the shard are, and metrolint join says of all facts together what metrolint check says of the set.
      """,
    operands: [Operand(Values.path, .optional, "a folder of the data set (default: the current folder)")],
    options: DataSetCall.options + [Options.jobs, output, shard, Options.today],
    examples: [
      Example("metrolint facts --shard 2/8 -o 2.facts", "the second of eight parts"),
      Example("metrolint facts -o all.facts && metrolint join all.facts", "the same as metrolint check"),
    ],
    statuses: [.fine: "the facts are taken, whatever is wrong with the files", .findings: ""]
  ) { arguments, console throws(Failure) in
    let path = arguments[output]
    if path == nil, Descriptor.standardOutput.isTerminal {
      throw .misuse(
        "facts are nothing to be read on a terminal", help: "name a file for them with -o FILE")
    }
    let call = try DataSetCall(arguments)
    let dataSet = try await call.open(arguments.operands).dataSet
    var options = CheckOptions()
    options.jobs = arguments[Options.jobs]
    let check = Check(dataSet, options: options, environment: call.environment)
    let bytes = await check.facts(of: arguments[shard] ?? .whole)
    guard let path, path != InputFile.standardInput else {
      try console.write(bytes)
      return .fine
    }
    do throws(SystemError) {
      try OutputFile.write(bytes, to: path)
    } catch {
      throw .system("cannot write \(path): \(error.message)")
    }
    return .fine
  }

  private static let output = Option(
    "output", short: "o", Values.file, "write the facts to FILE (default: standard output)")
  private static let shard = Option(
    "shard",
    Value("I/N", expected: "two whole numbers with a slash, the first from 1 up to the second") {
      Shard($0)
    }, "only the files of shard I of N (default: 1/1, all of them)")
}
