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

  /// A text in a form that compares.
  enum Key: Comparable {
    case text([UInt32])
    case natural([Run])
    case number(Number)

    static func < (left: Key, right: Key) -> Bool {
      switch (left, right) {
      case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
      case (.natural(let left), .natural(let right)): left.lexicographicallyPrecedes(right)
      case (.number(let left), .number(let right)): left < right
      default: false
      }
    }
  }

  /// Digits or other characters that stand together.
  enum Run: Comparable {
    /// Digits without leading zeros: the longer is the greater.
    case digits([UInt32])
    case other([UInt32])

    static func < (left: Run, right: Run) -> Bool {
      switch (left, right) {
      case (.digits(let left), .digits(let right)):
        left.count != right.count ? left.count < right.count : left.lexicographicallyPrecedes(right)
      case (.digits(let left), .other(let right)), (.other(let left), .other(let right)),
        (.other(let left), .digits(let right)):
        left.lexicographicallyPrecedes(right)
      }
    }
  }

  /// The form of `text`; nothing when it is no number where one is needed.
  func key(_ text: String) -> Key? {
    switch self {
    case .text: .text(Folding.forSorting(text).unicodeScalars.map(\.value))
    case .natural: .natural(Self.runs(Folding.forSorting(text)))
    case .number: Number(coreSchema: text).map { .number($0) }
    }
  }

  private static func runs(_ text: String) -> [Run] {
    var runs: [Run] = []
    var current: [UInt32] = []
    var areDigits = false
    func close() {
      guard !current.isEmpty else { return }
      let digits = current.drop { $0 == 0x30 }
      runs.append(areDigits ? .digits(Array(digits)) : .other(current))
      current = []
    }
    for scalar in text.unicodeScalars {
      let isDigit = (0x30...0x39).contains(scalar.value)
      if isDigit != areDigits { close() }
      areDigits = isDigit
      current.append(scalar.value)
    }
    close()
    return runs
  }
}
