import YAML

/// Something under a data set's root that is no folder.
package struct FoundFile: Sendable {
  /// What stands at a path.
  package enum Kind: Sendable, Hashable {
    /// A regular file.
    case file
    /// A link to a regular file under the root, whose real path is `target`, relative to the root.
    indirect case link(target: String)
    /// Something that cannot be read as a file.
    indirect case problem(FileProblem)
  }

  /// Where its path is: among those of the folder that it is in, since of most files no text is ever asked for.
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// What stands there.
  package let kind: Kind

  /// A file found at `path`.
  package init(path: String, kind: Kind) {
    bytes = Array(path.utf8)
    range = bytes.indices
    self.kind = kind
  }

  /// A file found at the path that is a part of `bytes`, which is UTF-8.
  init(_ bytes: [UInt8], in range: Range<Int>, kind: Kind) {
    self.bytes = bytes
    self.range = range
    self.kind = kind
  }

  /// The path from the root, with `/` between its parts. A name that is no UTF-8 has U+FFFD in it.
  package var path: String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether there is something to read, as far as is known.
  var isReadable: Bool { if case .problem = kind { false } else { true } }

  /// Whether its path is ASCII.
  var isASCII: Bool { bytes.span.extracting(range).isASCII }

  /// The same where another file has a path that is the same text. So that the two are told apart, what is not ASCII in its path
  /// is shown as bytes: `e%CC%81.yaml`.
  var withBytesShown: FoundFile {
    let shown = bytes[range].map { byte in
      byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
    }
    let kind = if case .problem = kind { kind } else { Kind.problem(.sameName) }
    return FoundFile(path: shown.joined(), kind: kind)
  }

  /// Below 0 when its path comes before `path`, above 0 when behind it, and 0 when it is that.
  func order(_ path: String) -> Int { bytes.span.extracting(range).order(path.utf8Span.span) }

  /// Whether its path comes before that of `other`.
  func precedes(_ other: FoundFile) -> Bool {
    bytes.span.extracting(range).order(other.bytes.span.extracting(other.range)) < 0
  }
}

extension FoundFile: Hashable {
  package static func == (left: FoundFile, right: FoundFile) -> Bool {
    left.kind == right.kind && left.bytes[left.range] == right.bytes[right.range]
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(bytes[range])
    hasher.combine(kind)
  }
}

/// Why a file or folder cannot be read.
package enum FileProblem: Error, Sendable, Hashable {
  /// A link to something that is not there.
  case brokenLink
  /// A link to a folder that it is in, or to itself.
  case linkCycle
  /// A link to something outside the root.
  case linkOutside
  /// A link to a folder outside the root.
  case folderOutside
  /// A link to a folder that another link led to already.
  case linkAgain
  /// A folder, though its name is that of a file.
  case folder
  /// A pipe, a socket or a device.
  case special
  /// A name that is no UTF-8.
  case nameNotUTF8
  /// A name that is the same text as that of another file, though not in the same bytes.
  case sameName
  /// A file that has gone since it was found.
  case gone
  /// A file or folder that the system refuses to open or to read, with the number of its reason (`errno`).
  case refused(Int32)
  /// A file of more bytes than are allowed.
  case tooLarge(bytes: Int, limit: Int)
  /// A file that changed each time while it was read.
  case changing
}

extension FileProblem {
  /// What is the matter, as the end of a sentence that begins with the file: "…: is a broken link".
  package var reason: String {
    switch self {
    case .brokenLink: "is a link to something that is not there"
    case .linkCycle: "is a link that leads back to itself"
    case .linkOutside, .folderOutside: "is a link that leads out of the data set"
    case .linkAgain: "is a link to a folder that another link leads to already"
    case .folder: "is a folder, though its name is that of a file"
    case .special: "is no regular file"
    case .nameNotUTF8: "has a name that is no UTF-8"
    case .sameName: "has the name of another file, with its accents written in another way"
    case .gone: "has gone since it was found"
    case .refused(let code): "cannot be opened: \(systemReason(code))"
    case .tooLarge(let bytes, let limit): "has \(bytes) bytes, more than the \(limit) allowed"
    case .changing: "changes while it is read"
    }
  }

  /// What to do about it, in one line.
  package var help: String {
    switch self {
    case .brokenLink, .linkCycle, .linkOutside, .folderOutside, .linkAgain:
      "put the file itself there, or remove the link"
    case .folder: "rename the folder"
    case .special: "put a file there"
    case .nameNotUTF8: "rename it"
    case .sameName: "rename or remove one of the two"
    case .gone, .changing: "check again when nobody works on the files"
    case .refused: "let it be read by whoever checks the set"
    case .tooLarge: "split the file"
    }
  }
}

extension FoundFile {
  /// The path of its bytes from the root: elsewhere than its own when it is a link.
  var content: Result<String, FileProblem> {
    switch kind {
    case .file: .success(path)
    case .link(let target): .success(target)
    case .problem(let problem): .failure(problem)
    }
  }
}
