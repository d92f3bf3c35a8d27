import BenchmarkData
import Foundation

extension Row {
  static let editor = Row(
    name: "editor", what: "a keystroke to its diagnostics, in a set of 10,000 files",
    target: "20 ms at the median, 50 ms at the 99th percentile; twice the memory of a check"
  ) { bench in
    let folder = try bench.usual()
    let paths = try files(below: folder + "/activities").sorted()
    let path = paths[paths.count / 2]
    let session = try TypingSession(bench.metrolint("lsp"), folder: folder)
    try session.open(path)
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    guard let code = lines.firstIndex(where: { $0.hasPrefix("outcomes: [") }) else {
      throw Stop("\(path) has no outcomes in one line")
    }
    var times: [Double] = []
    // A letter in the title, which moves everything, and a digit in a code, which breaks it; each typed and taken away.
    for _ in 0..<bench.rounds * 20 {
      for (line, column) in [(0, "title: ".count + 1), (code, "outcomes: [".count + 2)] {
        times.append(try session.type("7", in: path, line: line, from: column, to: column))
        times.append(try session.type("", in: path, line: line, from: column, to: column + 1))
      }
    }
    let memory = session.memory
    try session.end()
    let sorted = times.sorted().map { $0 * 1000 }
    let (median, worst) = (times.median * 1000, sorted[min(sorted.count - 1, sorted.count * 99 / 100)])
    let check = try bench.coldCheck(folder).memory
    let share = memory.map { Double($0) / Double(check) }
    return Seen(
      text: "\(shown(median, 1)) ms, \(shown(worst, 1)) ms"
        + (share.map { "; \(shown($0, 1)) times the memory of a check" } ?? ""),
      isMet: median <= 20 && worst <= 50 && share.map { $0 <= 2 } != false)
  }
}
