/// The data set that `metrolint init` puts into an empty folder: a small, made-up network in the layout of the ruleset
/// metropolis. It is clean, and each file says in comments what belongs in it.
enum FirstSet {
  /// The built-in ruleset that it is made for.
  static let ruleset = "metropolis"

  /// A file of the set.
  struct File: Sendable {
    /// Its path from the root.
    let path: String
    /// Its text.
    let text: String
  }

  /// All files, by path.
  static let files = [
    File(
      path: "activities/2026-02-11-river-walks.yaml",
      text: """
        # What the network did or took part in: one file for each activity. The file's name begins with the date.
        title: River walks in two cities
        date: 2026-02-11          # or {start: 2026-02-11, end: 2026-02-13}, or a list of days
        line: L1                  # the line of plan.yaml that the report shows it under
        summary: >
          Planners from both cities walked along their rivers and wrote down what people miss there.
        members: [Northhaven, Port Amber]   # names of membership/*.yaml
        outcomes: [L1A1D1]        # codes of plan.yaml; a code that the plan does not have is an error
        challenges: ["1.1"]       # codes of challenges.yaml, in quotes: without them 1.10 would be 1.1
        alliances: [River League] # names of alliances.yaml
        participants: 45          # how many people took part, when it is known

        """),
    File(
      path: "activities/2026-03-20-open-data-course.yaml",
      text: """
        title: A course on open data
        date: {start: 2026-03-20, end: 2026-03-21}
        line: L1
        members: [Eastmere]
        outcomes: [L1A1D2]
        challenges: ["2.1"]
        participants: 30

        """),
    File(
      path: "alliances.yaml",
      text: """
        # Partner organisations. Another spelling in `aliases` is understood, and --fix replaces it by the name.
        alliances:
          - {name: River League, aliases: [League of Rivers]}

        """),
    File(
      path: "challenges.yaml",
      text: """
        # The challenges that activities may name, by code.
        challenges:
          - {code: "1.1", title: Living with water}
          - {code: "2.1", title: Trust in public data}

        """),
    File(
      path: "media.yaml",
      text: """
        # What others wrote about the network.
        media:
          - {month: 2026-03, outlet: Amber Daily, subject: The course on open data}

        """),
    File(
      path: "meetings.yaml",
      text: """
        # Meetings of the secretariat with members and partners.
        meetings:
          - {month: 2026-01, mode: online, members: [Old Quay], alliances: [River League]}

        """),
    File(
      path: "membership/north.yaml",
      text: """
        # A region: its members, whom they turn to, and its seats on the board. `id` is the name of this file.
        # Each member is listed in one region, once; the board's and the focal points' members are of this region.
        id: north
        name: North
        members:
          - {name: Northhaven}
          - {name: Old Quay, aliases: [Oldquay]}
        focal_points:
          - {role: regional-secretary, person: Ada Lind, member: Northhaven}
          - {role: regional-officer, person: Sam Okoro}   # somebody of secretariat.yaml
        board:
          - {role: presidency, person: Ines Falk, title: Mayor of Northhaven, member: Northhaven}
          - {role: co-presidency, person: Tom Reyes, title: Mayor of Old Quay, member: Old Quay}

        """),
    File(
      path: "membership/south.yaml",
      text: """
        id: south
        name: South
        members:
          - {name: Eastmere}
          - {name: Port Amber}
        focal_points:
          - {role: regional-secretary, person: Noor Haddad, member: Port Amber}
          - {role: regional-officer, person: Mia Costa}
        board:
          - {role: co-presidency, person: Leo Brandt, title: Mayor of Eastmere, member: Eastmere}
          - {role: treasury, person: Rosa Vidal, title: Mayor of Port Amber, member: Port Amber}

        """),
    File(
      path: "plan.yaml",
      text: """
        # The plan: lines, their actions, and the outcomes that activities report on. A code begins with the code above it.
        lines:
          - code: L1
            title: Cities that learn from each other
            actions:
              - code: L1A1
                title: Visits and courses
                outcomes:
                  - {code: L1A1D1, title: Cities see how others solve the same problem}
                  - {code: L1A1D2, title: Staff of cities learn new skills}

        """),
    File(
      path: "report.yaml",
      text: """
        # What the published report claims. It is held against the other files: numbers are counted, lists are compared.
        title: Report of a small network
        period: {start: 2026-01-01, end: 2026-04-30}    # every activity lies in it
        claims: {members: 4, people_engaged: 75}
        engaged_members: [Eastmere, Northhaven, Old Quay, Port Amber]
        outcomes: [L1A1D1, L1A1D2]
        challenges: ["1.1", "2.1"]

        """),
    File(
      path: "secretariat.yaml",
      text: """
        # Who works for the network.
        staff:
          - {person: Mia Costa, title: Officer for the South}
          - {person: Sam Okoro, title: Officer for the North}

        """),
  ]
}
