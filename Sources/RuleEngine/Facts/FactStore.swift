import SourceText
import YAML

/// The facts of all files of a set, ready to be joined. One file's facts can be replaced without a look at the
/// others.
package struct FactStore: Sendable {
  /// The files, by path.
  package private(set) var files: [FileFacts] = []

  /// Their rows.
  private(set) var reading: FactReading
  /// Where the values of large files are written.
  private(set) var places = ValuePlaces()

  /// A row of facts.
  struct Row: Hashable, Sendable {
    /// The file's place in `FactStore.files`.
    let file: UInt32
    /// Where the row's values begin among the file's.
    let start: UInt32
  }

  /// A store for facts that were taken for `ruleset`, in any order.
  ///
  /// - Parameters:
  ///   - readings: those that have read the rows of some files already.
  ///   - sources: for each of the facts, where its rows are among the readings. May be left out.
  package init(
    _ facts: [FileFacts], for ruleset: Ruleset, readings: consuming [FactReading] = [],
    sources: [FactReading.Source] = []
  ) {
    var files = facts
    var sources = sources + repeatElement(.unread, count: facts.count - sources.count)
    // Most often they come in order, and a comparison is much less than a sort.
    if !zip(facts, facts.dropFirst()).allSatisfy({ $0.path.precedesInBytes($1.path) }) {
      let sorted = zip(facts, sources).sorted { $0.0.path.precedesInBytes($1.0.path) }
      files = sorted.map(\.0)
      sources = sorted.map(\.1)
    }
    var rest = FactReading(for: ruleset)
    let number = readings.count
    for index in files.indices {
      guard case .unread = sources[index] else { continue }
      rest.add(files[index].rows)
      sources[index] = .file(FactReading.Place(number, rest.fileCount - 1))
    }
    readings.append(rest)
    self.files = files
    reading = FactReading(merging: readings, at: sources, widths: rest.widths)
  }

  /// How many symbols there are: all are smaller.
  var symbolCount: Int { reading.symbols.count }

  /// How many values are kept, with those that no file has any more.
  var valueCount: Int { reading.marks.count }

  /// How many values are kept that no file has any more.
  var oldCount: Int { reading.oldMarks }
}

// MARK: Changes

extension FactStore {
  /// Puts the facts of one file in, in place of what was known of it before.
  package mutating func replace(with facts: FileFacts) {
    let place = position(of: facts.path)
    places = places.without(facts.path)
    if place < files.count, files[place].path == facts.path {
      reading.replace(place, files[place].rows, with: facts.rows)
      files[place] = facts
    } else {
      files.insert(facts, at: place)
      reading.insert(place, facts.rows)
    }
  }

  /// Takes the file at `path` out, when it is there.
  package mutating func remove(_ path: String) {
    let place = position(of: path)
    guard place < files.count, files[place].path == path else { return }
    places = places.without(path)
    reading.remove(place, files.remove(at: place).rows)
  }

  /// The facts of the file at `path`.
  package func facts(of path: String) -> FileFacts? {
    let place = position(of: path)
    return place < files.count && files[place].path == path ? files[place] : nil
  }

  /// The place of the first file whose path is not before `path`.
  func position(of path: String) -> Int {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.precedesInBytes(path) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
