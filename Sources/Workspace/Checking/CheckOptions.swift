/// What a call may say of a check, beside which data set it is about.
package struct CheckOptions: Sendable {
  /// Files, absolute or from the working folder: only what touches them is told. Empty for all.
  package var files: [String] = []
  /// The baseline, from the working folder; nothing for the one that the configuration names.
  package var baseline: String?
  /// Whether no baseline is to be used.
  package var ignoresBaseline = false
  /// How many files are looked at side by side; nothing for as many as there are processors.
  package var jobs: Int?
  /// The most findings that are told; nothing for all.
  package var mostFindings: Int?
  /// Called now and then with how many files are done and how many there are.
  package var progress: (@Sendable (_ done: Int, _ all: Int) -> Void)?

  /// Options that change nothing.
  package init() {}
}
