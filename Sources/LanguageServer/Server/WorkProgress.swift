import Synchronization

/// A bar of progress in the editor. (LSP 3.17, Work Done Progress.)
final class WorkProgress: Sendable {
  private let outbox: Outbox
  private let token: JSON
  private let shown = Mutex(0)

  /// Begins a bar.
  init(_ outbox: Outbox, _ title: String) {
    self.outbox = outbox
    token = .string("metrolint/\(title)")
    outbox.ask("window/workDoneProgress/create", ["token": token])
    report(["kind": "begin", "title": .string(title), "cancellable": false, "percentage": 0])
  }

  /// Shows how many of all files are done; each percent once.
  func show(_ done: Int, of all: Int) {
    let percent = all > 0 ? min(100, done * 100 / all) : 100
    let isNew = shown.withLock { last in
      guard percent > last else { return false }
      last = percent
      return true
    }
    guard isNew else { return }
    report([
      "kind": "report", "message": .string("\(done) of \(all) files"), "percentage": .int(percent),
    ])
  }

  /// Takes the bar away.
  func end() {
    report(["kind": "end"])
  }

  private func report(_ value: JSON) {
    outbox.notify("$/progress", ["token": token, "value": value])
  }
}
