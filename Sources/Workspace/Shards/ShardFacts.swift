import Findings
import RuleEngine

extension Check {
  /// Phase one for a part of the files: all that a join needs of them, as the bytes of a file. The same files give the
  /// same bytes on every machine.
  package func facts(of shard: Shard) async -> [UInt8] {
    let files = Inventory(dataSet).files.filter { shard.contains($0.path) }
    var writer = ResultsWriter(ResultsKey(dataSet), shard: shard)
    for result in await PhaseOne(self).run(files).results {
      // Where a file lies on a disk says nothing elsewhere.
      writer.append(result.with(status: nil), isSettled: false)
    }
    return writer.finish(joined: nil)
  }
}
