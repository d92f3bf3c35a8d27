package import Findings

/// What phase one says of one file. A plain value: the file's tree is gone.
package struct FileResult: Sendable, Hashable {
  /// What crosses to other files.
  package var facts: FileFacts

  /// What is wrong with the file by itself, complete but for the numbers of repeated fingerprints, sorted.
  package var findings: [Finding]

  /// What could not be checked of it, sorted.
  package var notChecked: [NotChecked]

  /// What is said of one file.
  package init(facts: FileFacts, findings: [Finding], notChecked: [NotChecked]) {
    self.facts = facts
    self.findings = findings
    self.notChecked = notChecked
  }
}
