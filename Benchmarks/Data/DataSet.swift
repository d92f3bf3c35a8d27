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
    let network = network
    for file in network.files { try folder.write(file.text, to: file.path) }
    var used = Used()
    try forEachFile(of: network) { path, text, activities in
      for activity in activities { used.add(activity) }
      try folder.write(text, to: path)
    }
    try folder.write(network.report(used), to: "report.yaml")
  }

  /// The texts of the files of activities, in bytes.
  package func texts() -> [[UInt8]] {
    var texts: [[UInt8]] = []
    forEachFile(of: network) { _, text, _ in texts.append(Array(text.utf8)) }
    return texts
  }

  private var vocabulary: Vocabulary { script == .ascii ? .ascii : .manyScripts }

  private var network: Network { Network(vocabulary: vocabulary) }

  private func forEachFile(
    of network: Network, _ body: (_ path: String, _ text: String, _ activities: [Activity]) throws -> Void
  ) rethrows {
    let vocabulary = vocabulary
    var random = RandomNumbers(seed: seed)
    let perFile = documentsPerFile == 0 ? activities : documentsPerFile
    for first in stride(from: 0, to: activities, by: perFile) {
      // A file's name begins with the date of its activities, so those of one file share it.
      let day = Day(offset: random.below(Day.count))
      var text = ""
      var made: [Activity] = []
      for number in first..<min(first + perFile, activities) {
        let activity = Activity(
          number, of: activities, day: day, network: network, vocabulary: vocabulary, random: &random)
        let mistake = random.happens(mistakes) ? Mistake.allCases[random.below(Mistake.allCases.count)] : nil
        if number > first { text += "---\n" }
        text += activity.yaml(network, mistake: mistake)
        made.append(activity)
      }
      try body("activities/\(day.month)/\(day)-activity-\(first).yaml", text, made)
    }
  }
}

/// Which members, outcomes and challenges the activities named so far.
struct Used {
  var members: Set<Int> = []
  var outcomes: Set<Int> = []
  var challenges: Set<Int> = []

  mutating func add(_ activity: Activity) {
    members.formUnion(activity.members)
    outcomes.formUnion(activity.outcomes)
    challenges.formUnion(activity.challenges)
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
