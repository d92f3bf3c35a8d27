import BenchmarkData
import Foundation
import Workspace

extension CachedSet {
  /// A check of the set as it is now.
  func plainCheck(_ options: DataSetOptions = DataSetOptions()) async throws -> Check {
    let environment = Environment(files: DiskFiles(), workingFolder: root)
    return Check(try await dataSet(options), options: CheckOptions(), environment: environment)
  }

  /// Takes the facts of a shard, and gives the path of their file.
  func takeFacts(_ shard: Shard, options: DataSetOptions = DataSetOptions()) async throws -> String {
    let path = "\(folder.path)/\(shard.index)-of-\(shard.count).facts"
    try Data(await plainCheck(options).facts(of: shard)).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Takes the facts of all shards, and gives the paths of their files.
  func takeFacts(_ count: Int) async throws -> [String] {
    var paths: [String] = []
    for index in 1...count {
      if let shard = Shard(index: index, count: count) { paths.append(try await takeFacts(shard)) }
    }
    return paths
  }

  /// A check by the facts of shards, joined in any order.
  func checkInShards(_ count: Int, _ numbers: inout RandomNumbers) async throws -> Check.Outcome {
    let paths = try await takeFacts(count).shuffled(using: &numbers)
    return try await plainCheck().run(joining: paths)
  }
}
