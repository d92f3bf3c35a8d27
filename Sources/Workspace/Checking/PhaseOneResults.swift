import Findings
import RuleEngine

/// What phase one says of all files of a set, in the order of their paths.
enum PhaseOneResults: Sendable {
  /// As it was found.
  case found([PhaseOne.Result])
  /// As the cache has it, without the rows of the facts.
  case known(ResultsReader)

  /// How many files there are.
  var count: Int {
    switch self {
    case .found(let results): results.count
    case .known(let reader): reader.count
    }
  }

  /// The results of all files.
  var all: [PhaseOne.Result] {
    switch self {
    case .found(let results): results
    case .known(let reader): (0..<reader.count).map { reader.result($0) }
    }
  }

  /// The result of the file with a number.
  func result(_ number: Int) -> PhaseOne.Result {
    switch self {
    case .found(let results): results[number]
    case .known(let reader): reader.result(number)
    }
  }

  /// What there is to say of files by themselves, with their numbers: of most there is nothing.
  var said: [(number: Int, said: PhaseOne.Result.Said)] {
    var said: [(Int, PhaseOne.Result.Said)] = []
    switch self {
    case .found(let results):
      for number in results.indices {
        if let next = results[number].said { said.append((number, next)) }
      }
    case .known(let reader):
      for (part, start) in zip(reader.parts, reader.starts) {
        for place in part.indices {
          if let next = part[place].said { said.append((start + place, next)) }
        }
      }
    }
    return said
  }

  /// The files as a report has them.
  var files: [Report.File] {
    switch self {
    case .found(let results): return results.map { Report.File($0.facts) }
    case .known(let reader):
      let heads = (0..<reader.heads.count).map { Report.File(reader.heads[$0]) }
      var files: [Report.File] = []
      files.reserveCapacity(reader.count)
      for part in reader.parts {
        for place in part.indices {
          var file = heads[part[place].head]
          file.path = part[place].path
          files.append(file)
        }
      }
      return files
    }
  }

  /// Which rules and queries selected anything in some file, as facts have it.
  var selecting: [UInt64] {
    switch self {
    case .found(let results):
      var selecting: [UInt64] = []
      for index in results.indices { results[index].facts.addSelecting(to: &selecting) }
      return selecting
    case .known(let reader): return reader.heads.selecting
    }
  }
}
