import BenchmarkData

/// `benchmark generate`: writes a made-up data set into a folder.
enum Generate {
  static func run(_ arguments: Arguments) throws {
    guard let folder = arguments.rest.first else { throw Stop("generate needs a folder") }
    try DataSet(arguments).write(to: folder)
  }
}

extension DataSet {
  /// The set that the options ask for.
  init(_ arguments: Arguments) throws(Stop) {
    let script = try arguments.value("script", default: Script.ascii.rawValue)
    guard let script = Script(rawValue: script) else { throw Stop("--script is ascii or many") }
    self.init(
      activities: try arguments.value("activities", default: 10_000),
      documentsPerFile: try arguments.value("documents", default: 1),
      mistakes: try arguments.value("mistakes", default: 0), script: script,
      seed: try arguments.value("seed", default: 1))
  }
}
