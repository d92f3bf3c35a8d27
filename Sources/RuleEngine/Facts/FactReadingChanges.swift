// MARK: Putting readings together

extension FactReading {
  /// Where a file is among several readings.
  package struct Place: Sendable, Hashable {
    let reading: Int32
    let file: Int32

    /// The place of the file with a number in the reading with a number.
    package init(_ reading: Int, _ file: Int) {
      self.reading = Int32(truncatingIfNeeded: reading)
      self.file = Int32(truncatingIfNeeded: file)
    }
  }

  /// Where the rows of a file were read.
  package enum Source: Sendable {
    /// Nowhere so far.
    case unread
    case file(Place)
    /// The pieces that a large file was cut into, in order.
    case pieces([Place])
  }

  /// One reading of the files at `sources`, each of which was read. What else the readings have is left out.
  init(merging readings: consuming [FactReading], at sources: [Source], widths: [Int]) {
    self.init(widths: widths)
    // One thing after the other, so that never more than one of them is there twice: texts are the largest.
    let known = readings.indices.map { takeSymbols(&readings[$0]) }
    // Pieces are taken for files behind all others, until they are put together.
    var places: [Place?] = []
    places.reserveCapacity(sources.count)
    var pieces: [(file: Int, numbers: Range<Int>)] = []
    var unknown = sources.count
    for (file, source) in sources.enumerated() {
      switch source {
      case .unread: places.append(nil)
      case .file(let place): places.append(place)
      case .pieces(let parts):
        places.append(nil)
        pieces.append((file, unknown..<unknown + parts.count))
        unknown += parts.count
      }
    }
    for case .pieces(let parts) in sources { places += parts }
    // Where the marks of each reading begin, and the number that each of its files gets.
    var bases: [Int] = []
    var numbers = readings.map { Array(repeating: UInt32.max, count: $0.fileCount) }
    for (number, place) in places.enumerated() {
      guard let place else { continue }
      numbers[Int(place.reading)][Int(place.file)] = UInt32(truncatingIfNeeded: number)
    }
    marks.reserveCapacity(readings.reduce(0) { $0 + $1.marks.count })
    // The marks of pieces are taken when these are put together.
    let files = places.prefix(sources.count).compactMap(\.self)
    let haveFiles = files.reduce(into: readings.map { _ in false }) { $0[Int($1.reading)] = true }
    for number in readings.indices {
      bases.append(marks.count)
      if haveFiles[number] { take(readings[number].marks[...], known[number]) }
      if pieces.isEmpty { readings[number].marks = [] }
    }
    firstMarks = places.prefix(sources.count).map { place in
      guard let place else { return 0 }
      return bases[Int(place.reading)] + readings[Int(place.reading)].firstMarks[Int(place.file)]
    }
    for collector in spans.indices {
      for number in readings.indices {
        takeSpans(&readings[number].spans[collector], of: collector, numbers[number])
      }
    }
    if !pieces.isEmpty { unite(pieces, behind: sources.count, at: places, in: readings, known) }
  }

  /// Makes files of their pieces, which are the files from `count` on.
  ///
  /// - Parameters:
  ///   - places: for each file where it is in `readings`.
  ///   - known: for each reading the symbols that its own have here, as `takeSymbols` says them.
  private mutating func unite(
    _ pieces: [(file: Int, numbers: Range<Int>)], behind count: Int, at places: [Place?],
    in readings: [FactReading], _ known: [[UInt32]?]
  ) {
    var parts = spans.map { spans in Array(spans.drop { Int($0.file) < count }) }
    for collector in spans.indices { spans[collector].removeLast(parts[collector].count) }
    for (file, numbers) in pieces {
      let first = marks.count
      firstMarks[file] = first
      for collector in parts.indices {
        let own = parts[collector].prefix { Int($0.file) < numbers.upperBound }
        guard !own.isEmpty else { continue }
        let start = marks.count
        for part in own {
          guard let place = places[Int(part.file)] else { continue }
          let (number, before) = (
            Int(place.reading), readings[Int(place.reading)].firstMarks[Int(place.file)]
          )
          take(readings[number].marks[before + Int(part.start)..<before + Int(part.end)], known[number])
        }
        let areRising = own.allSatisfy { $0.firstNode <= $0.lastNode }
        put(
          Span(
            file: UInt32(truncatingIfNeeded: file), start: UInt32(truncatingIfNeeded: start - first),
            end: UInt32(truncatingIfNeeded: marks.count - first), firstNode: areRising ? .max : 1,
            lastNode: areRising ? .max : 0),
          of: collector, in: file)
        parts[collector].removeFirst(own.count)
      }
    }
  }

