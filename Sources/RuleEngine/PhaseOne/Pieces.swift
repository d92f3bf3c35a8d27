import Findings
package import SourceText
import YAML

// A large file of many documents is checked in pieces, each by whoever has time, and what is said of them put together:
// the same, byte for byte, as of the whole.

extension FileChecker {
  /// How many bytes a piece of a large file has: what is made of it stays in the cache of a processor, and takes no blocks of
  /// memory that are given back to the system after each piece.
  package static let pieceBytes = 1 << 17

  /// What phase one says of a piece of a file.
  package struct PieceResult: Sendable {
    /// What is said, with nodes and documents counted from the piece's beginning.
    fileprivate var file: FileResult
    /// How many nodes it has.
    fileprivate var nodes: Int
    /// How many problems it has as YAML.
    fileprivate var problems: Int
    /// For each of the keys that count within the file, those that it has; nothing when rows are made of all.
    fileprivate var keys: [PieceKeys] = []
    /// Its number in the reading of those who check it; nothing when its rows are still to be read.
    package fileprivate(set) var reading: Int?
  }

  /// Checks one of `source.pieces(of:)`.
  ///
  /// - Parameter isSharing: whether it is checked again, being one of `sharingPieces`.
  /// - Returns: nothing when the file has to be checked as a whole.
  package func check(
    _ source: SourceText, piece: ByteRange, path: String, sources: [Int], isSharing: Bool = false,
    _ memory: inout CheckMemory
  ) -> PieceResult? {
    guard source.bytes.count <= limits.fileBytes,
      let loaded = loadYAML(source, piece: piece, limits: limits, &memory.loading),
      let tree = loaded.tree
    else { return nil }
    let known = memory.reading?.fileCount
    var result = PieceResult(
      file: check(
        tree, path: path, sources: sources, problems: findings(of: loaded, path: path),
        of: isSharing ? .sharingPiece : .piece, &memory),
      nodes: tree.nodeCount, problems: loaded.problems.count)
    swap(&result.keys, &memory.collected.pieceKeys)
    if memory.reading?.fileCount != known { result.reading = known }
    return result
  }

  /// The pieces that have to be checked again, by number, rising: a key that counts within the file may be another's, too.
  ///
  /// - Parameter pieces: all of a file, in order, each checked once.
  package func sharingPieces(_ pieces: [PieceResult]) -> [Int] {
    var sharing: Set<Int> = []
    for key in pieces.first?.keys.indices ?? 0..<0 {
      sharing.formUnion(PieceKeys.sharing(pieces.map { $0.keys[key] }))
    }
    return sharing.sorted()
  }

  /// What phase one says of a file all of whose pieces are here, in order; there is at least one. Its `sharingPieces` were
  /// checked again.
  ///
  /// - Returns: nothing when it has to be checked as a whole.
  package func result(of pieces: [PieceResult], path: String, sources: [Int]) -> FileResult? {
    // Of each kind of problem only so many are told of a file.
    guard pieces.reduce(0, { $0 + $1.problems }) < Problem.mostOfAKind else { return nil }
    var findings: [Finding] = []
    var notChecked: Set<NotChecked> = []
    var documents = 0
    for piece in pieces {
      findings += piece.file.findings.map { finding in
        var finding = finding
        finding.document += documents
        return finding
      }
      notChecked.formUnion(piece.file.notChecked)
      documents += piece.file.facts.documents
    }
    let isOverMost =
      findings.count > FindingRoom.most
      && Set(findings.map(\.rule)).contains { rule in
        findings.count { $0.rule == rule } > FindingRoom.most
      }
    guard !isOverMost else { return nil }
    return FileResult(
      facts: FileFacts(
        pieces: pieces.map { ($0.file.facts, $0.nodes) }, path: path, sources: sources, documents: documents),
      findings: findings.sorted(), notChecked: notChecked.sorted())
  }
}

extension FileFacts {
  /// The facts of a file out of those of its pieces, each with the number of its nodes.
  fileprivate init(pieces: [(facts: FileFacts, nodes: Int)], path: String, sources: [Int], documents: Int) {
    let isKnown = pieces.allSatisfy { $0.facts.state == .known }
    var head = Head(sources: sources.asSources, state: isKnown ? .known : .partial, documents: documents)
    var parts: [FactRows.Piece] = []
    var nodes = 0
    for piece in pieces {
      parts.append(FactRows.Piece(rows: piece.facts.rows, nodesBefore: nodes))
      head.refused += piece.facts.refused.map { $0 &+ UInt32(truncatingIfNeeded: nodes) }
      nodes += piece.nodes
      head.selecting.formUnion(piece.facts.selecting)
    }
    head.doubted = Set(pieces.flatMap(\.facts.doubted)).sorted()
    self.init(path: path, head, rows: FactRows(parts))
  }
}
