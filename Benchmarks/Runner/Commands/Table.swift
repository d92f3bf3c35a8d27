import Foundation

/// `benchmark table`: measures the rows of the table "Speed" and prints it.
///
/// `--smoke yes` measures tiny sets once, and fails when something cannot be run, whatever the figures are.
enum Table {
  static func run(_ arguments: Arguments) throws {
    let isSmoke = arguments.values["smoke"] != nil
    let bench = Bench(
      stopwatch: Stopwatch(programs: try programs(), scratch: try scratch(arguments)),
      activities: try arguments.value("activities", default: isSmoke ? 50 : 10_000),
      rounds: try arguments.value("rounds", default: isSmoke ? 1 : 7),
      growth: try arguments.value("growth", default: isSmoke ? 2 : 10),
      package: URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
    let only = arguments.values["only"].map { Set($0.split(separator: ",").map(String.init)) }
    print("\(bench.activities) activities, medians of \(bench.rounds) paired runs\n")
    print("| what | target | seen | |\n|---|---|---|---|")
    var failures: [String] = []
    for row in Row.all where only?.contains(row.name) ?? true {
      do {
        let seen = try row.measure(bench)
        show(row, seen.text, isSmoke ? "ran" : seen.isMet ? "met" : "**missed**")
      } catch let missing as Missing {
        show(row, "not measured: \(missing.what) is not there", "–")
        if isSmoke, missing.what == "metrolint" { failures.append("\(row.name): metrolint is not built") }
      } catch let stop as Stop {
        show(row, "failed", "**failed**")
        failures.append("\(row.name): \(stop.message)")
      }
    }
    guard failures.isEmpty else { throw Stop("\n" + failures.joined(separator: "\n")) }
  }

  private static func show(_ row: Row, _ seen: String, _ verdict: String) {
    print("| \(row.what) | \(row.target) | \(seen) | \(verdict) |")
    fflush(nil)
  }

  private static func programs() throws -> URL {
    guard let own = Bundle.main.executableURL else { throw Stop("this program does not know where it is") }
    return own.resolvingSymlinksInPath().deletingLastPathComponent()
  }

  private static func scratch(_ arguments: Arguments) throws -> URL {
    let folder =
      arguments.values["scratch"].map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.temporaryDirectory.appendingPathComponent("metrolint-benchmark")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
