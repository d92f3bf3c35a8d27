import Findings
import RuleEngine
import SourceText
import Workspace
import YAML

/// All that the server knows at one moment. Requests read it while the next changes are already taken in.
struct Snapshot: Sendable {
  /// Finds the pages of rules.
  let page: Server.PageFinder
  /// What the client can do.
  var client = Client()
  /// What people set.
  var settings = Settings()
  /// The data sets, by their roots.
  var sets: [LiveSet] = []
  /// The open texts, by path; by URI those that are no files.
  var documents: [String: Document] = [:]

  /// A file that a request is about.
  struct File: Sendable {
    /// Its absolute path.
    let path: String
    /// Its text.
    let text: SourceText
    /// The data set that it is in, when that can be checked.
    let session: Session?
    /// Its path from the root of that set.
    let inner: String
    /// The sources of the set that it belongs to, by number.
    var sources: [Int] { session?.sources(of: inner) ?? [] }
  }

  /// The file that `textDocument` of some parameters names.
  func file(_ params: JSON) throws(ResponseError) -> File {
    guard let uri = params["textDocument"]?["uri"]?.string else {
      throw ResponseError(code: .invalidParams, message: "textDocument.uri is missing")
    }
    let path = FileURI.path(of: uri).map(State.normalized) ?? uri
    let set = set(around: path)
    let inner = set.flatMap { Path.below(path, $0.root) } ?? path
    guard let text = documents[path]?.text ?? set?.session?.source(inner) else {
      throw ResponseError(code: .invalidParams, message: "\(uri) is not open and is no file of a data set")
    }
    return File(path: path, text: text, session: set?.session, inner: inner)
  }

  /// The offset in a file of `position` of some parameters.
  func offset(_ params: JSON, in file: File) throws(ResponseError) -> Int {
    try file.text.offset(of: params["position"], in: client.unit)
  }

  /// The innermost data set that the file at `path` is in.
  func set(around path: String) -> LiveSet? {
    sets.filter { Path.below(path, $0.root) != nil }.max { $0.root.utf8.count < $1.root.utf8.count }
  }

  /// The URI of the file at `path`, as the editor writes it when it has it open.
  func uri(of path: String) -> String {
    documents[path]?.uri ?? FileURI.uri(of: path)
  }
}

/// Makes locations of ranges in the files of a data set, each text looked up once.
struct Locations {
  private let snapshot: Snapshot
  private let session: Session
  private var texts: [String: SourceText] = [:]

  /// Locations in the files of `session`.
  init(_ snapshot: Snapshot, _ session: Session) {
    self.snapshot = snapshot
    self.session = session
  }

  /// The text of a file, by its path from the root.
  mutating func text(_ path: String) -> SourceText? {
    if let text = texts[path] { return text }
    let text = snapshot.documents[absolute(path)]?.text ?? session.source(path)
    texts[path] = text
    return text
  }

  /// The absolute path of a file.
  func absolute(_ path: String) -> String { Path.absolute(path, in: session.dataSet.root) }

  /// The URI of a file.
  func uri(_ path: String) -> String { snapshot.uri(of: absolute(path)) }

  /// The range of some bytes of a file.
  mutating func range(_ path: String, _ range: ByteRange) -> JSON? {
    text(path)?.json(of: range, in: snapshot.client.unit)
  }

  /// The location of some bytes of a file. (LSP 3.17, Location.)
  mutating func location(_ path: String, _ range: ByteRange) -> JSON? {
    self.range(path, range).map { ["uri": .string(uri(path)), "range": $0] }
  }

  /// Edits of files by path, as one edit of the workspace. (LSP 3.17, WorkspaceEdit.)
  mutating func edit(_ edits: [String: [TextEdit]]) -> JSON {
    let files = edits.keys.sorted().compactMap { path -> (String, [JSON])? in
      let list = (edits[path] ?? []).compactMap { edit in
        range(path, edit.range).map { JSON.of(["range": $0, "newText": .string(edit.text)]) }
      }
      return list.isEmpty ? nil : (path, list)
    }
    guard snapshot.client.hasVersionedEdits else {
      return ["changes": .object(files.map { JSON.Member(uri($0.0), .array($0.1)) })]
    }
    let changes = files.map { path, list -> JSON in
      let version = snapshot.documents[absolute(path)].map { JSON.int($0.version) } ?? .null
      return ["textDocument": ["uri": .string(uri(path)), "version": version], "edits": .array(list)]
    }
    return ["documentChanges": .array(changes)]
  }
}
