/// What a made-up network has whatever the number of its activities: plan, members, partners and staff.
struct Network: Sendable {
  /// An outcome of the plan and the line that it belongs to.
  struct Outcome: Sendable {
    let line: String
    let code: String
  }

  /// The ids of the regions, in the order of their files.
  static let regions = [
    "africa", "asia-pacific", "europe", "latin-america-and-the-caribbean", "north-america",
  ]

  let outcomes: [Outcome]
  let challenges: [String]
  let members: [String]
  let alliances: [String]
  let officers: [String]

  init(vocabulary: Vocabulary) {
    outcomes = (0..<54).map { index in
      let line = "L\(index / 18 + 1)"
      return Outcome(line: line, code: "\(line)A\(index / 6 % 3 + 1)D\(index % 6 + 1)")
    }
    challenges = (0..<12).map { "\($0 / 3 + 1).\($0 % 3 + 1)" }
    members = (0..<141).map { name($0) + vocabulary.nameEndings[$0 % vocabulary.nameEndings.count] }
    alliances = (0..<30).map { "Alliance \(name($0 * 7 + 3))" }
    officers = Self.regions.map { "Officer of \($0)" }
  }

  /// The members of the region at `index`, in the order of their names.
  func members(ofRegion index: Int) -> [String] {
    stride(from: index, to: members.count, by: Self.regions.count).map { members[$0] }
  }
}

/// A name of three syllables; a larger number (up to 8,000) has a name that a reader sorts later.
private func name(_ number: Int) -> String {
  let (first, second, third) = (number / 400 % 20, number / 20 % 20, number % 20)
  return "\(syllables[first])\(syllables[second])\(syllables[third])".capitalizedFirst
}

private let syllables = [
  "ba", "be", "bi", "da", "de", "di", "ga", "ge", "gi", "ka", "ke", "ki", "ma", "me", "mi", "ra", "re", "ri",
  "ta", "te",
]

extension String {
  fileprivate var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
