import BenchmarkData
import Foundation

extension Row {
  static let cold = Row(
    name: "cold", what: "whole check, empty cache, wall time", target: "≤ 1.0 × the C loop"
  ) { bench in
    let folder = try bench.usual()
    let runs = try paired(
      rounds: bench.rounds, { try bench.coldCheck(folder) }, over: { try bench.loop(folder) })
    return ratio(runs, \.wall, atMost: 1.0)
  }

  static let processor = Row(
    name: "processor", what: "the same, processor time", target: "≤ 1.6 × the C loop"
  ) { bench in
    let folder = try bench.usual()
    let runs = try paired(
      rounds: bench.rounds, { try bench.coldCheck(folder) }, over: { try bench.loop(folder) })
    return ratio(runs, \.processor, atMost: 1.6)
  }

  static let large = Row(
    name: "large", what: "the same with six times as many in one file, wall time",
    target: "≤ 1.0 × the C loop"
  ) { bench in
    let folder = try bench.folder(DataSet(activities: 6 * bench.activities, documentsPerFile: 0))
    let runs = try paired(
      rounds: bench.rounds, { try bench.coldCheck(folder) }, over: { try bench.loop(folder) })
    return ratio(runs, \.wall, atMost: 1.0)
  }

  static let warm = Row(
    name: "warm", what: "second check, nothing changed, wall time", target: "≤ 0.2 × the C loop"
  ) { bench in
    let folder = try bench.usual()
    _ = try bench.coldCheck(folder)
    let runs = try paired(
      rounds: bench.rounds, { try bench.warmCheck(folder) }, over: { try bench.loop(folder) })
    return ratio(runs, \.wall, atMost: 0.2)
  }

  static let memory = Row(
    name: "memory", what: "peak memory, and what each further activity adds",
    target: "≤ 64 MiB at 10,000 activities; ≤ 1 KiB each"
  ) { bench in
    let small = try bench.coldCheck(bench.usual()).memory
    let large = try bench.coldCheck(bench.folder(DataSet(activities: bench.activities * bench.growth))).memory
    let each = Double(large - small) / Double(bench.activities * (bench.growth - 1))
    return Seen(
      text: "\(shown(Double(small) / 1024, 1)) MiB; \(shown(each)) KiB each",
      isMet: small <= 64 << 10 && each <= 1)
  }

  static let growth = Row(
    name: "growth", what: "more activities, wall time", target: "100 times as many take ≤ 110 times as long"
  ) { bench in
    let small = try bench.usual()
    let large = try bench.folder(DataSet(activities: bench.activities * bench.growth))
    let runs = try paired(
      rounds: max(1, bench.rounds / 2), { try bench.coldCheck(large) }, over: { try bench.coldCheck(small) })
    let times = runs.map { $0.first.wall / $0.second.wall }.median
    return Seen(
      text: "\(bench.growth) times as many take \(shown(times, 1)) times as long",
      isMet: times <= Double(bench.growth) * 1.1)
  }

  static let start = Row(
    name: "start", what: "one file of the sample set, process start to exit", target: "≤ 10 ms"
  ) { bench in
    let sample = bench.package.appendingPathComponent("Samples/metropolis-2021/plan.yaml").path
    let command = try bench.metrolint("check", sample, "--no-cache")
    let runs = try bench.stopwatch.runs(max(5, bench.rounds * 4), of: command).map { $0.wall * 1000 }
    return Seen(text: "\(shown(runs.median, 1)) ms", isMet: runs.median <= 10)
  }

  /// The median of the rounds' ratios against a bound.
  static func ratio(
    _ runs: [(first: Run, second: Run)], _ value: KeyPath<Run, Double>, atMost bound: Double
  ) -> Seen {
    let ratio = runs.map { $0.first[keyPath: value] / $0.second[keyPath: value] }.median
    let (first, second) = (
      runs.map { $0.first[keyPath: value] }.median, runs.map { $0.second[keyPath: value] }.median
    )
    return Seen(
      text: "\(shown(ratio)) × (\(shown(first * 1000, 0)) ms against \(shown(second * 1000, 0)) ms)",
      isMet: ratio <= bound)
  }
}
