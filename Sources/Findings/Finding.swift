package import SourceText

/// One thing that a rule found wrong, with the place, the other places that matter and what to do.
///
/// Paths are relative to the data set's root, with `/`. Ranges are in bytes of the file's UTF-8 text
/// (`SourceText.bytes`).
package struct Finding: Sendable, Hashable {
  /// The rule that was broken.
  package var rule: RuleID

  /// How much it weighs, after configuration.
  package var severity: Severity

  /// One sentence: what is there and what should be; without a final stop.
  package var message: String

  /// The file.
  package var path: String

  /// The exact bytes.
  package var range: ByteRange

  /// The JSON Pointer (RFC 6901) of the node in its document; empty for the document itself.
  package var pointer: String

  /// Which document of the file the node is in, from 0.
  package var document: Int

  /// The first scalar among `title`, `name`, `code`, `id`, `person` of the nearest mapping around the node.
  package var record: String?

  /// The scalar that is wrong, as the file's text means it; nothing when no scalar is.
  package var value: String?

  /// The closest valid values, best first.
  package var suggestions: [Suggestion]

  /// One line: what to do.
  package var help: String?

  /// Other places that matter, in the order in which they should be read.
  package var related: [RelatedPlace]

  /// Ways to repair it.
  package var fixes: [Fix]

  /// Where in the file the values stand that it was concluded from: when one of them is wrong by itself, it is not said.
  package var basis: [ByteRange] = []

  /// A hash that stays when lines move: of rule, path, pointer with list positions replaced by the items'
  /// records or values, and value. Repeated ones are numbered.
  package var fingerprint: String

  /// The fingerprints that it had under the former names of its rule.
  package var formerFingerprints: [String] = []

  /// A finding with what every rule must give; the rest can be set after.
  package init(
    rule: RuleID, severity: Severity, message: String, path: String, range: ByteRange, pointer: String = "",
    document: Int = 0, record: String? = nil, value: String? = nil, suggestions: [Suggestion] = [],
    help: String? = nil, related: [RelatedPlace] = [], fixes: [Fix] = [], fingerprint: String = ""
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.path = path
    self.range = range
    self.pointer = pointer
    self.document = document
    self.record = record
    self.value = value
    self.suggestions = suggestions
    self.help = help
    self.related = related
    self.fixes = fixes
    self.fingerprint = fingerprint
  }
}

extension Finding: Comparable {
  /// By path, position and rule; what is equal in these by message and fingerprint, so that the order never
  /// depends on the order in which findings came.
  package static func < (left: Finding, right: Finding) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    if left.range != right.range { return left.range < right.range }
    if left.rule != right.rule { return left.rule < right.rule }
    if left.message != right.message {
      return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
    }
    return left.fingerprint < right.fingerprint
  }
}

/// A valid value that is close to the one found.
package struct Suggestion: Sendable, Hashable {
  /// The value as it would have to be written.
  package var value: String

  /// What people call the entry behind it, such as its title; nothing when its index has no labels.
  package var label: String?

  /// A valid value, with what people call it.
  package init(_ value: String, label: String? = nil) {
    self.value = value
    self.label = label
  }
}

/// Another place that a finding speaks of.
package struct RelatedPlace: Sendable, Hashable {
  /// The file, relative to the data set's root.
  package var path: String

  /// The exact bytes there.
  package var range: ByteRange

  /// What is there, without a final stop: "L1A1D1 is defined here".
  package var message: String

  /// A place with what is there.
  package init(path: String, range: ByteRange, message: String) {
    self.path = path
    self.range = range
    self.message = message
  }
}

/// A way to repair a finding.
package struct Fix: Sendable, Hashable {
  /// What it does, for a menu: "replace by São Paulo".
  package var title: String

  /// Whether it is certainly what was meant, so that `--fix` applies it unasked.
  package var isSafe: Bool

  /// The edits; those of one file do not overlap.
  package var edits: [FileEdit]

  /// A fix of these edits.
  package init(title: String, isSafe: Bool, edits: [FileEdit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}

/// An edit of one file of the set.
package struct FileEdit: Sendable, Hashable {
  /// The file, relative to the data set's root.
  package var path: String

  /// What is replaced by what.
  package var edit: TextEdit

  /// An edit of the file at `path`.
  package init(path: String, edit: TextEdit) {
    self.path = path
    self.edit = edit
  }
}
