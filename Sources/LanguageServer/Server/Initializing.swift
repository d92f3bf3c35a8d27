import Findings
import SourceText
import Workspace

extension State {
  /// Takes in what the client says of itself, and says what the server can do. (LSP 3.17, initialize.)
  mutating func initialize(_ params: JSON) -> JSON {
    snapshot.client = Client(params)
    snapshot.settings.take(params["initializationOptions"])
    folders = State.folders(params)
    return [
      "capabilities": State.capabilities(for: snapshot.client),
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

  private static func capabilities(for client: Client) -> JSON {
    let unit = ColumnUnit.names.first { $0.unit == client.unit }?.name ?? "utf-16"
    // Options may be given only to a client that knows the question. (LSP 3.17, Rename Request.)
    let rename: JSON = client.preparesRename ? ["prepareProvider": true] : true
    return [
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
      "renameProvider": rename,
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
    refresh(Refresh.allCases)
  }

  /// Asks the client for what people have set.
  mutating func askForSettings() {
    guard snapshot.client.canBeAsked else { return }
    settingsAnswer = outbox.ask("workspace/configuration", ["items": [["section": "metrolint"]]])
  }

  /// Takes in what the client answers to a request of the server; nothing when it has refused.
  mutating func take(_ result: JSON?, answerTo id: JSON) async {
    guard id == settingsAnswer, let settings = result?.array?.first else { return }
    await take(settings: settings)
  }
}
