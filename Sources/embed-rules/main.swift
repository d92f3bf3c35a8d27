// Writes a Swift file that holds the texts of rulesets: `embed-rules OUTPUT FOLDER FILE…`, each FILE relative to
// FOLDER and beginning with its ruleset's name.

import Foundation

/// `text` as a Swift string literal.
func literal(_ text: some StringProtocol) -> String {
  var literal = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": literal += "\\\""
    case "\\": literal += "\\\\"
    case "\n": literal += "\\n"
    case _
    where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || scalar.properties.isWhitespace && scalar != " ":
      literal += "\\u{\(String(scalar.value, radix: 16))}"
    default: literal.unicodeScalars.append(scalar)
    }
  }
  return literal + "\""
}

/// A rule's text up to its examples, which come last, and from them on; any other text is whole and nothing.
func parted(_ text: String) -> (text: Substring, examples: Substring) {
  guard let key = text.range(of: "\nexamples:\n") else { return (text[...], "") }
  let start = text.index(after: key.lowerBound)
  return (text[..<start], text[start...])
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: embed-rules OUTPUT FOLDER FILE…\n".utf8))
  exit(2)
}
do {
  let folder = URL(filePath: arguments[2])
  var code = "// Made of the files of Rules/ when the package is built.\n\nextension BuiltInRulesets {\n"
  code += "  static let texts: [(\n"
  code += "    ruleset: StaticString, path: StaticString, text: StaticString, examples: StaticString\n"
  code += "  )] = [\n"
  for file in arguments.dropFirst(3).sorted() {
    let parts = file.split(separator: "/", maxSplits: 1).map(String.init)
    // A file beside the rulesets belongs to none of them.
    guard parts.count == 2 else { continue }
    let text = String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
    let (beginning, examples) = parted(text)
    let values = [literal(parts[0]), literal(parts[1]), literal(beginning), literal(examples)]
    code += "    (\(values.joined(separator: ", "))),\n"
  }
  code += "  ]\n}\n"
  try Data(code.utf8).write(to: URL(filePath: arguments[1]))
} catch {
  FileHandle.standardError.write(Data("embed-rules: \(error)\n".utf8))
  exit(1)
}
