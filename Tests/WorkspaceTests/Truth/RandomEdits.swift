import BenchmarkData
import Foundation

extension CachedSet {
  /// Does to the set one of the things that people and programs do to files, good or bad.
  func edit(_ numbers: inout RandomNumbers) throws {
    let paths = files
    guard let path = paths.randomElement(using: &numbers),
      let other = paths.randomElement(using: &numbers)
    else { return }
    var lines = try text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
    let line = Int.random(in: 0..<max(1, lines.count), using: &numbers)
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0: try remove(path)
    case 1: try write(text(of: path), to: "activities/2021-01/2021-01-0\(line % 9 + 1)-copy.yaml")
    case 2: try write(text(of: path) + "\n", to: "stray-\(line).yaml")
    case 3: try write(text(of: other), to: path)
    case 4: try write("", to: path)
    case 5: try write(String(text(of: path).dropLast(line)), to: path)
    case 6: try write(text(of: path), to: path)
    case 7: try write("# metrolint: disable-file -- for now\n" + text(of: path), to: path)
    case 8:
      lines[line] += "  # metrolint: disable-line"
      try write(lines.joined(separator: "\n"), to: path)
    case 9:
      lines.swapAt(line, Int.random(in: 0..<lines.count, using: &numbers))
      try write(lines.joined(separator: "\n"), to: path)
    case 10:
      try remove(path)
      try folder.link("set/" + path, to: numbers.next() % 2 == 0 ? "\(root)/\(other)" : "nowhere.yaml")
    default:
      let digit = Character(String(numbers.next() % 10))
      lines[line] = Substring(String(lines[line].map { $0.isNumber ? digit : $0 }))
      try write(lines.joined(separator: "\n"), to: path)
    }
  }

  /// The files of the set that are there and are text, from the root, sorted.
  private var files: [String] {
    let all = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") && (try? text(of: $0)) != nil }.sorted()
  }
}
