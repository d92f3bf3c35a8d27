/// A day of the year 2021, the period of the made-up report.
struct Day: CustomStringConvertible {
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// The days after the first of January.
  let offset: Int

  /// The number of days that an activity can begin on, so that all its days are in the year.
  static let count = 360

  /// The day this many days later.
  func advanced(by days: Int) -> Day { Day(offset: offset + days) }

  /// The month, such as `2021-02`.
  var month: String { "2021-\(twoDigits(monthAndDay.month))" }

  /// The day, such as `2021-02-03`.
  var description: String { "\(month)-\(twoDigits(monthAndDay.day))" }

  private var monthAndDay: (month: Int, day: Int) {
    var day = offset
    var month = 0
    while day >= Self.lengths[month] {
      day -= Self.lengths[month]
      month += 1
    }
    return (month + 1, day + 1)
  }
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
