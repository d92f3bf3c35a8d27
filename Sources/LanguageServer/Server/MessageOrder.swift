/// Which messages wait for which.
///
/// Messages are begun in the order in which they come. One that changes what the server knows is done before the next
/// is begun. One that only asks gets what is known at its turn, is answered beside what comes after it, and nothing
/// waits for it.
enum MessageOrder: Sendable {
  /// Done before the next message is begun.
  case alone
  /// Answered beside others, from what is known at its turn.
  case beside
  /// Not queued at all.
  case atOnce

  /// Every message that the server knows, by method.
  static let all: [(method: String, order: MessageOrder)] = [
    ("$/cancelRequest", .atOnce),
    ("$/setTrace", .alone),
    ("exit", .alone),
    ("initialize", .alone),
    ("initialized", .alone),
    ("shutdown", .alone),
    ("textDocument/codeAction", .beside),
    ("textDocument/codeLens", .beside),
    ("textDocument/completion", .beside),
    ("textDocument/definition", .beside),
    ("textDocument/diagnostic", .beside),
    ("textDocument/didChange", .alone),
    ("textDocument/didClose", .alone),
    ("textDocument/didOpen", .alone),
    ("textDocument/didSave", .alone),
    ("textDocument/documentHighlight", .beside),
    ("textDocument/documentSymbol", .beside),
    ("textDocument/hover", .beside),
    ("textDocument/inlayHint", .beside),
    ("textDocument/prepareRename", .beside),
    ("textDocument/references", .beside),
    ("textDocument/rename", .beside),
    ("workspace/diagnostic", .beside),
    ("workspace/didChangeConfiguration", .alone),
    ("workspace/didChangeWatchedFiles", .alone),
    ("workspace/didChangeWorkspaceFolders", .alone),
    ("workspace/executeCommand", .beside),
    ("workspace/symbol", .beside),
  ]

  /// The order of a method's messages; nothing for one that the server does not know.
  static func of(_ method: String) -> MessageOrder? {
    all.first { $0.method == method }?.order
  }
}
