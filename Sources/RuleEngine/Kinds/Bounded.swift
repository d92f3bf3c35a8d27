import YAML

/// A date or a number, which can lie between two others.
enum Bounded: Sendable, Hashable {
  /// A year, a month and perhaps a day.
  case date(year: Int, month: Int, day: Int?)
  case number(Number)

  /// The date (`YYYY-MM-DD`, `YYYY-MM`) or the number (of the YAML 1.2 core schema) that `text` is.
  init?(_ text: String) {
    if let date = Bounded.date(text) {
      self = date
    } else if let number = Number(coreSchema: text), !number.isNotANumber {
      self = .number(number)
    } else {
      return nil
    }
  }

  private static func date(_ text: String) -> Bounded? {
    let digits = Array(text.utf8)
    guard digits.count == 7 || digits.count == 10 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for byte in digits[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return number
    }
    guard digits[4] == UInt8(ascii: "-"), let year = number(0..<4), let month = number(5..<7),
      (1...12).contains(month)
    else { return nil }
    guard digits.count == 10 else { return .date(year: year, month: month, day: nil) }
    guard digits[7] == UInt8(ascii: "-"), let day = number(8..<10),
      (1...days(in: month, of: year)).contains(day)
    else { return nil }
    return .date(year: year, month: month, day: day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether both are dates or both are numbers.
  func isComparable(with other: Bounded) -> Bool {
    switch (self, other) {
    case (.date, .date), (.number, .number): true
    default: false
    }
  }

  /// Whether it is certainly before `other`: a month is before none of its days, and a day not before its month.
  func isBefore(_ other: Bounded) -> Bool {
    switch (self, other) {
    case (.date(let year, let month, let day), .date(let otherYear, let otherMonth, let otherDay)):
      guard (year, month) == (otherYear, otherMonth) else {
        return (year, month) < (otherYear, otherMonth)
      }
      guard let day, let otherDay else { return false }
      return day < otherDay
    case (.number(let number), .number(let other)):
      return number < other
    default:
      return false
    }
  }
}