  /// Takes over the texts of a reading.
  ///
  /// - Returns: for each of its symbols the one that its text has here; nothing when that is the same.
  private mutating func takeSymbols(_ reading: inout FactReading) -> [UInt32]? {
    var taken = Symbols()
    swap(&taken, &reading.symbols)
    guard symbols.count > 0 else {
      symbols = taken
      return nil
    }
    symbols.reserve(for: taken)
    return (0..<taken.count).map { symbols.intern(taken, UInt32(truncatingIfNeeded: $0)) }
  }

  /// Takes over some marks of a reading.
  ///
  /// - Parameter own: for each of their symbols the one here; nothing when that is the same.
  private mutating func take(_ other: ArraySlice<FactMark>, _ own: [UInt32]?) {
    guard let own else {
      marks += other
      return
    }
    for mark in other {
      let symbol = Int(mark.symbol)
      marks.append(symbol < own.count ? FactMark(mark.kind, own[symbol]) : mark)
    }
  }

  private mutating func takeSpans(_ other: inout [Span], of collector: Int, _ numbers: [UInt32]) {
    var isWhole = true
    for index in other.indices {
      other[index].file = numbers[Int(other[index].file)]
      if other[index].file == .max { isWhole = false }
    }
    if !isWhole { other.removeAll { $0.file == .max } }
    if spans[collector].isEmpty {
      swap(&spans[collector], &other)
    } else {
      spans[collector].reserveCapacity(spans[collector].count + other.count)
      spans[collector] += other
      other = []
    }
    // Two lists that are each in order are sorted in one pass.
    if !zip(spans[collector], spans[collector].dropFirst()).allSatisfy({ $0.file < $1.file }) {
      spans[collector].sort { $0.file < $1.file }
    }
  }
}

// MARK: Changes

extension FactReading {
  /// Reads the rows of a file again, which were others before.
  mutating func replace(_ file: Int, _ before: FactRows, with rows: FactRows) {
    take(file, rows)
    oldMarks += before.count
    for section in before.sections where rows.section(of: section.collector) == nil {
      put(nil, of: section.collector, in: file)
    }
  }

  /// Makes room for a file before the one that has this number, and reads its rows.
  mutating func insert(_ file: Int, _ rows: FactRows) {
    moveFiles(from: file, by: 1)
    firstMarks.insert(0, at: file)
    take(file, rows)
  }

  /// Forgets a file.
  mutating func remove(_ file: Int, _ rows: FactRows) {
    firstMarks.remove(at: file)
    for section in rows.sections { put(nil, of: section.collector, in: file) }
    moveFiles(from: file + 1, by: -1)
    oldMarks += rows.count
  }

  /// Reads the rows of a file that has a place.
  private mutating func take(_ file: Int, _ rows: FactRows) {
    var one = FactReading(widths: widths)
    swap(&one.symbols, &symbols)
    one.add(rows)
    swap(&one.symbols, &symbols)
    firstMarks[file] = marks.count
    marks += one.marks
    for (collector, parts) in one.spans.enumerated() {
      guard var span = parts.first else { continue }
      span.file = UInt32(truncatingIfNeeded: file)
      put(span, of: collector, in: file)
    }
  }

  /// Gives the files from one on other numbers, as one before them comes or goes.
  private mutating func moveFiles(from file: Int, by step: Int) {
    for collector in spans.indices {
      for index in spans[collector].indices where Int(spans[collector][index].file) >= file {
        spans[collector][index].file = UInt32(truncatingIfNeeded: Int(spans[collector][index].file) + step)
      }
    }
  }

  /// Says where the rows of one collector are in one file; nothing when it has none there.
  private mutating func put(_ span: Span?, of collector: Int, in file: Int) {
    let place = place(ofSpanIn: file, of: collector)
    switch (self.span(of: collector, in: file), span) {
    case (_?, let span?): spans[collector][place] = span
    case (_?, nil): spans[collector].remove(at: place)
    case (nil, let span?): spans[collector].insert(span, at: place)
    case (nil, nil): break
    }
  }

  /// Where the rows of a collector are in a file; nothing when it has none there.
  func span(of collector: Int, in file: Int) -> Span? {
    let place = place(ofSpanIn: file, of: collector)
    guard place < spans[collector].count, Int(spans[collector][place].file) == file else { return nil }
    return spans[collector][place]
  }

  /// The place of the first span of a collector that is not of a file before this one.
  private func place(ofSpanIn file: Int, of collector: Int) -> Int {
    var low = 0
    var high = spans[collector].count
    while low < high {
      let middle = (low + high) / 2
      if Int(spans[collector][middle].file) < file { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
