import BenchmarkData
import Foundation
import YAML

/// `benchmark engines`: each library alone, held against libyaml's bare events of the same texts.
///
/// Processor time is taken, since the texts are in memory and nothing waits. `--only yaml,jsonpath` and
/// `--what load` choose; `--folder F`
/// for other texts than made-up activities; `--smoke yes` for a few, once; `--alone yes` leaves libyaml's share
/// out, for a profile.
enum Engines {
  static func run(_ arguments: Arguments) throws {
    let isSmoke = arguments.values["smoke"] != nil
    let rounds = try arguments.value("rounds", default: isSmoke ? 1 : 7)
    let what = arguments.values["what"] ?? ""
    let isAlone = arguments.values["alone"] != nil
    let only = arguments.values["only"].map { Set($0.split(separator: ",").map(String.init)) }
    let corpus = try corpus(arguments, activities: isSmoke ? 10 : 2_000)
    let count = Double(corpus.activities.reduce(0) { $0 + $1.documents.count })
    print("\(Int(count)) activities, medians of \(rounds) rounds, each beside libyaml's events\n")
    print("| engine | what | µs an activity | libyaml's events are 1 |\n|---|---|---|---|")
    for engine in Engine.all where only?.contains(engine.name) ?? true {
      for measure in try engine.measures(corpus) where what.isEmpty || measure.name.contains(what) {
        var times: [Double] = []
        var ratios: [Double] = []
        for _ in 0..<max(1, rounds) {
          let floor = isAlone ? .nan : seconds { Engine.floor(corpus) }
          times.append(seconds(measure.body))
          ratios.append(times[times.count - 1] / floor)
        }
        print(
          "| \(engine.name) | `\(measure.name)` | \(shown(times.median / count * 1e6)) | \(shown(ratios.median, 3)) |"
        )
      }
    }
  }

  private static func corpus(_ arguments: Arguments, activities: Int) throws -> Corpus {
    let package = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    let files: [(path: String, bytes: [UInt8])]
    if let folder = arguments.values["folder"] {
      guard let paths = FileManager.default.enumerator(atPath: folder) else {
        throw Stop("no folder \(folder)")
      }
      files = try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted().map {
        ($0, [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))))
      }
    } else {
      files = DataSet(activities: activities).files().filter { !$0.path.hasPrefix(".") }
    }
    let corpus = Corpus(files, package: package)
    guard !corpus.activities.isEmpty else { throw Stop("there are no activities to measure with") }
    return corpus
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    return max(Double(clock() - start), 1) / Double(CLOCKS_PER_SEC)
  }
}
