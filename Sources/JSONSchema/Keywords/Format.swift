import Spelling
import YAML

extension Keyword {
  /// What kind of text a text is, such as a date: checked when that is asked for. A format that is not of the
  /// standard is never checked. (Validation, section 7.)
  static let format = Keyword(name: "format", vocabulary: .format) { value, compiler in
    guard let name = compiler.text(value) else { return [] }
    guard compiler.options.assertFormats || value.schema.dialect.vocabularies.contains(.formatAssertion),
      let format = TextFormat.named(name)
    else { return [] }
    return [FormatCheck(format: format)]
  }
}

/// A text is of a format.
struct FormatCheck: Assertion {
  let format: TextFormat
  var keyword: String { "format" }
  var cost: Cost { .text }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    guard instance.kind == .string else { return .valid }
    return run.tree.withText(of: instance.node) { format.holds($0) } ? .valid : .invalid
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault { .noFormat(format) }
}
