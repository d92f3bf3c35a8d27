import Synchronization

/// A bar of progress in the editor. It is there once the client has agreed to it; when it refuses, nothing is sent.
/// (LSP 3.17, Server Initiated Progress.)
final class WorkProgress: Sendable {
  private enum Phase {
    case asked, agreed, refused
  }

  private struct Content {
    var phase = Phase.asked
    /// How many of all files are done, each percent once.
    var percent = 0
    var isEnded = false
  }

  private let outbox: Outbox
  private let title: String
  private let token: JSON
  private let content = Mutex(Content())

  /// Asks for a bar.
  ///
  /// - Parameter number: one that no other bar of this client has.
  init(_ outbox: Outbox, _ title: String, number: Int) {
    self.outbox = outbox
    self.title = title
    token = .string("metrolint-progress-\(number)")
    outbox.ask("window/workDoneProgress/create", ["token": token]) { [self] result in
      if result == nil { content.withLock { $0.phase = .refused } } else { begin() }
    }
  }

  private func begin() {
    content.withLock { content in
      content.phase = .agreed
      report([
        "kind": "begin", "title": .string(title), "cancellable": false, "percentage": .int(content.percent),
      ])
      // The bar is the client's from its answer on, so it is taken away also when all is done already.
      if content.isEnded { report(["kind": "end"]) }
    }
  }

  /// Shows how many of all files are done.
  func show(_ done: Int, of all: Int) {
    let percent = all > 0 ? min(100, done * 100 / all) : 100
    content.withLock { content in
      guard !content.isEnded, percent > content.percent else { return }
      content.percent = percent
      guard content.phase == .agreed else { return }
      report([
        "kind": "report", "message": .string("\(done) of \(all) files"), "percentage": .int(percent),
      ])
    }
  }

  /// Takes the bar away.
  func end() {
    content.withLock { content in
      content.isEnded = true
      if content.phase == .agreed { report(["kind": "end"]) }
    }
  }

  private func report(_ value: JSON) {
    outbox.notify("$/progress", ["token": token, "value": value])
  }
}
