extension Keyword {
  /// What `$dynamicRef` was in draft 2019-09: always `#`, and the root may be taken over by those with
  /// `$recursiveAnchor`. (Core 2019-09, section 8.2.4.2.1.)
  static let recursiveRef = Keyword(name: "$recursiveRef", vocabulary: .core, drafts: .draft2019) {
    value, compiler in
    guard let target = compiler.target(of: value) else { return [] }
    let scope = value.schema.scope
    let dynamic = target.dynamicAnchor == "" ? compiler.dynamicTarget("", scope: scope) : nil
    return [
      Reference(
        keyword: "$recursiveRef", target: compiler.schema(at: dynamic ?? target.place, scope: scope))
    ]
  }
}
