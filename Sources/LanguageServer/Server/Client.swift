import SourceText

/// What the client can do, as it says in `initialize`.
struct Client: Sendable {
  /// What columns count.
  var unit = ColumnUnit.utf16
  /// Whether diagnostics may have other places.
  var hasRelatedPlaces = false
  /// Whether it takes links with the range of what was asked from.
  var hasLinks = false
  /// How it takes what is shown of a place.
  var hoverMarkup = Markup.string
  /// How it takes what is shown of a completion.
  var completionMarkup = Markup.string
  /// Whether it asks first whether something can be renamed.
  var preparesRename = false
  /// Whether symbols of a document may be nested.
  var hasNestedSymbols = false
  /// Whether the server may ask for files to be watched.
  var canWatch = false
  /// Whether the server may show progress.
  var canShowProgress = false
  /// Whether it can be asked for its settings.
  var canBeAsked = false
  /// Whether it takes edits of documents with their versions.
  var hasVersionedEdits = false
  /// What it asks for again when the server says so.
  var refreshes: Set<Refresh> = []

  /// A client of which nothing is known.
  init() {}

  /// The client that sends these parameters of `initialize`.
  init(_ params: JSON) {
    let capabilities = params["capabilities"]
    let (text, workspace) = (capabilities?["textDocument"], capabilities?["workspace"])
    let wanted = capabilities?["general"]?["positionEncodings"]?.array ?? []
    for name in wanted.compactMap(\.string) {
      guard let known = ColumnUnit.names.first(where: { $0.name == name }) else { continue }
      unit = known.unit
      break
    }
    hasRelatedPlaces = text?["publishDiagnostics"]?["relatedInformation"]?.bool ?? false
    hasLinks = text?["definition"]?["linkSupport"]?.bool ?? false
    hoverMarkup = Markup(text?["hover"]?["contentFormat"])
    completionMarkup = Markup(text?["completion"]?["completionItem"]?["documentationFormat"])
    preparesRename = text?["rename"]?["prepareSupport"]?.bool ?? false
    hasNestedSymbols = text?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
    canWatch = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.bool ?? false
    canShowProgress = capabilities?["window"]?["workDoneProgress"]?.bool ?? false
    canBeAsked = workspace?["configuration"]?.bool ?? false
    hasVersionedEdits = workspace?["workspaceEdit"]?["documentChanges"]?.bool ?? false
    refreshes = Set(
      Refresh.allCases.filter { workspace?[$0.capability]?["refreshSupport"]?.bool == true })
  }
}

/// What of an editor's may be another answer now: the methods by which the server says so.
enum Refresh: String, Sendable, CaseIterable {
  case diagnostics = "workspace/diagnostic/refresh"
  case codeLenses = "workspace/codeLens/refresh"
  case inlayHints = "workspace/inlayHint/refresh"

  /// The capability in which a client says that it asks again.
  fileprivate var capability: String {
    switch self {
    case .diagnostics: "diagnostics"
    case .codeLenses: "codeLens"
    case .inlayHints: "inlayHint"
    }
  }
}

/// What people set.
struct Settings: Sendable, Hashable {
  /// Whether labels stand beside keys.
  var hasInlayHints = true
  /// Whether entries say how often they are used.
  var hasCodeLens = true
  /// The ruleset in place of the one that configurations name.
  var ruleset: String?

  /// Takes what `json` says; what it does not say stays.
  mutating func take(_ json: JSON?) {
    guard let json else { return }
    let own = json["metrolint"] ?? json
    if let isOn = Settings.isOn(own["inlayHints"]) { hasInlayHints = isOn }
    if let isOn = Settings.isOn(own["codeLens"]) { hasCodeLens = isOn }
    if let name = own["ruleset"]?.string { ruleset = name.isEmpty ? nil : name }
  }

  private static func isOn(_ json: JSON?) -> Bool? {
    json?.bool ?? json?["enable"]?.bool ?? json?["enabled"]?.bool
  }
}
