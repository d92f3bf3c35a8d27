/// Rules as pages for readers of Markdown. What rulesets say is Markdown already.
enum MarkdownPage {
  /// A page of `rules`, each under one heading, which is its id: a stable anchor for links.
  ///
  /// - Parameters:
  ///   - title: the page's heading.
  ///   - introduction: what stands before the table of the rules; may be empty.
  static func text(title: String, introduction: String, _ rules: [RuleDescription]) -> String {
    var text = "# \(title)\n\n"
    if !introduction.isEmpty { text += introduction + "\n\n" }
    text += "| rule | severity | what holds |\n|---|---|---|\n"
    for rule in rules {
      let severity = RulePage(rule).severity
      let summary = rule.summary.replacing("|", with: "\\|").replacing("\n", with: " ")
      text += "| [\(rule.id)](#\(rule.id)) | \(severity) | \(summary) |\n"
    }
    return text + rules.map { "\n" + RulePage($0).markdownText }.joined()
  }
}

extension RulePage {
  /// The page as a section of Markdown.
  var markdownText: String {
    var text = "## \(id)\n\n*\(severity), \(kind)*\n"
    for part in parts {
      text += "\n"
      switch part {
      case .paragraph(let paragraph): text += paragraph + "\n"
      case .detail(let name, let detail): text += "*\(name):* \(detail)\n"
      case .definition(let lines): text += Self.block(lines)
      case .example(let isReported, let title, let files):
        text += (isReported ? "**Reported**" : "**Not reported**") + (title.map { ": \($0)" } ?? "") + "\n"
        for file in files {
          switch file.state {
          case .given(let lines): text += "\n`\(file.path)`\n\n" + Self.block(lines)
          case .absent: text += "\nwithout `\(file.path)`\n"
          case .fixed(let lines): text += "\n`\(file.path)` after `--fix`\n\n" + Self.block(lines)
          }
        }
      }
    }
    return text
  }

  /// A block of YAML, between fences that are longer than any in it.
  private static func block(_ text: String) -> String {
    var (longest, run) = (2, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)yaml\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }
}
