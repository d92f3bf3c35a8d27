import JSONSchema

extension Command {
  /// `metrolint validate`.
  static let validate = Command(
    name: "validate",
    summary: "hold YAML or JSON against a JSON Schema (2020-12)",
    details: """
      Each document of each file is held against the schema, which may itself be YAML. The URIs of its $refs are looked for beside it, and where --map says; nothing is fetched.
      """,
    operands: [Operand(Values.file, .some, "a file of YAML or JSON; - is standard input")],
    options: Reporting.options + [assertFormats, Options.jobs, map, schemaFile],
    examples: [
      Example("metrolint validate --schema plan.schema.yaml plan.yaml", "one file"),
      Example(
        "metrolint validate --schema a.json --map https://example.com/schemas/=schemas data/*.json",
        "many files; the schema refers to others that are in a folder here"),
    ],
    statuses: [
      .fine: "all files are valid", .findings: "some are not, or could not be decided",
      .misuse: "the schema or the call is wrong",
    ]
  ) { arguments, console throws(Failure) in
    try await Validation(arguments).run(console)
  }

  fileprivate static let assertFormats = Flag("assert-formats", "check format too, which is a note otherwise")
  fileprivate static let map = Option(
    "map", .pair(Values.text("PREFIX"), Values.folder), isRepeatable: true,
    "where URIs that begin so lie on disk")
  fileprivate static let schemaFile = Option(
    "schema", short: "s", Values.file, "the schema; it must be given")
}

extension Validation {
  /// Takes what the call says.
  fileprivate init(_ arguments: Arguments) throws(Failure) {
    guard let schema = arguments[Command.schemaFile] else {
      throw .usage(.missingOption("--schema FILE", "validate"))
    }
    if schema == InputFile.standardInput, arguments.operands.contains(schema) {
      throw .usage(.conflict("standard input cannot be both the schema and a file", "validate"))
    }
    var options = SchemaOptions()
    options.assertFormats = arguments.has(Command.assertFormats)
    self.init(
      schemaPath: schema,
      schemas: SchemaFiles(arguments.all(Command.map).map { .init(prefix: $0.left, place: $0.right) }),
      options: options,
      files: arguments.operands, jobs: arguments[Options.jobs],
      reporting: try Reporting(arguments, of: "validate"))
  }
}
