import YAML

/// A keyword of a schema of the plan; without a keyword, the schema itself.
struct Site: Sendable, Hashable {
  let schema: SchemaIndex
  let keyword: String?

  /// For a keyword with members or elements, which of them.
  let part: String?

  init(_ schema: SchemaIndex, _ keyword: String?, part: String? = nil) {
    self.schema = schema
    self.keyword = keyword
    self.part = part
  }
}

/// Something wrong, before it is put in words.
struct Failure: Sendable {
  var fault: Fault
  var node: NodeID
  var site: Site
  /// How deep in the value.
  var level: Int
}

/// What is wrong with a value, as it is found.
struct Explanation: Sendable {
  /// More are not kept.
  static let most = 10_000

  private(set) var failures: [Failure] = []
  private(set) var undecided: [(node: NodeID, site: Site, isLimit: Bool)] = []
  /// Whether there is more that is wrong than is kept.
  private(set) var isCut = false

  var isEmpty: Bool { failures.isEmpty && undecided.isEmpty }

  mutating func add(_ fault: Fault, _ node: NodeID, _ site: Site, run: Run) {
    add(Failure(fault: fault, node: node, site: site, level: run.level))
  }

  mutating func add(_ failure: Failure) {
    guard failures.count < Explanation.most else {
      isCut = true
      return
    }
    failures.append(failure)
  }

  mutating func addUndecided(_ node: NodeID, _ site: Site, run: Run) {
    guard undecided.count < Explanation.most else { return }
    undecided.append((node, site, site.keyword == nil))
  }

  mutating func append(_ other: Explanation) {
    for failure in other.failures { add(failure) }
    undecided += other.undecided.prefix(Explanation.most - undecided.count)
    isCut = isCut || other.isCut
  }
}
