/// Whether scalars, looked at one after the other, are in Unicode Normalization Form C (UAX #15). It asks for no memory,
/// which putting a text in the form does.
///
/// It is for scalars each of which is in the form by itself, and none of which is part of a Korean syllable.
package struct NormalForm {
  /// The last scalar that others may be put together with.
  private var starter: Unicode.Scalar?

  /// The canonical combining class of the scalar before, 0 that of a starter.
  private var classBefore: UInt8 = 0

  /// Before the first scalar.
  package init() {}

  /// Takes the next scalar; false when the text would have to be written in another way.
  package mutating func accepts(_ scalar: Unicode.Scalar) -> Bool {
    let order = scalar.combiningClass
    if order != 0, order < classBefore { return false }
    // Of two marks of one class only the first gets to the starter.
    if let starter, classBefore == 0 || classBefore < order, starter.isChanged(by: scalar) { return false }
    if order == 0 { starter = scalar }
    classBefore = order
    return true
  }
}

extension Unicode.Scalar {
  fileprivate var combiningClass: UInt8 { properties.canonicalCombiningClass.rawValue }

  /// Whether this or what it is put together of is put together with `scalar`, which no other keeps from it.
  fileprivate func isChanged(by scalar: Unicode.Scalar) -> Bool {
    // Latin letters stand side by side, and the tables need not be made for them.
    guard scalar.value >= 0x300 else { return false }
    if Composition.pairs.contains(Composition.Pair(first: self, last: scalar)) { return true }
    guard scalar.combiningClass != 0, let parts = Composition.parts[self] else { return false }
    return scalar.combiningClass < parts.last.combiningClass && parts.first.isChanged(by: scalar)
  }
}

/// The scalars that stand for two others, which Normalization Form C puts together.
private enum Composition {
  struct Pair: Hashable {
    let first: Unicode.Scalar
    let last: Unicode.Scalar
  }

  /// The two that each of them stands for.
  static let parts: [Unicode.Scalar: Pair] = {
    var all: [Unicode.Scalar: Pair] = [:]
    // There are none below and none in the further planes; Korean syllables are put together by arithmetic.
    for value in 0xC0...0x1FFFF as ClosedRange<UInt32> where !(0xAC00...0xD7A3).contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let decomposed = String(scalar).decomposedScalars
      guard decomposed.count > 1, String(scalar).normalizedC.unicodeScalars.elementsEqual([scalar]) else {
        continue
      }
      let first = String(String.UnicodeScalarView(decomposed.dropLast())).normalizedC.unicodeScalars
      if let first = first.first { all[scalar] = Pair(first: first, last: decomposed[decomposed.count - 1]) }
    }
    return all
  }()

  static let pairs = Set(parts.values)
}
