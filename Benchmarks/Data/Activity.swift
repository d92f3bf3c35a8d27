/// One made-up activity: the values first, the YAML last.
struct Activity {
  let title: String
  let date: String
  let line: String
  let summary: String
  let members: [Int]
  let outcomes: [Int]
  let challenges: [Int]
  let alliances: [Int]
  let participants: Int?

  /// The activity `number` of `total`, on a day of 2021.
  ///
  /// The first ones share out all outcomes, challenges and alliances among themselves, so that none is left unused even in
  /// a set of ten.
  init(
    _ number: Int, of total: Int, day: Day, network: Network, vocabulary: Vocabulary,
    random: inout RandomNumbers
  ) {
    let words = vocabulary.words
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words[random.below(words.count)] }.joined(separator: " ")
    }
    title = "Activity \(number), \(text(4 + random.below(4)))"
    summary = text(20 + random.below(20))
    date =
      switch random.below(10) {
      case 0: "[\(day), \(day.advanced(by: 3))]"
      case 1, 2: "{start: \(day), end: \(day.advanced(by: 4))}"
      default: "\(day)"
      }

    // The things of the plan that fall to this activity, and some more.
    func some(_ count: Int, of all: Int) -> [Int] {
      let shared = stride(from: number, to: all, by: total)
      return Set(shared).union(random.distinct(count, below: all)).sorted()
    }
    outcomes = some(1, of: network.outcomes.count)
    line = network.outcomes[outcomes[random.below(outcomes.count)]].line
    challenges = some(1 + random.below(3), of: network.challenges.count)
    alliances = some(random.below(3), of: network.alliances.count)
    members = random.distinct(random.below(10), below: network.members.count)
    participants = random.happens(0.2) ? 10 + random.below(2_000) : nil
  }

  /// The activity as a YAML document, with `mistake` in it.
  func yaml(_ network: Network, mistake: Mistake?) -> String {
    var codes = outcomes.map { network.outcomes[$0].code }
    var cities = members.map { network.members[$0] }
    var date = date
    var extra = ""
    switch mistake {
    case .outcome: codes[0] = "\(codes[0])9"
    case .memberCase: cities.append(network.members[outcomes[0]].lowercased())
    case .unknownMember: cities.append("Nowhere \(title.count)")
    case .date: date = "2022-03-08"
    case .field: extra = "organiser: the secretariat\n"
    case .missing: codes = []
    case .type: extra = "participants: many\n"
    case .syntax: extra = "notes: [one, two\n"
    case nil: break
    }

    var text = "title: \(title)\ndate: \(date)\nline: \(line)\nsummary: >\n"
    text += wrapped(summary.split(separator: " "), by: " ", indent: "  ", first: "  ", last: "\n")
    if !cities.isEmpty { text += list("members", cities) }
    if !codes.isEmpty { text += list("outcomes", codes) }
    text += list("challenges", challenges.map { "\"\(network.challenges[$0])\"" })
    if !alliances.isEmpty { text += list("alliances", alliances.map { network.alliances[$0] }) }
    if let participants, mistake != .type { text += "participants: \(participants)\n" }
    return text + extra
  }
}

/// A list in brackets, folded as the samples are.
func list(_ name: String, _ items: [String]) -> String {
  wrapped(items[...], by: ", ", indent: "  ", first: "\(name): [", last: "]\n")
}

private func wrapped(
  _ items: some Collection<some StringProtocol>, by separator: String, indent: String, first: String,
  last: String
) -> String {
  var text = first
  var width = first.utf8.count
  var isFirst = true
  for item in items {
    if !isFirst {
      text += separator
      width += separator.utf8.count
      if width + item.utf8.count > 98 {
        while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        text += "\n" + indent
        width = indent.utf8.count
      }
    }
    text += item
    width += item.utf8.count
    isFirst = false
  }
  return text + last
}
