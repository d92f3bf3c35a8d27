/// What a file may ask of the machine. A file that asks for more is refused with a problem of the kind `limit`.
package struct Limits: Sendable, Hashable {
  /// The most bytes of a file. Ranges hold offsets in 32 bits, so it is never over 4 GiB.
  package var fileBytes: Int

  /// The most bytes of one scalar's text.
  package var scalarBytes: Int

  /// The most mappings and lists inside each other.
  package var depth: Int

  /// The most nodes that aliases and merge keys may add to a file, all taken together.
  package var aliasedNodes: Int

  /// The most directives of a file.
  package var directives: Int

  /// The most steps that brackets inside each other may cost libyaml, which looks at all that are open for each
  /// token, beside 20 for each byte.
  package var bracketSteps: Int

  /// Limits; what is not given is the default.
  package init(
    fileBytes: Int = 2 << 30, scalarBytes: Int = 16 << 20, depth: Int = 1_000, aliasedNodes: Int = 1_000_000,
    directives: Int = 1_000, bracketSteps: Int = 50_000_000
  ) {
    self.fileBytes = fileBytes
    self.scalarBytes = scalarBytes
    self.depth = depth
    self.aliasedNodes = aliasedNodes
    self.directives = directives
    self.bracketSteps = bracketSteps
  }
}
