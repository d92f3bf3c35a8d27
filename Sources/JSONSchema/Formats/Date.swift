// Dates and times. (RFC 3339, section 5.6.)

extension TextFormat {
  static let date = TextFormat(name: "date", noun: "date", hint: "YYYY-MM-DD") { text in
    text.count == 10 && text.hasDate
  }

  static let time = TextFormat(
    name: "time", noun: "time with a time zone", hint: "hh:mm:ss and Z or +hh:mm"
  ) { $0.isTime(from: 0) }

  static let dateTime = TextFormat(
    name: "date-time", noun: "date with a time", hint: "YYYY-MM-DDThh:mm:ss and Z or +hh:mm"
  ) { text in
    text.hasDate && (text.has("T", at: 10) || text.has("t", at: 10)) && text.isTime(from: 11)
  }
}

extension Span<UInt8> {
  /// Whether it begins with a date that exists.
  fileprivate var hasDate: Bool {
    guard let year = number(at: 0, digits: 4), has("-", at: 4), let month = number(at: 5, digits: 2),
      has("-", at: 7), let day = number(at: 8, digits: 2), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days =
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    return (1...days).contains(day)
  }

  /// Whether a time with its offset goes from `start` to the end.
  fileprivate func isTime(from start: Int) -> Bool {
    guard let hour = number(at: start, digits: 2), hour < 24, has(":", at: start + 2),
      let minute = number(at: start + 3, digits: 2), minute < 60, has(":", at: start + 5),
      let second = number(at: start + 6, digits: 2), second <= 60
    else { return false }
    var index = start + 8
    if has(".", at: index) {
      let end = endOfDigits(from: index + 1)
      guard end > index + 1 else { return false }
      index = end
    }
    guard index < count else { return false }
    var offset = 0
    if self[index] | 0x20 == UInt8(ascii: "z") {
      index += 1
    } else {
      let isEast = self[index] == UInt8(ascii: "+")
      guard isEast || self[index] == UInt8(ascii: "-"), let hours = number(at: index + 1, digits: 2),
        hours < 24, has(":", at: index + 3), let minutes = number(at: index + 4, digits: 2), minutes < 60
      else { return false }
      offset = (isEast ? 1 : -1) * (hours * 60 + minutes)
      index += 6
    }
    guard index == count else { return false }
    // A leap second is the last of a day in UTC.
    let day = 24 * 60
    return second < 60 || (hour * 60 + minute - offset + day) % day == day - 1
  }
}
