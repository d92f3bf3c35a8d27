import JSONPath
import Testing

/// A wrong query is reported at the exact code point, with what should be there.
@Suite struct QueryErrorTests {
  struct Mistake: CustomTestStringConvertible {
    let query: String
    let range: Range<Int>
    let message: String
    let suggestion: String?

    init(_ query: String, _ range: Range<Int>, _ message: String, _ suggestion: String? = nil) {
      self.query = query
      self.range = range
      self.message = message
      self.suggestion = suggestion
    }

    var testDescription: String { query }
  }

  @Test(arguments: beginnings + segments + selectors + strings + filters + functions)
  func mistake(_ mistake: Mistake) {
    #expect(
      queryError(in: mistake.query)
        == QueryError(
          message: mistake.message, codePointRange: mistake.range, suggestion: mistake.suggestion))
  }

  private static let aSelector =
    "a name in quotes, a number, '*', a slice such as 1:3, or a filter such as ?@.a should be"

  static let beginnings = [
    Mistake("", 0..<0, "the query is empty; it begins with '$'"),
    Mistake(" $", 0..<1, "found a space where a query begins with '$'"),
    Mistake("$ ", 1..<2, "blanks stand after the end of the query"),
    Mistake("$\n\t", 1..<3, "blanks stand after the end of the query"),
    Mistake("a.b", 0..<1, "found 'a' where a query begins with '$'"),
    Mistake("@.a", 0..<1, "a query begins with '$'; '@' is only known in a filter", "$"),
    Mistake("$a", 1..<2, "found 'a' after the end of the query"),
    Mistake("$.😀 é", 4..<5, "found 'é' after the end of the query"),
    Mistake("$.length()", 8..<9, "found '(' after the end of the query"),
  ]

  static let segments = [
    Mistake("$.", 2..<2, "found the end where a name or '*' should be"),
    Mistake("$..", 3..<3, "found the end where a name, '*' or '[' should be"),
    Mistake("$...a", 3..<4, "found '.' where a name, '*' or '[' should be"),
    Mistake("$.a.", 4..<4, "found the end where a name or '*' should be"),
    Mistake("$. a", 2..<3, "no blanks may stand after '.'"),
    Mistake("$..\ta", 3..<4, "no blanks may stand after '..'"),
    Mistake("$.[0]", 1..<2, "no dot stands before '['"),
    Mistake("$.'a'", 2..<3, "a name in quotes stands in brackets: ['name']"),
    Mistake("$..\"a\"", 3..<4, "a name in quotes stands in brackets: ..['name']"),
    Mistake(
      "$.a-b.c", 3..<4, "found '-' in a name after a dot; such a name stands in brackets and quotes: ['a-b']",
      "['a-b']"),
    Mistake(
      "$.2021", 2..<3,
      "found '2' in a name after a dot; such a name stands in brackets and quotes: ['2021']", "['2021']"),
    Mistake(
      "$..é-x", 4..<5, "found '-' in a name after a dot; such a name stands in brackets and quotes: ['é-x']",
      "..['é-x']"),
    Mistake("$.a!", 3..<4, "found '!' after the end of the query"),
    Mistake("$.&", 2..<3, "found '&' where a name or '*' should be"),
  ]

  static let selectors = [
    Mistake("$[", 2..<2, "found the end where " + aSelector),
    Mistake("$[]", 2..<3, "found ']' where " + aSelector),
    Mistake("$[0,]", 4..<5, "found ']' where " + aSelector),
    Mistake("$[,0]", 2..<3, "found ',' where " + aSelector),
    Mistake("$[+1]", 2..<3, "found '+' where " + aSelector),
    Mistake("$[0", 3..<3, "found the end where ',' or ']' should be"),
    Mistake("$[0 1]", 4..<5, "found '1' where ',' or ']' should be"),
    Mistake("$[1:2:3:4]", 7..<8, "found ':' where ',' or ']' should be"),
    Mistake("$[1:a]", 4..<5, "found 'a' where ',' or ']' should be"),
    Mistake("$[code]", 2..<6, "a name in brackets stands in quotes: 'code'", "'code'"),
    Mistake("$[-0]", 2..<4, "'-0' is no place in a list; write 0 for the first", "0"),
    Mistake("$[01]", 2..<4, "a number has no zeros before it", "1"),
    Mistake("$[::-010]", 4..<8, "a number has no zeros before it", "-10"),
    Mistake("$[- 1]", 3..<4, "found a space where a digit should be"),
    Mistake("$[1.0]", 3..<4, "a place in a list is a whole number"),
    Mistake("$[1e3]", 3..<4, "a place in a list is a whole number"),
    Mistake("$[(@.a)]", 2..<3, "a filter begins with '?'", "?("),
  ]

  static let strings = [
    Mistake("$['a", 2..<4, "the string has no closing \"'\""),
    Mistake("$[\"a']", 2..<6, "the string has no closing '\"'"),
    Mistake("$['\\", 3..<4, "the string ends in the middle of an escape"),
    Mistake("$['\\x41']", 3..<5, "there is no escape '\\x'; write '\\\\' for the character itself"),
    Mistake("$['\\\"']", 3..<5, "'\"' needs no '\\' in a string between \"'\"", "\""),
    Mistake("$['\\u12g4']", 3..<8, "'\\u' is followed by four hexadecimal digits"),
    Mistake("$['é\\uD800']", 4..<10, "this is the first half of a surrogate pair without the second"),
    Mistake("$['\\uDC00']", 3..<9, "this is the second half of a surrogate pair without the first"),
    Mistake("$['\\uD800\\u0041']", 9..<15, "this is not the second half of a surrogate pair"),
    Mistake("$['a\nb']", 4..<5, "a line break cannot stand in a string; write it as an escape"),
    Mistake("$['\u{1}']", 3..<4, "U+0001 cannot stand in a string; write it as an escape"),
  ]

  private static let aPrimary = "a query such as @.name, a value, or a function should be"
  private static let oneValue =
    "only a query for one value can be compared: names and places, one in each pair of brackets and no blanks there"

  static let filters = [
    Mistake("$[?]", 3..<4, "found ']' where " + aPrimary),
    Mistake("$[?@.a&&]", 8..<9, "found ']' where " + aPrimary),
    Mistake("$[?@.a==]", 8..<9, "found ']' where " + aPrimary),
    Mistake("$[?@.a", 6..<6, "found the end where ',' or ']' should be"),
    Mistake("$[?(@.a", 7..<7, "found the end where ')' should be"),
    Mistake("$[?(@.a]", 7..<8, "found ']' where ')' should be"),
    Mistake("$[?@.a)]", 6..<7, "found ')' where ',' or ']' should be"),
    Mistake("$[?true]", 3..<7, "a value by itself is neither true nor false; compare it with something"),
    Mistake(
      "$[?@.a && 'b']", 10..<13, "a value by itself is neither true nor false; compare it with something"),
    Mistake("$[?@.*==1]", 3..<6, oneValue),
    Mistake("$[?1==@..a]", 6..<10, oneValue),
    Mistake("$[?@['a', 'b']==1]", 3..<14, oneValue),
    Mistake(
      "$[?!@.a == 1]", 8..<10,
      "'!' takes only what follows it; put the comparison in parentheses: !(… == …)"),
    Mistake("$[?!!@.a]", 4..<5, "only one '!' can stand here; two say the same as none"),
    Mistake(
      "$[?@.a==1==2]", 9..<11,
      "what stands before '==' is true or false already, and only values can be compared"),
    Mistake(
      "$[?(@.a) < 1]", 9..<10,
      "what stands before '<' is true or false already, and only values can be compared"),
    Mistake("$[?@.a=1]", 6..<7, "a comparison is written '==', not '='", "=="),
    Mistake("$[?@.a === 1]", 7..<10, "a comparison is written '==', not '==='", "=="),
    Mistake("$[?@.a <> 1]", 7..<9, "a comparison is written '!=', not '<>'", "!="),
    Mistake("$[?@.a =~ 'x']", 7..<9, "there is no operator '=~'; use match() or search()"),
    Mistake("$[?@.a & @.b]", 7..<8, "'and' is written '&&', not '&'", "&&"),
    Mistake("$[?@.a or @.b]", 7..<9, "'or' is written '||'", "||"),
    Mistake("$[?not @.a]", 3..<6, "'not' is written '!'", "!"),
    Mistake("$[?@.a==True]", 8..<12, "'True' is written in lower case", "true"),
    Mistake(
      "$[?@.a==red]", 8..<11, "'red' is no value; write '@.red' for a member, or put text in quotes"),
    Mistake("$[?@.a==01]", 8..<9, "a number has no zeros before it"),
    Mistake("$[?@.a==1.]", 10..<11, "found ']' where a digit after the decimal point should be"),
    Mistake("$[?@.a==1e]", 10..<11, "found ']' where a digit of the exponent should be"),
    Mistake("$[?@.a==-]", 9..<10, "found ']' where a digit should be"),
    Mistake("$[?@.a==.5]", 8..<9, "found '.' where " + aPrimary),
  ]

  private static let aValue =
    "must be a value: text, a number, true, false, null, or a query for one node such as @.name"

  static let functions = [
    Mistake(
      "$[?lenght(@.a)==1]", 3..<9,
      "there is no function 'lenght'; there are count, length, match, search, value", "length"),
    Mistake(
      "$[?foo(@.a)]", 3..<6, "there is no function 'foo'; there are count, length, match, search, value"),
    Mistake("$[?length (@.a)==1]", 9..<10, "no blanks may stand between a function's name and '('"),
    Mistake("$[?length(@.a)]", 3..<14, "the result of length() must be compared with something"),
    Mistake("$[?length()==1]", 3..<11, "length() takes one argument"),
    Mistake("$[?length(@.a, 1)==1]", 15..<16, "length() takes one argument"),
    Mistake("$[?match(@.a)]", 3..<13, "match() takes two arguments"),
    Mistake("$[?length(@.*)==1]", 10..<13, "the argument of length() " + aValue),
    Mistake("$[?length(@.a == 1)==1]", 10..<18, "the argument of length() " + aValue),
    Mistake("$[?length((@.a))==1]", 10..<15, "the argument of length() " + aValue),
    Mistake("$[?length(!@.a)==1]", 10..<14, "the argument of length() " + aValue),
    Mistake("$[?length(match(@, 'a'))==1]", 10..<23, "the argument of length() " + aValue),
    Mistake("$[?match(@..a, 'x')]", 9..<13, "the first argument of match() " + aValue),
    Mistake(
      "$[?match(@.a, @.*)]", 14..<17,
      "the second argument of match() must be a pattern: text, or a query for one node such as @.name"),
    Mistake("$[?count('a')==1]", 9..<12, "the argument of count() must be a query such as @.*"),
    Mistake("$[?value(length(@))==1]", 9..<18, "the argument of value() must be a query such as @.*"),
    Mistake(
      "$[?match(@.a, 'x')==true]", 3..<18, "match() is true or false by itself and cannot be compared"),
    Mistake("$[?length(@.a", 13..<13, "found the end where ',' or ')' should be"),
    Mistake("$[?length(", 10..<10, "found the end where " + aPrimary),
    Mistake("$[?match(@.a,)]", 13..<14, "found ')' where " + aPrimary),
  ]

  /// What only a text with extensions can have.
  @Test(
    arguments: [
      ("$.a~.b", 4..<5, "'~' stands only at the end of a query"),
      ("$.a~~", 4..<5, "'~' stands only at the end of a query"),
      ("$.a ~", 4..<5, "'~' stands at the end of a query, without blanks before it"),
      ("a", 0..<1, "found 'a' where a query begins with '$' or '@'"),
    ])
  func mistakesWithExtensions(_ query: String, _ range: Range<Int>, _ message: String) {
    #expect(
      queryError(in: query, extensions: .ruleset) == QueryError(message: message, codePointRange: range))
  }

  @Test(
    arguments: [
      ("strats_with(@.a, 'x')", 0..<11, "starts_with"), ("startsWith(@.a, 'x')", 0..<10, "starts_with"),
      ("ancestors(@, 'x') == 1", 0..<9, "ancestor"), ("@.a = 1", 4..<5, "=="), ("@.a AND @.b", 4..<7, "&&"),
    ])
  func suggestionsInExpressions(_ expression: String, _ range: Range<Int>, _ suggestion: String) {
    do {
      _ = try LogicalExpression(expression)
      Issue.record("\(expression) is no mistake")
    } catch {
      #expect(error.codePointRange == range)
      #expect(error.suggestion == suggestion)
    }
  }

  @Test(
    arguments: [
      ("", 0..<0, "found the end where a query such as @.name, a value, or a function should be"),
      ("@.a)", 3..<4, "found ')' after the end of the expression"),
      ("@.a 1", 4..<5, "found '1' after the end of the expression"),
      ("search(@.a, '[z-a]')", 14..<15, "in the pattern: "),
      ("search(@.a, '\\\\d')", 12..<17, "in the pattern: "),
    ])
  func mistakesInExpressions(_ expression: String, _ range: Range<Int>, _ message: String) {
    do {
      _ = try LogicalExpression(expression)
      Issue.record("\(expression) is no mistake")
    } catch {
      #expect(error.codePointRange == range)
      #expect(error.message.hasPrefix(message))
    }
  }
}
