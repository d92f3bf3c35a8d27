import Findings
import SourceText
import Workspace

extension State {
  /// Takes in what the client says of itself, and says what the server can do. (LSP 3.17, initialize.)
  mutating func initialize(_ params: JSON) -> JSON {
    snapshot.client = Client(params)
    snapshot.settings.take(params["initializationOptions"])
    folders = State.folders(params)
    let unit = ColumnUnit.names.first { $0.unit == snapshot.client.unit }?.name ?? "utf-16"
    return [
      "capabilities": State.capabilities(unit: unit),
      "serverInfo": ["name": "metrolint", "version": .string(Report.Product.metrolint.version)],
    ]
  }

  private static func folders(_ params: JSON) -> [String] {
    if let folders = params["workspaceFolders"]?.array {
      return folders.compactMap { $0["uri"]?.string.flatMap(FileURI.path) }.map(normalized)
    }
    if let root = params["rootUri"]?.string.flatMap(FileURI.path) { return [normalized(root)] }
    return (params["rootPath"]?.string).map { [normalized($0)] } ?? []
  }

  /// A path without a slash at its end.
  static func normalized(_ path: String) -> String { Path.absolute(path, in: "/") }

  private static func capabilities(unit: String) -> JSON {
    [
      "positionEncoding": .string(unit),
      "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
      "completionProvider": [
        "triggerCharacters": [" ", "[", ",", "\"", "'", "-"], "resolveProvider": false,
      ],
      "hoverProvider": true,
      "definitionProvider": true,
      "referencesProvider": true,
      "documentHighlightProvider": true,
      "documentSymbolProvider": true,
      "workspaceSymbolProvider": true,
      "codeActionProvider": ["codeActionKinds": ["quickfix", "source.fixAll.metrolint"]],
      "codeLensProvider": ["resolveProvider": false],
      "inlayHintProvider": true,
      "renameProvider": ["prepareProvider": true],
      "executeCommandProvider": ["commands": [.string(RequestHandler.showReferences)]],
      "diagnosticProvider": [
        "identifier": "metrolint", "interFileDependencies": true, "workspaceDiagnostics": true,
      ],
      "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
    ]
  }

  /// Takes over what people have set.
  mutating func take(settings: JSON) async {
    let before = snapshot.settings
    snapshot.settings.take(settings)
    if snapshot.settings.ruleset != before.ruleset { await reopenSets() }
    guard snapshot.settings != before else { return }
    for method in snapshot.client.refreshes { outbox.ask(method, .null) }
  }

  /// Asks the client for what people have set.
  func askForSettings() {
    guard snapshot.client.canBeAsked else { return }
    outbox.ask("workspace/configuration", ["items": [["section": "metrolint"]]])
  }
}
