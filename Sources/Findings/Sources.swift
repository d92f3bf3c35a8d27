package import SourceText

/// The texts of the files that a report speaks of, by path relative to the data set's root.
package struct Sources: Sendable {
  private var texts: [String: SourceText]

  /// These texts, by path.
  package init(_ texts: [String: SourceText] = [:]) {
    self.texts = texts
  }

  /// The text of the file at `path`, when it could be read.
  package subscript(path: String) -> SourceText? {
    get { texts[path] }
    set { texts[path] = newValue }
  }

  /// Adds the texts of `others`; of two with one path its own stays.
  package mutating func merge(_ others: Sources) {
    texts.merge(others.texts) { own, _ in own }
  }
}
