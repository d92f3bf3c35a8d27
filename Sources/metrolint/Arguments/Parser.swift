/// What a command line asks for.
enum Request: Sendable {
  /// The help of a command, or of metrolint itself.
  case help(Command?)
  /// The version.
  case version
  /// A command's work.
  case run(Command, Arguments)
}

/// Reads a command line by the table of commands.
///
/// Options may stand anywhere after the command; `--` ends them. A value follows its option as the next word or after
/// `=`; after a short one also at once (`-j4`). Short flags may stand together (`-qv`). Names are never abbreviated.
struct Parser {
  private let command: Command
  private var rest: ArraySlice<String>
  private var arguments = Arguments()

  private init(_ command: Command, _ words: ArraySlice<String>) {
    self.command = command
    rest = words
  }

  /// What `words`, without the name of the program, ask for.
  static func parse(_ words: [String]) throws(UsageError) -> Request {
    guard let first = words.first else { throw .noCommand }
    switch first {
    case "--help", "-h": return .help(nil)
    case "--version", "-V": return .version
    default: break
    }
    guard !first.hasPrefix("-") else { throw .optionBeforeCommand(first) }
    guard let command = Command.named(first) else { throw .unknownCommand(first) }
    var parser = Parser(command, words.dropFirst())
    return try parser.run()
  }

  private mutating func run() throws(UsageError) -> Request {
    while let word = rest.popFirst() {
      if word == "--" {
        for operand in rest { try add(operand: operand) }
        break
      }
      if word.hasPrefix("--") {
        if try readLong(word.dropFirst(2)) { return .help(command) }
      } else if word.hasPrefix("-"), word != "-" {
        if try readShort(word.dropFirst()) { return .help(command) }
      } else {
        try add(operand: word)
      }
    }
    if let missing = command.operands.dropFirst(arguments.operands.count).first,
      missing.count == .one || missing.count == .some
    {
      throw .missingOperand(command, missing)
    }
    return .run(command, arguments)
  }
}

// MARK: Options

extension Parser {
  /// Reads `name` or `name=value`; whether it asks for help.
  private mutating func readLong(_ word: Substring) throws(UsageError) -> Bool {
    let equals = word.firstIndex(of: "=")
    let name = word[..<(equals ?? word.endIndex)]
    guard let option = command.option(where: { $0.name == name }) else {
      throw .unknownOption("--" + name, command)
    }
    if option.row.name == Options.help.row.name, equals == nil { return true }
    try read(option, attached: equals.map { String(word[word.index(after: $0)...]) }, as: option.row.long)
    return false
  }

  /// Reads the letters after one hyphen; whether they ask for help.
  private mutating func readShort(_ word: Substring) throws(UsageError) -> Bool {
    var letters = word
    while let letter = letters.popFirst() {
      guard let option = command.option(where: { $0.short == letter }) else {
        // A word whose first letters are flags may still be meant as a name that lacks a hyphen.
        let isName = letters.count + 1 == word.count || command.option { $0.name == word } != nil
        throw .unknownOption(isName ? "-" + word : "-\(letter)", command)
      }
      if option.row.name == Options.help.row.name { return true }
      if option.row.value == nil {
        arguments.add("", for: option.row)
      } else {
        if letters.first == "=" { letters.removeFirst() }
        try read(option, attached: letters.isEmpty ? nil : String(letters), as: "-\(letter)")
        return false
      }
    }
    return false
  }

  private mutating func read(
    _ option: any CommandOption, attached: String?, as written: String
  ) throws(UsageError) {
    guard option.row.value != nil else {
      if let attached { throw .unexpectedValue(written, attached, command) }
      arguments.add("", for: option.row)
      return
    }
    guard let text = attached ?? nextValue(), !text.isEmpty else {
      throw .missingValue(option.row, written, command)
    }
    do {
      try option.check(text)
    } catch {
      throw .wrongValue(written, error, command)
    }
    arguments.add(text, for: option.row)
  }

  /// The next word when it can be a value: one that looks like an option is more likely the next option, and a value
  /// that does begin with a hyphen can be written after `=`.
  private mutating func nextValue() -> String? {
    guard let next = rest.first, !next.hasPrefix("-") || next == "-" else { return nil }
    return rest.popFirst()
  }
}

// MARK: Arguments by place

extension Parser {
  private mutating func add(operand text: String) throws(UsageError) {
    let index = arguments.operands.count
    guard let operand = command.operands.dropFirst(index).first ?? command.operands.last,
      index < command.operands.count || operand.count == .any || operand.count == .some
    else { throw .extraOperand(text, command) }
    do {
      try operand.check(text)
    } catch {
      throw .wrongValue(operand.value.name, error, command)
    }
    arguments.add(operand: text)
  }
}
