import Foundation
import Testing

/// Expected output beside the tests, as files that only people write.
///
/// To get the bytes of new output, set `METROLINT_ACTUAL` to a folder elsewhere and run the tests: what they
/// see is written there, to be read and then copied.
enum Snapshot {
  private static let folder = Package.tests.appending(path: "ReportersTests/Snapshots")

  /// The names of all snapshots.
  static var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// Holds `actual` against the file `name`, byte for byte.
  static func expect(_ actual: [UInt8], as name: String, location: SourceLocation = #_sourceLocation) throws {
    if let folder = ProcessInfo.processInfo.environment["METROLINT_ACTUAL"] {
      try Data(actual).write(to: URL(filePath: folder).appending(path: name))
    }
    let file = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else {
      Issue.record("there is no file \(name) beside the tests", sourceLocation: location)
      return
    }
    let expected = try [UInt8](Data(contentsOf: file))
    guard actual != expected else { return }
    let (left, right) = (lines(expected), lines(actual))
    let number = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    Issue.record(
      """
      \(name) differs from line \(number + 1)
      expected: \(number < left.count ? left[number] : "(the end)")
      actual:   \(number < right.count ? right[number] : "(the end)")
      """, sourceLocation: location)
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
