extension Function {
  /// The number of nodes that a query selects (RFC 9535, section 2.4.5).
  static let count = Function(
    name: "count", parameters: [.nodes],
    body: .value { arguments, evaluation in
      guard let query = arguments.nodes(0) else { return .nothing }
      return evaluation.count(of: query, arguments.current)
    })
}
