import Reporters

extension ReportOptions {
  /// How text for people looks where `descriptor` leads; nothing for a file.
  init(on descriptor: Descriptor?, color: ColorChoice, verbose: Bool = false, quiet: Bool = false) {
    self.init(verbose: verbose, quiet: quiet)
    self.color = color.isOn(for: descriptor)
    if let columns = descriptor?.columns { width = columns }
  }
}

extension ColorChoice {
  /// Whether text that goes where `descriptor` leads is coloured. Where nothing else is said, NO_COLOR
  /// (no-color.org) and CLICOLOR_FORCE (bixense.com/clicolors) are heard, in this order.
  func isOn(for descriptor: Descriptor?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if Variables["NO_COLOR"] != nil { return false }
      if let force = Variables["CLICOLOR_FORCE"], force != "0" { return true }
      return descriptor?.isTerminal == true && Variables["TERM"] != "dumb"
    }
  }
}
