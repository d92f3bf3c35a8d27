import BenchmarkData
import Foundation

extension Row {
  static let validate = Row(
    name: "validate", what: "metrolint validate with the activity's schema, wall time",
    target: "≤ 2.0 × the C loop"
  ) { bench in
    let folder = try bench.usual() + "/activities"
    let command = try bench.metrolint("validate", "--schema", bench.schema) + files(below: folder)
    let runs = try paired(
      rounds: bench.rounds, { try bench.stopwatch.run(command) }, over: { try bench.loop(folder) })
    return ratio(runs, \.wall, atMost: 2.0)
  }

  static let validatePeer = Row(
    name: "validate-peer", what: "metrolint validate against check-jsonschema, wall time",
    target: "≥ 50 times faster"
  ) { bench in
    let files = try files(below: bench.usual() + "/activities")
    let peer = [try bench.peer("check-jsonschema"), "--schemafile", bench.schema] + files
    return try faster(
      bench, bench.metrolint("validate", "--schema", bench.schema) + files, than: peer, times: 50)
  }

  static let yamllint = Row(
    name: "yamllint", what: "whole check against yamllint, wall time", target: "≥ 100 times faster"
  ) { bench in
    let folder = try bench.usual()
    let peer = [try bench.peer("yamllint"), "-d", "relaxed", folder]
    return try faster(bench, bench.metrolint("check", folder, "--no-cache"), than: peer, times: 100)
  }

  static let checkJSONSchema = Row(
    name: "check-jsonschema", what: "whole check against check-jsonschema, wall time",
    target: "≥ 100 times faster"
  ) { bench in
    let folder = try bench.usual()
    let peer =
      try [bench.peer("check-jsonschema"), "--schemafile", bench.schema]
      + files(below: folder + "/activities")
    return try faster(bench, bench.metrolint("check", folder, "--no-cache"), than: peer, times: 100)
  }

  static let script = Row(
    name: "script", what: "whole check against a careful script, wall time", target: "≥ 10 times faster"
  ) { bench in
    let folder = try bench.usual()
    let script = bench.package.appendingPathComponent("Benchmarks/peers/check.py").path
    let peer = [try bench.peer("python3"), script, bench.schema, folder]
    return try faster(bench, bench.metrolint("check", folder, "--no-cache"), than: peer, times: 10)
  }

  /// Peers take a minute: one run of each is enough.
  private static func faster(
    _ bench: Bench, _ ours: [String], than peer: [String], times: Double
  ) throws -> Seen {
    let theirs = try bench.stopwatch.run(peer).wall
    let ours = try (0..<max(1, bench.rounds)).map { _ in try bench.stopwatch.run(ours).wall }.median
    return Seen(
      text: "\(shown(theirs / ours, 0)) times (\(shown(theirs)) s against \(shown(ours, 3)) s)",
      isMet: theirs >= times * ours)
  }
}

extension Bench {
  /// The schema of an activity.
  var schema: String { package.appendingPathComponent("Benchmarks/peers/activity.schema.json").path }
}

/// The YAML files below a folder, sorted.
func files(below folder: String) throws -> [String] {
  guard let paths = FileManager.default.enumerator(atPath: folder) else {
    throw Stop("\(folder) cannot be read")
  }
  return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted().map {
    "\(folder)/\($0)"
  }
}
