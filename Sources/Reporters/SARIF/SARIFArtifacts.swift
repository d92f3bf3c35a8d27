import Findings
import SourceText

/// The files that a SARIF log speaks of (`artifact`, 3.24), and how it refers to them.
struct SARIFArtifacts {
  /// What the paths are relative to, by its name among `originalUriBaseIds`.
  static let base = "SRCROOT"

  /// The artifacts: the files looked at, then others that results point to, each by path.
  let values: [JSONValue]

  private let report: Report
  private let indexes: [String: Int]

  /// The artifacts of `report`.
  init(_ report: Report, _ sources: Sources, shown: SARIFSelection) {
    let checked = report.files.map(\.path)
    var others = Set(report.notChecked.map(\.path))
    for finding in shown.results.map(\.finding) {
      others.insert(finding.path)
      others.formUnion(finding.related.map(\.path))
      others.formUnion(finding.fixes.flatMap(\.edits).map(\.path))
    }
    others.subtract(checked)
    let paths = checked + others.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.report = report
    indexes = Dictionary(paths.enumerated().map { ($1, $0) }) { first, _ in first }
    values = paths.enumerated().map { index, path in
      .compact([
        "location": [
          "uri": .string(Percent.reference(report.pathFromWorkingFolder(path))),
          "uriBaseId": .string(Self.base),
        ],
        "roles": index < checked.count ? ["analysisTarget"] : nil,
        "encoding": sources[path].flatMap { $0.isUTF8 ? nil : "UTF-16" },
      ])
    }
  }

  /// A reference to the file at `path` (`artifactLocation`, 3.4).
  func location(_ path: String) -> JSONValue {
    .compact([
      "uri": .string(Percent.reference(report.pathFromWorkingFolder(path))),
      "uriBaseId": .string(Self.base),
      "index": indexes[path].map { .int($0) },
    ])
  }
}
