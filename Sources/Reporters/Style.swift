import Findings

/// What a part of a text for people is, and so how it is coloured.
enum Style {
  case error, warning, info, message, gutter, closest, help, fine

  /// The style of a severity.
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .info: self = .info
    }
  }

  /// The parameters of Select Graphic Rendition (ECMA-48, 8.3.117): only the 8 basic colours, which every
  /// terminal has and people can change.
  fileprivate var parameters: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "1;36"
    case .message: "1"
    case .gutter: "34"
    case .closest: "32"
    case .help: "36"
    case .fine: "1;32"
    }
  }
}

/// Colours text, or leaves it as it is.
struct Palette {
  /// Whether it colours.
  let isOn: Bool

  /// `text` in `style`; nothing stays nothing.
  func paint(_ text: String, _ style: Style) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(style.parameters)m\(text)\u{1B}[0m" : text
  }
}
