import Foundation

/// A made-up data set in the layout of the Metropolis data set. The same values give the same bytes.
package struct DataSet: Sendable, Hashable {
  /// What the texts are written in.
  package enum Script: String, Sendable, CaseIterable {
    /// ASCII alone.
    case ascii
    /// Many scripts, in characters of one to four bytes.
    case many
  }

  /// The number of activities, at least 1.
  package var activities: Int

  /// How many of them a file has, each a YAML document; 0 means all in one file.
  package var documentsPerFile: Int

  /// The share of activities, from 0 to 1, that have a mistake. Without any, the set is clean.
  package var mistakes: Double

  /// What the texts are written in.
  package var script: Script

  /// What the made-up values come from.
  package var seed: UInt64

  /// A data set; what is not given is as in most sets: one document a file, clean, in ASCII.
  package init(
    activities: Int, documentsPerFile: Int = 1, mistakes: Double = 0, script: Script = .ascii,
    seed: UInt64 = 1
  ) {
    self.activities = max(1, activities)
    self.documentsPerFile = documentsPerFile
    self.mistakes = mistakes
    self.script = script
    self.seed = seed
  }

  /// A folder name that tells the sets apart.
  package var name: String {
    "\(activities)-by-\(documentsPerFile)-\(script)-\(mistakes)-\(seed)"
  }

  /// Writes the set into `folder`, which is made when it is not there. Nothing of it is kept in memory but the
  /// file being made.
  ///
  /// - Throws: what Foundation throws when the folder cannot be written to.
  package func write(to folder: String) throws {
    let folder = Folder(path: folder)
    try forEachFile { path, text in try folder.write(text, to: path) }
  }

  /// The files of the set in memory, as they are written, with their paths from its root.
  package func files() -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    forEachFile { path, text in files.append((path, Array(text.utf8))) }
    return files
  }

  /// Calls `body` with each file: the network, the activities, and at last the report about them.
  private func forEachFile(_ body: (_ path: String, _ text: String) throws -> Void) rethrows {
    let network = Network(vocabulary: vocabulary)
    for file in network.files { try body(file.path, file.text) }
    var used = Used()
    var random = RandomNumbers(seed: seed)
    let perFile = documentsPerFile == 0 ? activities : documentsPerFile
    for first in stride(from: 0, to: activities, by: perFile) {
      // A file's name begins with the date of its activities, so those of one file share it.
      let day = Day(offset: random.below(Day.count))
      var text = ""
      for number in first..<min(first + perFile, activities) {
        let activity = Activity(
          number, of: activities, day: day, network: network, vocabulary: vocabulary, random: &random)
        let mistake = random.happens(mistakes) ? Mistake.allCases[random.below(Mistake.allCases.count)] : nil
        used.add(activity)
        if number > first { text += "---\n" }
        text += activity.yaml(network, mistake: mistake)
      }
      try body("activities/\(day.month)/\(day)-activity-\(first).yaml", text)
    }
    try body("report.yaml", network.report(used))
  }

  private var vocabulary: Vocabulary { script == .ascii ? .ascii : .manyScripts }
}

/// Which members, outcomes and challenges the activities named so far.
struct Used {
  var members: Set<Int> = []
  var outcomes: Set<Int> = []
  var challenges: Set<Int> = []
  /// The people of all activities together.
  var participants = 0

  mutating func add(_ activity: Activity) {
    members.formUnion(activity.members)
    outcomes.formUnion(activity.outcomes)
    challenges.formUnion(activity.challenges)
    participants += activity.participants ?? 0
  }
}

/// The folder of a data set, which makes the folders inside when they are first needed.
private final class Folder {
  private let path: String
  private var made: Set<Substring> = []

  init(path: String) {
    self.path = path
  }

  func write(_ text: String, to file: String) throws {
    let parent = file.lastIndex(of: "/").map { file[..<$0] } ?? ""
    if made.insert(parent).inserted {
      try FileManager.default.createDirectory(atPath: "\(path)/\(parent)", withIntermediateDirectories: true)
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(file)"))
  }
}
