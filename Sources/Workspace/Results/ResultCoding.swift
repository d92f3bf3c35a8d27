import Findings
import RuleEngine

// The form of what phase one says of a file, without the rows of its facts.

/// What facts have besides their path and rows. It is the same for most files of a set, so each is written once.
struct FileHeads: Sendable {
  private var heads: [FileFacts] = []
  private var numbers: [FileFacts: Int] = [:]
  /// Heads that many files share, each with its number; the facts keep them.
  private var shared: [(head: ObjectIdentifier, number: Int)] = []
  private var sharing: [FileFacts] = []

  /// None.
  init() {}

  /// The number of what `facts` have.
  mutating func number(of facts: FileFacts) -> Int {
    // Mostly there are a few kinds of files, and each of those who checked them has kept the heads of these once.
    let shared = facts.sharedHead
    if let known = self.shared.first(where: { $0.head == shared }) { return known.number }
    let head = facts.head
    let number = numbers[head] ?? heads.count
    if number == heads.count {
      numbers[head] = number
      heads.append(head)
    }
    if sharing.count < 64 {
      self.shared.append((shared, number))
      sharing.append(head)
    }
    return number
  }

  /// How many there are.
  var count: Int { heads.count }

  /// Facts without path and rows, by their number.
  subscript(_ number: Int) -> FileFacts { heads[number] }

  /// Which rules and queries selected anything in some file, as facts have it.
  var selecting: [UInt64] {
    var selecting: [UInt64] = []
    for head in heads { head.addSelecting(to: &selecting) }
    return selecting
  }

  /// Writes all of them.
  func encode(_ writer: inout ByteWriter) {
    writer.append(list: heads) { $1.encodeHead(&$0) }
  }

  /// What `encode` wrote, when it is whole and of `ruleset`.
  init?(_ reader: inout ByteReader, _ ruleset: Ruleset) {
    guard let heads = reader.list({ FileFacts.decodeHead(&$0, for: ruleset) }) else { return nil }
    self.heads = heads
  }
}

/// What is written of a result: of most files there is nothing to say.
private enum Parts {
  /// Its status.
  static let status: UInt8 = 1
  /// Something that is said of the file.
  static let said: UInt8 = 2
}

extension PhaseOne.Result {
  /// Writes all but the path and the rows of the facts; what many files have in common goes to `heads`.
  func encodeHead(_ writer: inout ByteWriter, _ heads: inout FileHeads) {
    writer.append(heads.number(of: facts))
    writer.append(fixed: contentHash)
    writer.append((status == nil ? 0 : Parts.status) | (said == nil ? 0 : Parts.said))
    if let status { status.encode(&writer) }
    guard let said else { return }
    writer.append(optional: said.problem) { $1.encode(&$0) }
    writer.append(list: said.findings) { $1.encode(&$0) }
    writer.append(list: said.notChecked) { $1.encode(&$0) }
    said.suppressions.encode(&writer)
  }
}

extension ResultsReader.Entry {
  /// What is written of the file at `path` besides its rows, which are the next of `rows`; nothing when it is damaged.
  init?(_ reader: inout ByteReader, path: String, _ heads: FileHeads, rows: Range<Int>) {
    guard let head = reader.number(), head < heads.count, let contentHash = reader.fixed(),
      let parts = reader.byte(), parts <= Parts.status | Parts.said
    else { return nil }
    var (status, said): (FileStatus?, PhaseOne.Result.Said?) = (nil, nil)
    if parts & Parts.status != 0 {
      status = FileStatus(&reader)
      guard status != nil else { return nil }
    }
    if parts & Parts.said != 0 {
      guard let problem = reader.optional({ FileProblem(&$0) }),
        let findings = reader.list({ Finding(&$0, path: path) }),
        let notChecked = reader.list({ NotChecked(&$0, path: path) }),
        let suppressions = Suppressions(&reader)
      else { return nil }
      said = .of(findings, notChecked, suppressions, problem)
    }
    guard let isSettled = reader.flag(), let count = reader.number(), count <= rows.count,
      let rowsHash = reader.fixed()
    else { return nil }
    self.init(
      path: path, head: head, contentHash: contentHash, status: status, said: said, isSettled: isSettled,
      rows: rows.lowerBound..<rows.lowerBound + count, rowsHash: rowsHash)
  }
}

extension FileStatus {
  fileprivate func encode(_ writer: inout ByteWriter) {
    writer.append(device)
    writer.append(number)
    writer.append(size)
    writer.append(fixed: UInt64(bitPattern: modified))
    // Mostly a file was changed when it was written, or not much later.
    writer.append(signed: Int(changed &- modified))
  }

  /// The status of a regular file.
  fileprivate init?(_ reader: inout ByteReader) {
    guard let device = reader.word(), let number = reader.word(), let size = reader.number(),
      let modified = reader.fixed().map({ Int64(bitPattern: $0) }), let later = reader.signed()
    else { return nil }
    self.init(
      device: device, number: number, size: size, modified: modified, changed: modified &+ Int64(later),
      kind: .regular)
  }
}

extension FileProblem {
  /// The problems that have no values, each at its number.
  private static let plain: [FileProblem] = [
    .brokenLink, .linkCycle, .linkOutside, .folderOutside, .linkAgain, .folder, .special, .nameNotUTF8, .gone,
    .changing, .sameName,
  ]

  private var number: Int {
    switch self {
    case .brokenLink: 0
    case .linkCycle: 1
    case .linkOutside: 2
    case .folderOutside: 3
    case .linkAgain: 4
    case .folder: 5
    case .special: 6
    case .nameNotUTF8: 7
    case .gone: 8
    case .changing: 9
    case .sameName: 10
    case .refused: 11
    case .tooLarge: 12
    }
  }

  fileprivate func encode(_ writer: inout ByteWriter) {
    writer.append(number)
    switch self {
    case .refused(let code):
      writer.append(signed: Int(code))
    case .tooLarge(let bytes, let limit):
      writer.append(bytes)
      writer.append(limit)
    default:
      break
    }
  }

  fileprivate init?(_ reader: inout ByteReader) {
    guard let number = reader.number() else { return nil }
    switch number {
    case Self.plain.indices:
      self = Self.plain[number]
    case 11:
      guard let code = reader.signed().flatMap({ Int32(exactly: $0) }) else { return nil }
      self = .refused(code)
    case 12:
      guard let bytes = reader.number(), let limit = reader.number() else { return nil }
      self = .tooLarge(bytes: bytes, limit: limit)
    default:
      return nil
    }
  }
}
