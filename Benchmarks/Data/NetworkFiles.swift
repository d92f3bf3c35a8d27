extension Network {
  /// The files of the set besides the activities and the report.
  var files: [(path: String, text: String)] {
    var files = [
      (".metrolint.yaml", "ruleset: metropolis\n"),
      ("plan.yaml", plan),
      (
        "challenges.yaml",
        "challenges:\n" + challenges.map { "  - {code: \"\($0)\", title: Challenge \($0)}\n" }.joined()
      ),
      (
        "alliances.yaml",
        "alliances:\n" + alliances.map { "  - {name: \($0), aliases: [\($0) Network]}\n" }.joined()
      ),
      ("secretariat.yaml", secretariat),
      ("media.yaml", media),
      ("meetings.yaml", meetings),
    ]
    for index in Self.regions.indices {
      files.append(("membership/\(Self.regions[index]).yaml", region(index)))
    }
    return files
  }

  /// The report whose claims and lists are those of the set.
  func report(_ used: Used) -> String {
    let engaged = used.members.union(meetingMembers)
    return """
      title: Progress Report
      period: {start: 2021-01-01, end: 2021-12-31}
      claims: {members: \(members.count), people_engaged: \(used.participants), experts: 119}
      \(list("engaged_members", engaged.sorted().map { members[$0] }))\
      \(list("outcomes", used.outcomes.sorted().map { outcomes[$0].code }))\
      \(list("challenges", used.challenges.sorted().map { "\"\(challenges[$0])\"" }))
      """
  }

  private var plan: String {
    var text = "lines:\n"
    for (index, outcome) in outcomes.enumerated() {
      let action = outcome.code.prefix(4)
      if index % 18 == 0 {
        text += "  - code: \(outcome.line)\n    title: Line \(outcome.line)\n    actions:\n"
      }
      if index % 6 == 0 {
        text += "      - code: \(action)\n        title: Action \(action)\n        outcomes:\n"
      }
      text += "          - {code: \(outcome.code), title: Outcome \(outcome.code) of the plan}\n"
    }
    return text
  }

  private func region(_ index: Int) -> String {
    let cities = members(ofRegion: index)
    let board = [
      index == 0 ? "presidency" : nil, index == 1 ? "treasury" : nil, "co-presidency",
      "regional-vice-presidency",
      "member",
    ].compactMap(\.self)
    var text = "id: \(Self.regions[index])\nname: Region \(index + 1)\nmembers:\n"
    text += cities.map { "  - {name: \($0)}\n" }.joined()
    text += """
      focal_points:
        - {role: regional-secretary, person: Secretary \(index), member: \(cities[0])}
        - {role: regional-officer, person: \(officers[index])}
      board:

      """
    for (place, role) in board.enumerated() {
      text +=
        "  - {role: \(role), person: Person \(index)-\(place), title: Mayor, member: \(cities[place + 1])}\n"
    }
    return text
  }

  private var secretariat: String {
    "staff:\n" + officers.map { "  - {person: \($0), title: Regional Officer}\n" }.joined()
      + "  - {person: Secretary General, title: Secretary General}\ninterns:\n"
      + "  - {person: Intern, affiliation: University}\n"
  }

  private var media: String {
    "media:\n"
      + (0..<60).map { "  - {month: \(month($0, of: 60)), outlet: Outlet \($0), subject: Subject \($0)}\n" }
      .joined()
  }

  private var meetingMembers: Set<Int> { Set(stride(from: 0, to: 24, by: 2)) }

  private var meetings: String {
    "meetings:\n"
      + meetingMembers.sorted().enumerated().map { index, member in
        "  - {month: \(month(index, of: 12)), mode: online, members: [\(members[member])], alliances: [\(alliances[index])]}\n"
      }.joined()
  }

  /// The month of one of `count` things that are spread over the year in their order.
  private func month(_ index: Int, of count: Int) -> String { Day(offset: index * 12 / count * 30 + 1).month }
}
