import Findings
import RuleEngine

/// All that the results of phase one depend on besides the files themselves: results of one key and the same files are
/// the same.
struct ResultsKey: Sendable, Hashable {
  /// The program's version.
  var version: String
  /// Tells builds of one version apart; empty where that does not matter.
  var build: String
  /// The files of the ruleset.
  var ruleset: Digest
  /// The rules in force.
  var rules: Digest

  /// The key of a data set.
  init(_ dataSet: DataSet, build: String = "") {
    version = Report.Product.metrolint.version
    self.build = build
    ruleset = dataSet.rulesetDigest
    rules = Digest(of: dataSet.inForce)
  }

  /// Writes the key.
  func encode(_ writer: inout ByteWriter) {
    writer.append(FileFacts.formVersion)
    writer.append(version)
    writer.append(build)
    for word in [ruleset.high, ruleset.low, rules.high, rules.low] { writer.append(fixed: word) }
  }

  /// A key as `encode` wrote it.
  init?(_ reader: inout ByteReader) {
    guard reader.number() == FileFacts.formVersion, let version = reader.string(),
      let build = reader.string(), let high = reader.fixed(),
      let low = reader.fixed(), let rulesHigh = reader.fixed(), let rulesLow = reader.fixed()
    else { return nil }
    self.version = version
    self.build = build
    ruleset = Digest(high: high, low: low)
    rules = Digest(high: rulesHigh, low: rulesLow)
  }
}
