extension Function {
  /// The value of the node that a query selects, if it is one (RFC 9535, section 2.4.8).
  static let value = Function(
    name: "value", parameters: [.nodes],
    body: .value { arguments, evaluation in
      guard let query = arguments.nodes(0) else { return .nothing }
      return evaluation.onlyValue(of: query, arguments.current)
    })
}
