import Findings
import RuleEngine

extension Check {
  /// Phase one for a part of the files: all that a join needs of them, as the bytes of a file. The same files give the
  /// same bytes on every machine.
  package func facts(of shard: Shard) async -> [UInt8] {
    let files = Inventory(dataSet).files.filter { shard.contains($0.path) }
    var writer = ResultsWriter(ResultsKey(dataSet), shard: shard)
    for var result in await PhaseOne(self).run(files) {
      // Where a file lies on a disk says nothing elsewhere.
      result.status = nil
      writer.append(result, isSettled: false)
    }
    return writer.finish(joined: nil)
  }
}
