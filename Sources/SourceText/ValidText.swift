extension Span<UInt8> {
  /// The bytes as text; nothing when they are no UTF-8.
  package var validText: String? {
    guard let text = try? UTF8Span(validating: self) else { return nil }
    return String(copying: text)
  }
}
