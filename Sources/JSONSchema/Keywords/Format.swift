import Spelling
import YAML

extension Keyword {
  /// What kind of text a text is, such as a date: checked when that is asked for. A format that is not of the
  /// standard is never checked. (Validation, section 7.)
  static let format = Keyword(name: "format", vocabulary: .format) { value, compiler in
    guard let name = compiler.text(value) else { return [] }
    guard compiler.options.assertFormats || value.schema.dialect.vocabularies.contains(.formatAssertion)
    else {
      return []
    }
    if let format = TextFormat.named(name) { return [FormatCheck(format: format)] }
    if let closest = Closest.match(to: name, among: TextFormat.all.map(\.name)) {
      compiler.hint(
        value.schema.place.document, value.tree.range(of: value.node),
        "\(name.shortened) is no format of the standard and is not checked; did you mean \(closest)?",
        [closest])
    }
    return []
  }
}

/// A text is of a format.
struct FormatCheck: Assertion {
  let format: TextFormat
  var keyword: String { "format" }
  var cost: Cost { .text }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .string else { return .valid }
    let tree = run.tree
    return tree.withText(of: instance.node) { format.holds($0, &run.scratch) } ? .valid : .invalid
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault { .noFormat(format) }
}
