// Writes a Swift file that holds the texts of rulesets: `embed-rules OUTPUT FOLDER FILE…`, each FILE relative to
// FOLDER and beginning with its ruleset's name.

import Foundation

/// `text` as a Swift string literal.
func literal(_ text: String) -> String {
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

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: embed-rules OUTPUT FOLDER FILE…\n".utf8))
  exit(2)
}
do {
  let folder = URL(filePath: arguments[2])
  var code = "// Made of the files of Rules/ when the package is built.\n\nextension BuiltInRulesets {\n"
  code += "  static let texts: [(ruleset: StaticString, path: StaticString, text: StaticString)] = [\n"
  for file in arguments.dropFirst(3).sorted() {
    let parts = file.split(separator: "/", maxSplits: 1).map(String.init)
    // A file beside the rulesets belongs to none of them.
    guard parts.count == 2 else { continue }
    let text = String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
    code += "    (\(literal(parts[0])), \(literal(parts[1])), \(literal(text))),\n"
  }
  code += "  ]\n}\n"
  try Data(code.utf8).write(to: URL(filePath: arguments[1]))
} catch {
  FileHandle.standardError.write(Data("embed-rules: \(error)\n".utf8))
  exit(1)
}
