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
    // One thing after the other, so that never more than one of them is there twice.
    let symbolsOf = readings.indices.map { takeSymbols(&readings[$0]) }
    let shapesOf = readings.indices.map { shapes.take(readings[$0].shapes) }
    marks.reserveCapacity(readings.reduce(0) { $0 + $1.marks.count })
    // The marks of pieces are taken when these are put together.
    var haveFiles = readings.map { _ in false }
    var havePieces = false
    for source in sources {
      switch source {
      case .unread: break
      case .file(let place): haveFiles[Int(place.reading)] = true
      case .pieces: havePieces = true
      }
    }
    var bases: [Int] = []
    for number in readings.indices {
      bases.append(marks.count)
      if haveFiles[number] { take(readings[number].marks[...], symbolsOf[number]) }
      if !havePieces { readings[number].marks = [] }
    }
    firstMarks.reserveCapacity(sources.count)
    shapeNumbers.reserveCapacity(sources.count)
    for source in sources {
      switch source {
      case .file(let place):
        let (reading, file) = (Int(place.reading), Int(place.file))
        firstMarks.append(bases[reading] + readings[reading].firstMarks[file])
        shapeNumbers.append(shapesOf[reading][Int(readings[reading].shapeNumbers[file])])
      case .unread:
        firstMarks.append(marks.count)
        shapeNumbers.append(shapes.intern([]))
      case .pieces(let places):
        firstMarks.append(marks.count)
        shapeNumbers.append(unite(places, in: readings, symbolsOf))
      }
    }
    listFiles()
  }

  /// Makes a file of its pieces, whose marks come behind all others.
  ///
  /// - Parameter symbolsOf: for each reading the symbols that its own have here, as `takeSymbols` says them.
  /// - Returns: the number of its shape.
  private mutating func unite(
    _ pieces: [Place], in readings: [FactReading], _ symbolsOf: [[UInt32]?]
  ) -> UInt32 {
    let parts = pieces.enumerated().flatMap { number, piece in
      let reading = readings[Int(piece.reading)]
      return reading.shapes[reading.shapeNumbers[Int(piece.file)]].map { (piece: number, part: $0) }
    }.sorted { ($0.part.collector, $0.piece) < ($1.part.collector, $1.piece) }
    let first = marks.count
    var united: [FactShapes.Part] = []
    var index = 0
    while index < parts.count {
      let (collector, start) = (parts[index].part.collector, marks.count - first)
      var isRising = true
      while index < parts.count, parts[index].part.collector == collector {
        let (piece, part) = (pieces[parts[index].piece], parts[index].part)
        let reading = Int(piece.reading)
        let before = readings[reading].firstMarks[Int(piece.file)]
        take(
          readings[reading].marks[before + Int(part.start)..<before + Int(part.end)], symbolsOf[reading])
        isRising = isRising && part.isRising
        index += 1
      }
      united.append(
        FactShapes.Part(
          collector: collector, firstNode: isRising ? .max : 1, lastNode: isRising ? .max : 0,
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: marks.count - first)))
    }
    return shapes.intern(united)
  }

  /// Finds for each collector the files that have rows of it.
  private mutating func listFiles() {
    var counts = widths.map { _ in 0 }
    for shape in shapeNumbers { shapes.forEachPart(of: shape) { counts[Int($0.collector)] += 1 } }
    files = counts.map { count in
      var files: [UInt32] = []
      files.reserveCapacity(count)
      return files
    }
    for (file, shape) in shapeNumbers.enumerated() {
      shapes.forEachPart(of: shape) { files[Int($0.collector)].append(UInt32(truncatingIfNeeded: file)) }
    }
  }

  /// Takes over the texts of a reading.
  ///
  /// - Returns: for each of its symbols the one that its text has here; nothing when that is the same.
  private mutating func takeSymbols(_ reading: inout FactReading) -> [UInt32]? {
    var taken = Symbols()
    swap(&taken, &reading.symbols)
    guard !symbols.rows.isEmpty else {
      symbols = taken
      return nil
    }
    return symbols.take(taken)
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
}

// MARK: Changes

extension FactReading {
  /// Reads the rows of a file again, which were others before.
  mutating func replace(_ file: Int, _ before: FactRows, with rows: FactRows) {
    oldMarks += before.count
    take(file, rows)
  }

  /// Makes room for a file before the one that has this number, and reads its rows.
  mutating func insert(_ file: Int, _ rows: FactRows) {
    moveFiles(from: file, by: 1)
    firstMarks.insert(0, at: file)
    shapeNumbers.insert(shapes.intern([]), at: file)
    take(file, rows)
  }

  /// Forgets a file.
  mutating func remove(_ file: Int, _ rows: FactRows) {
    setShape(of: file, shapes.intern([]))
    firstMarks.remove(at: file)
    shapeNumbers.remove(at: file)
    moveFiles(from: file + 1, by: -1)
    oldMarks += rows.count
  }

  /// Reads the rows of a file that has a place.
  private mutating func take(_ file: Int, _ rows: FactRows) {
    firstMarks[file] = marks.count
    setShape(of: file, read(rows))
  }

  /// Gives a file another shape.
  private mutating func setShape(of file: Int, _ shape: UInt32) {
    let before = Set(shapes[shapeNumbers[file]].lazy.map { Int($0.collector) })
    let now = Set(shapes[shape].lazy.map { Int($0.collector) })
    for collector in before.subtracting(now) { files[collector].remove(at: place(of: file, in: collector)) }
    for collector in now.subtracting(before) {
      files[collector].insert(UInt32(truncatingIfNeeded: file), at: place(of: file, in: collector))
    }
    shapeNumbers[file] = shape
  }

  /// Gives the files from one on other numbers, as one before them comes or goes.
  private mutating func moveFiles(from file: Int, by step: Int) {
    for collector in files.indices {
      for index in place(of: file, in: collector)..<files[collector].count {
        files[collector][index] = UInt32(truncatingIfNeeded: Int(files[collector][index]) + step)
      }
    }
  }

  /// The place of the first file of a collector that is not before this one.
  private func place(of file: Int, in collector: Int) -> Int {
    var low = 0
    var high = files[collector].count
    while low < high {
      let middle = (low + high) / 2
      if files[collector][middle] < file { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// MARK: Asking

extension FactReading {
  /// Where the rows of a collector are in a file; nothing when it has none there.
  func part(of collector: Int, in file: Int) -> FactShapes.Part? {
    var place = 0
    return shapes.part(of: collector, in: shapeNumbers[file], near: &place)
  }

  /// Whether `body` holds for a file that has rows of a collector, and where these are. The files come in order.
  @inline(__always)
  func contains(_ collector: Int, where body: (UInt32, FactShapes.Part) -> Bool) -> Bool {
    var place = 0
    for file in files[collector] {
      let part = shapes.part(of: collector, in: shapeNumbers[Int(file)], near: &place)
      if let part, body(file, part) { return true }
    }
    return false
  }

  /// Calls `body` with each file that has rows of a collector, in order, and where these are.
  @inline(__always)
  func forEachPart(of collector: Int, _ body: (UInt32, FactShapes.Part) -> Void) {
    _ = contains(collector) { file, part in
      body(file, part)
      return false
    }
  }
}
