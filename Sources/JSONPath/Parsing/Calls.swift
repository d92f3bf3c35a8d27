import Patterns
import Spelling

extension Parser {
  /// The rest of `function-expr` (RFC 9535, section 2.4), whose name has been read at `range`.
  mutating func call(_ name: String, at range: Range<Int>) throws(QueryError) -> Call {
    let known = Function.all.filter { !$0.isExtension || extensions.contains(.functions) }
    guard let function = known.first(where: { $0.name == name }) else {
      let names = known.map(\.name)
      throw reader.error(
        "there is no function '\(reader.excerpt(range))'; there are \(names.joined(separator: ", "))",
        at: range,
        suggestion: Closest.match(to: name, among: names))
    }
    reader.advance()
    reader.skipBlanks()
    try enter(from: range.lowerBound)
    let arguments = try arguments(of: function)
    leave()
    guard arguments.count == function.parameters.count else {
      throw wrongCount(function, at: range.lowerBound..<reader.offset)
    }
    return Call(function: function, arguments: arguments)
  }

  /// The arguments up to and with `)`.
  private mutating func arguments(of function: Function) throws(QueryError) -> [Argument] {
    var arguments: [Argument] = []
    if reader.take(")") { return arguments }
    while true {
      let start = reader.offset
      let read = try functionArgument()
      let range = start..<reader.offset
      guard arguments.count < function.parameters.count else { throw wrongCount(function, at: range) }
      arguments.append(try argument(read, for: function, number: arguments.count, at: range))
      reader.skipBlanks()
      if reader.take(")") { return arguments }
      guard reader.take(",") else { throw reader.expected("',' or ')'") }
      reader.skipBlanks()
    }
  }

  private func wrongCount(_ function: Function, at range: Range<Int>) -> QueryError {
    let count = function.parameters.count
    return reader.error(
      "\(function.name)() takes \(count == 1 ? "one argument" : "two arguments")", at: range)
  }

  // MARK: Arguments

  /// `function-argument`: something by itself, or nothing for a logical expression, which no function takes.
  private mutating func functionArgument() throws(QueryError) -> ReadPrimary? {
    if reader.next == "!" || reader.next == "(" {
      _ = try logical()
      return nil
    }
    let first = try primary()
    let end = reader.offset
    reader.skipBlanks()
    let isAlone = reader.next == "," || reader.next == ")"
    reader.offset = end
    if isAlone { return first }
    guard nextComparison() != nil || isLogicalOperatorNext else { return first }
    _ = try logical(first: first)
    return nil
  }

  private var isLogicalOperatorNext: Bool {
    var rest = reader
    rest.skipBlanks()
    return rest.isNext("&&") || rest.isNext("||")
  }

  /// The argument that `read` is for a parameter (RFC 9535, section 2.4.3).
  private func argument(
    _ read: ReadPrimary?, for function: Function, number: Int, at range: Range<Int>
  ) throws(QueryError) -> Argument {
    let parameter = function.parameters[number]
    switch (parameter, read?.primary) {
    case (.nodes, .query(let query)):
      return .nodes(query.query)
    case (.value, .literal(let literal, _)):
      return .value(.literal(Constant(literal)))
    case (.value, .query(let query)) where query.isSingular:
      return .value(.query(query.query))
    case (.value, .call(let call)) where call.function.isValue:
      return .value(.call(call))
    case (.pattern, .literal(let literal, let string)):
      return .pattern(try pattern(literal, string, at: range))
    case (.pattern, .query(let query)) where query.isSingular:
      return .pattern(.computed(.query(query.query), PatternCache()))
    case (.pattern, .call(let call)) where call.function.isValue:
      return .pattern(.computed(.call(call), PatternCache()))
    default:
      let place =
        function.parameters.count == 1
        ? "the argument" : number == 0 ? "the first argument" : "the second argument"
      throw reader.error("\(place) of \(function.name)() must be \(parameter.inMessages)", at: range)
    }
  }

  /// A constant pattern, compiled once and for all.
  private func pattern(
    _ literal: Literal, _ string: ReadString?, at range: Range<Int>
  ) throws(QueryError) -> PatternArgument {
    guard case .string(let bytes) = literal, let string else {
      guard extensions.contains(.checkedPatterns) else { return .never }
      throw reader.error("a pattern is text, in quotes", at: range)
    }
    do {
      return .constant(try Pattern(String(decoding: bytes, as: UTF8.self), dialect: .iregexp))
    } catch {
      guard error.reason == .unsupported || extensions.contains(.checkedPatterns) else { return .never }
      let start = string.range.lowerBound + 1 + error.codePointOffset
      throw reader.error(
        "in the pattern: \(error.message)",
        at: string.hasEscapes ? string.range : start..<min(start + 1, string.range.upperBound))
    }
  }
}
