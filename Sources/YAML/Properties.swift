import CYAML

/// The anchor and the tag before a node, as libyaml holds them: for as long as their event lives.
///
/// `@safe`: the pointers are only read, and by those who have the event.
@safe struct Properties {
  private let anchorText: UnsafeMutablePointer<yaml_char_t>?
  private let tagText: UnsafeMutablePointer<yaml_char_t>?

  /// Neither of them.
  static var none: Properties { unsafe Properties(anchor: nil, tag: nil) }

  init(anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?) {
    unsafe anchorText = anchor
    unsafe tagText = tag
  }

  /// The name after `&`.
  var anchor: String? { unsafe anchorText.map { unsafe String(cString: $0) } }

  /// The tag, its handle resolved.
  var tag: String? { unsafe tagText.map { unsafe String(cString: $0) } }

  var hasTag: Bool { unsafe tagText != nil }

  var isEmpty: Bool { unsafe anchorText == nil && tagText == nil }
}
