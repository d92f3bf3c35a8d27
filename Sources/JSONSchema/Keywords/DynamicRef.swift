extension Keyword {
  /// Another schema that must hold too: the outermost that has taken over the name, of those on the way here.
  /// (Core, section 8.2.3.2.)
  static let dynamicRef = Keyword(name: "$dynamicRef", vocabulary: .core, drafts: .draft2020) {
    value, compiler in
    guard let target = compiler.target(of: value) else { return [] }
    let scope = value.schema.scope
    let dynamic = target.dynamicAnchor.flatMap { $0.isEmpty ? nil : compiler.dynamicTarget($0, scope: scope) }
    return [
      Reference(
        keyword: "$dynamicRef", target: compiler.schema(at: dynamic ?? target.place, scope: scope))
    ]
  }
}
