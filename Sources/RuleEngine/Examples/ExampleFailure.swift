package import Findings
package import SourceText

/// Why an example of a rule fails.
package enum ExampleFailure: Sendable, Hashable {
  /// The rule did not report at a marked place.
  case missing(ExamplePlace)
  /// The rule reported near a marked place and not at it.
  case misplaced(expected: ExamplePlace, found: ExamplePlace, message: String)
  /// The rule reported where no mark is.
  case extra(ExamplePlace, message: String)
  /// A file of the example is no YAML.
  case noYAML(ExamplePlace, message: String)
  /// A file of the example has a place that must be reported, but no source takes the file in.
  case inNoSource(path: String)
  /// The fixes do not give the text that they must.
  case fixed(path: String, expected: String, found: String)

  /// The file that it is about, from the data set's root.
  package var path: String {
    switch self {
    case .missing(let place), .misplaced(_, let place, _), .extra(let place, _), .noYAML(let place, _):
      place.path
    case .inNoSource(let path), .fixed(let path, _, _): path
    }
  }
}

/// A place in a file of an example.
package struct ExamplePlace: Sendable, Hashable, Comparable {
  /// The file, from the data set's root.
  package let path: String
  /// The bytes in the file's text without marks.
  package let range: ByteRange

  /// A place in the file at `path`.
  package init(path: String, range: ByteRange) {
    self.path = path
    self.range = range
  }

  /// By path and position.
  package static func < (left: ExamplePlace, right: ExamplePlace) -> Bool {
    left.path == right.path
      ? left.range < right.range : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }
}

/// How one example did in one variant.
package struct ExampleOutcome: Sendable {
  /// The example's place among those of its rule, from 0.
  package let example: Int
  /// The example's title; nothing when it has none.
  package let title: String?
  /// How the example was run.
  package let variant: ExampleVariant
  /// What went wrong; nothing when the example is right.
  package let failures: [ExampleFailure]
  /// The texts of the example's own files as they were checked, without marks, by path.
  package let sources: Sources
  /// What the rule reported, sorted.
  package let findings: [Finding]
}

/// How all examples of a rule did.
package struct RuleOutcome: Sendable {
  /// The rule.
  package let rule: RuleID
  /// One for each example and variant, in this order.
  package let examples: [ExampleOutcome]
  /// Whether no example marks a place where the rule must report, so that nothing shows that the rule can.
  package let neverReports: Bool

  /// Whether everything is right.
  package var isRight: Bool { !neverReports && examples.allSatisfy(\.failures.isEmpty) }
}
