import RuleEngine
import SourceText
import Workspace

/// What the server knows, while it changes.
struct State: Sendable {
  /// What requests see.
  var snapshot: Snapshot
  /// The folders that the editor has open, by absolute path.
  var folders: [String] = []
  /// Where messages to the client go.
  let outbox: Outbox

  private let disk: any Files
  /// Files whose text has changed since the sets were last checked, by absolute path.
  private var changed: Set<String> = []
  /// Whether files may have come or gone since then.
  private var isOtherListing = false
  /// Whether data sets have come or gone since the client was told what is wrong.
  private var areOtherSets = false
  private var publisher = Publisher()
  /// The id of the answer that says what people have set.
  var settingsAnswer: JSON?
  /// How many bars of progress there were.
  private var barCount = 0

  init(files: any Files, page: @escaping Server.PageFinder, outbox: Outbox) {
    snapshot = Snapshot(page: page)
    disk = files
    self.outbox = outbox
  }

  /// The files as the editor has them: its buffers before those of the disk.
  var files: any Files {
    OverlaidFiles(
      disk, buffers: snapshot.documents.filter { $0.key.hasPrefix("/") }.mapValues(\.text.bytes))
  }

  /// Notes that the text of a file is another. Whether the file has come or gone with that shows the disk.
  mutating func note(_ path: String, mayHaveComeOrGone: Bool) {
    changed.insert(path)
    if mayHaveComeOrGone, disk.kind(of: path) != .file { isOtherListing = true }
  }

  /// Notes that files may have come or gone.
  mutating func noteListing() {
    isOtherListing = true
  }

  /// Notes which files the client asks for itself.
  mutating func notePulled(_ path: String?) {
    publisher.notePulled(path)
  }
}

// MARK: Data sets

extension State {
  /// Looks for data sets in a folder, and checks those that are new.
  mutating func addSets(in folder: String) async {
    for root in SetFinder(files).roots(in: folder) { await addSet(at: root) }
  }

  /// Makes sure that the data set that the file at `path` is in is known.
  mutating func addSet(around path: String) async {
    let finder = SetFinder(files)
    if let root = finder.configuredRoot(around: path) {
      await addSet(at: root)
    } else if snapshot.set(around: path) == nil, let root = finder.root(around: path) {
      await addSet(at: root)
    }
  }

  private mutating func addSet(at root: String) async {
    guard !snapshot.sets.contains(where: { $0.root == root }) else { return }
    var options = DataSetOptions()
    options.ruleset = snapshot.settings.ruleset
    // The pages of rules show them.
    options.readsExamples = true
    var bar: WorkProgress?
    if snapshot.client.canShowProgress {
      barCount += 1
      bar = WorkProgress(outbox, "Checking \(Path.name(of: root))", number: barCount)
    }
    let set = await LiveSet(root: root, options: options, files: files) { [bar] in bar?.show($0, of: $1) }
    bar?.end()
    areOtherSets = true
    snapshot.sets.append(set)
    snapshot.sets.sort { $0.root.utf8.lexicographicallyPrecedes($1.root.utf8) }
  }

  /// Forgets all data sets and looks for them anew.
  mutating func reopenSets() async {
    areOtherSets = true
    snapshot.sets = []
    for folder in folders { await addSets(in: folder) }
    for path in snapshot.documents.keys.sorted() where path.hasPrefix("/") { await addSet(around: path) }
  }

  /// Forgets the data sets that neither a folder nor an open file needs.
  mutating func dropSets() {
    let (folders, open, before) = (folders, Array(snapshot.documents.keys), snapshot.sets.count)
    snapshot.sets.removeAll { set in
      let isInFolder = folders.contains { folder in
        folder == set.root || Path.below(set.root, folder) != nil || Path.below(folder, set.root) != nil
      }
      return !isInFolder && !open.contains { Path.below($0, set.root) != nil }
    }
    if snapshot.sets.count != before { areOtherSets = true }
  }

  /// Checks what has changed.
  mutating func settle() async {
    guard !changed.isEmpty || isOtherListing else { return }
    let (paths, isOtherListing, files) = (changed, isOtherListing, files)
    changed = []
    self.isOtherListing = false
    for index in snapshot.sets.indices {
      let root = snapshot.sets[index].root
      let isTouched =
        snapshot.sets[index].problem != nil
        || paths.contains { Path.below($0, root) != nil || snapshot.sets[index].isDecided(by: $0) }
      if isOtherListing || isTouched {
        await snapshot.sets[index].update(paths, isOfListing: isOtherListing, files: files)
      }
    }
    publisher.noteChanged(paths)
  }

  /// Tells the client what is wrong, as far as that is something else than it knows.
  mutating func publish() {
    var changed: Set<String>? = areOtherSets ? nil : []
    var keyChange: KeyChange = areOtherSets ? .all : []
    for index in snapshot.sets.indices {
      if let paths = snapshot.sets[index].takeChanged() { changed?.formUnion(paths) } else { changed = nil }
      keyChange.formUnion(snapshot.sets[index].takeKeyChange())
    }
    areOtherSets = false
    var refreshes: [Refresh] = []
    if publisher.publish(snapshot, changed: changed, outbox) { refreshes.append(.diagnostics) }
    if !keyChange.isEmpty { refreshes.append(.codeLenses) }
    // Labels stand beside uses, which an editor asks for by itself in the file that it changes.
    if keyChange.contains(.entries) { refreshes.append(.inlayHints) }
    refresh(refreshes)
  }

  /// Has the client ask again, for what it does so.
  func refresh(_ refreshes: [Refresh]) {
    for refresh in refreshes where snapshot.client.refreshes.contains(refresh) {
      outbox.ask(refresh.rawValue, .null)
    }
  }
}
