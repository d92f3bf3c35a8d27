import Findings
import Reporters
import SourceText
import YAML

/// Lines of JSON about nodes of a file, as they grow.
struct JSONLine {
  /// What is written and not handed on.
  private var text = ""
  let tree: Tree
  private let places: Places
  private let path: String

  /// A line about nodes of `tree`, which is of the file at `path`.
  init(_ tree: Tree, path: String) {
    self.tree = tree
    self.path = path
    places = Places(Sources([path: tree.source]))
  }

  /// Hands on what is written, to write on.
  mutating func handOn(to output: inout OutputBuffer) {
    output.append(text)
    text.removeAll(keepingCapacity: true)
  }

  /// Writes text that is JSON already.
  mutating func write(_ json: String) {
    text += json
  }

  /// Writes a string.
  mutating func write(string: String) {
    JSONString.append(string, to: &text)
  }

  /// Writes a range: lines from 1, columns from 1 in code points, offsets in bytes from 0, the end exclusive.
  mutating func write(range: ByteRange) {
    let (start, end) = places.bounds(of: range, in: path)
    text += "{\"start\": "
    write(start)
    text += ", \"end\": "
    write(end)
    text += "}"
  }

  private mutating func write(_ place: Place) {
    text += "{\"line\": \(place.line), \"column\": \(place.column), \"offset\": \(place.offset)}"
  }
}
