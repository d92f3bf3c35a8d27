import Spelling
import YAML

/// How `order` compares texts.
enum Comparison: Sendable {
  /// As a reader sorts: case and diacritics apart.
  case text
  /// The same, with numbers inside by their value: L2 before L10.
  case natural
  /// As numbers.
  case number

  /// A text in a form that compares. (UTF-8 sorts as code points do.)
  enum Key: Comparable {
    case text([UInt8])
    case natural(Natural)
    case number(Number)

    static func < (left: Key, right: Key) -> Bool {
      switch (left, right) {
      case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
      case (.natural(let left), .natural(let right)): left < right
      case (.number(let left), .number(let right)): left < right
      default: false
      }
    }
  }

  /// A text whose numbers compare by their values.
  struct Natural: Comparable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }

    static func < (left: Natural, right: Natural) -> Bool { order(left.bytes, right.bytes) < 0 }

    static func == (left: Natural, right: Natural) -> Bool { order(left.bytes, right.bytes) == 0 }

    /// Below, at or above 0 as `left` is before, like or after `right`.
    private static func order(_ left: [UInt8], _ right: [UInt8]) -> Int {
      var (leftRest, rightRest) = (left[...], right[...])
      while !leftRest.isEmpty, !rightRest.isEmpty {
        let (leftRun, rightRun) = (takeRun(&leftRest), takeRun(&rightRest))
        let (first, second) = (leftRun.bytes, rightRun.bytes)
        // Without leading zeros the longer number is the greater.
        if leftRun.isNumber, rightRun.isNumber, first.count != second.count {
          return first.count - second.count
        }
        if first != second { return first.lexicographicallyPrecedes(second) ? -1 : 1 }
      }
      return leftRest.count - rightRest.count
    }

    /// Takes the digits, or the other characters, that stand together at the beginning; digits without leading zeros.
    private static func takeRun(_ rest: inout ArraySlice<UInt8>) -> (bytes: ArraySlice<UInt8>, isNumber: Bool)
    {
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      let isNumber = rest.first.map(digits.contains) == true
      let run = rest.prefix { digits.contains($0) == isNumber }
      rest = rest[run.endIndex...]
      return (isNumber ? run.drop { $0 == UInt8(ascii: "0") } : run, isNumber)
    }
  }

  /// The form of `text`; nothing when it is no number where one is needed.
  func key(_ text: String) -> Key? {
    switch self {
    case .text: .text(Array(Folding.forSorting(text).utf8))
    case .natural: .natural(Natural(Array(Folding.forSorting(text).utf8)))
    case .number: Number(coreSchema: text).map { .number($0) }
    }
  }
}
