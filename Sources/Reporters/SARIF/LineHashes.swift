/// The hashes by which GitHub tells findings apart: of each line, its text and what follows.
///
/// GitHub's upload action adds them to logs without them and compares those of others with its own, so they are
/// counted as its `src/fingerprints.ts` describes: a hash of the 100 UTF-16 code units that are neither blanks
/// nor tabs from the line's first on, every line break being LF and the file's end being U+FFFF, then zeros.
struct LineHashes {
  private static let window = 100
  private static let factor: UInt64 = 37
  private static let endOfFile: UInt16 = 0xFFFF

  /// The hash of each line, and how many lines up to it have the same.
  private var lines: [(hash: UInt64, count: Int)] = []
  private var counts: [UInt64: Int] = [:]

  /// The last units, in a ring, and at which of them a line starts.
  private var units = [UInt16](repeating: 0, count: window)
  private var startsLine = [Bool](repeating: false, count: window)
  private var next = 0
  private var hash: UInt64 = 0

  /// What the unit that leaves the window has become a multiple of: the factor to the power of the window.
  private let oldest = (0..<window).reduce(UInt64(1)) { power, _ in power &* factor }

  /// The hashes of a file with this text.
  init(_ bytes: [UInt8]) {
    var isLineStart = true
    var followsCR = false
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      let isSecondOfBreak = followsCR && unit == 0x0A
      followsCR = false
      if unit == 0x20 || unit == 0x09 || isSecondOfBreak { continue }
      followsCR = unit == 0x0D
      let isBreak = unit == 0x0D || unit == 0x0A
      add(isBreak ? 0x0A : unit, startsLine: isLineStart)
      isLineStart = isBreak
    }
    add(Self.endOfFile, startsLine: isLineStart)
    for _ in 0..<Self.window { add(0, startsLine: false) }
  }

  /// The hash of `line`, from 1, with which of the lines with this hash it is.
  func hash(ofLine line: Int) -> String {
    guard lines.indices.contains(line - 1) else { return "0:1" }
    let (hash, count) = lines[line - 1]
    return "\(String(hash, radix: 16)):\(count)"
  }

  private mutating func add(_ unit: UInt16, startsLine isStart: Bool) {
    if startsLine[next] {
      counts[hash, default: 0] += 1
      lines.append((hash, counts[hash, default: 0]))
    }
    hash = hash &* Self.factor &+ UInt64(unit) &- oldest &* UInt64(units[next])
    units[next] = unit
    startsLine[next] = isStart
    next = (next + 1) % Self.window
  }
}
