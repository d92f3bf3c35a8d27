/// Takes messages out of a stream of bytes: each has headers, an empty line, and as many bytes of content as
/// `Content-Length` says. (LSP 3.17, base protocol.)
struct FrameReader {
  /// What comes out of the stream.
  enum Frame: Sendable, Hashable {
    /// The content of a message.
    case content([UInt8])
    /// Something that is no message: why, without a final stop.
    case broken(String)
  }

  /// A longer message is refused.
  static let greatestLength = 1 << 30
  /// Longer headers are none.
  private static let mostHeaderBytes = 1 << 14
  private static let lengthHeader = Array("content-length:".utf8)

  private var bytes: [UInt8] = []
  /// Where what was not yet read begins in `bytes`.
  private var start = 0
  /// How far headers were looked for.
  private var searched = 0
  /// The length of the content that is being waited for.
  private var awaited: Int?
  /// Whether what comes is skipped until the next header that gives a length.
  private var isLost = false

  /// Takes bytes in, and gives the frames that are complete now.
  mutating func take(_ more: [UInt8]) -> [Frame] {
    bytes += more
    var frames: [Frame] = []
    while let frame = next() { frames.append(frame) }
    if start > 1 << 16 || start == bytes.count {
      bytes.removeFirst(start)
      searched -= start
      start = 0
    }
    return frames
  }

  private mutating func next() -> Frame? {
    while true {
      if let length = awaited {
        guard bytes.count - start >= length else { return nil }
        let content = Array(bytes[start..<start + length])
        move(to: start + length)
        awaited = nil
        return .content(content)
      }
      if isLost, !findHeader() { return nil }
      guard let end = endOfHeaders() else {
        guard bytes.count - start > FrameReader.mostHeaderBytes else { return nil }
        return lose("the headers of a message do not end")
      }
      let headers = bytes[start..<end.headers]
      switch FrameReader.length(headers) {
      case .success(let length):
        move(to: end.content)
        awaited = length
      case .failure(let mistake):
        return lose(mistake.reason)
      }
    }
  }

  private mutating func move(to place: Int) {
    start = place
    searched = place
  }

  /// Gives up what is here; the next header that gives a length begins the next message.
  private mutating func lose(_ reason: String) -> Frame {
    isLost = true
    // Something must go, or the same would be found again.
    move(to: min(start + 1, bytes.count))
    return .broken(reason)
  }

  /// Skips what is before the next header that gives a length; false when there is none yet.
  private mutating func findHeader() -> Bool {
    let length = FrameReader.lengthHeader.count
    var place = start
    while place + length <= bytes.count {
      if bytes[place] | 0x20 == FrameReader.lengthHeader[0], isHeader(at: place) {
        move(to: place)
        isLost = false
        return true
      }
      place += 1
    }
    move(to: place)
    return false
  }

  private func isHeader(at place: Int) -> Bool {
    zip(FrameReader.lengthHeader, bytes[place...]).allSatisfy {
      $0 == ($1 >= 0x41 && $1 <= 0x5A ? $1 | 0x20 : $1)
    }
  }

  /// Where the headers end and the content begins; nothing when the empty line is not there yet. Lines may end in LF
  /// alone, as those do that people type.
  private mutating func endOfHeaders() -> (headers: Int, content: Int)? {
    var place = max(start, searched - 3)
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\n") {
        if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\n") { return (place, place + 2) }
        if place + 2 < bytes.count, bytes[place + 1] == UInt8(ascii: "\r"),
          bytes[place + 2] == UInt8(ascii: "\n")
        {
          return (place, place + 3)
        }
      }
      place += 1
    }
    searched = bytes.count
    return nil
  }

  private struct HeaderMistake: Error {
    let reason: String
  }

  private static func length(_ headers: ArraySlice<UInt8>) -> Result<Int, HeaderMistake> {
    for line in headers.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        return .failure(HeaderMistake(reason: "a header of a message has no colon"))
      }
      guard text[..<colon].lowercased() == "content-length" else { continue }
      let digits = text[text.utf8.index(after: colon)...].filter { !$0.isWhitespace }
      guard let length = Int(digits), length >= 0 else {
        return .failure(HeaderMistake(reason: "Content-Length is no number of bytes"))
      }
      guard length <= greatestLength else {
        return .failure(
          HeaderMistake(reason: "a message of \(length) bytes is longer than \(greatestLength)"))
      }
      return .success(length)
    }
    return .failure(HeaderMistake(reason: "a message has no Content-Length"))
  }
}
