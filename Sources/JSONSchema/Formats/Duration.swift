extension TextFormat {
  /// A length of time. (RFC 3339, appendix A: units follow each other without a gap, and weeks stand alone.)
  static let duration = TextFormat(
    name: "duration", noun: "duration", hint: "P and the units, such as P1Y2M3D, P2W or PT1H30M"
  ) { text in
    guard text.has("P", at: 0) else { return false }
    if text.isRun(of: "W", from: 1, to: text.count) { return true }
    let time = text.firstIndex(of: UInt8(ascii: "T"))
    let dateEnd = time ?? text.count
    let hasDate = dateEnd > 1
    if hasDate, !text.isRun(of: "YMD", from: 1, to: dateEnd) { return false }
    guard let time else { return hasDate }
    return text.isRun(of: "HMS", from: time + 1, to: text.count)
  }
}

extension Span<UInt8> {
  /// Whether the bytes from `start` to `end` are numbers with units that follow each other in `units`, at least one.
  fileprivate func isRun(of units: String, from start: Int, to end: Int) -> Bool {
    var index = start
    // The units that may still follow; nothing before the first one.
    var rest: Substring.UTF8View?
    while index < end {
      let unitIndex = endOfDigits(from: index)
      guard unitIndex > index, unitIndex < end else { return false }
      let unit = self[unitIndex]
      let following = rest ?? units[...].utf8.drop { $0 != unit }
      guard following.first == unit else { return false }
      rest = following.dropFirst()
      index = unitIndex + 1
    }
    return rest != nil
  }
}
