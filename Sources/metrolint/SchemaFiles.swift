import Findings
import SourceText
import Synchronization
import YAML

/// The schema documents of a call: the one that it names, and those that this one refers to, by URI.
///
/// The named document's URI is its path, so what stands beside it is found beside it; the URI of any other place is
/// looked for where the call says that it lies on disk. Nothing is ever fetched.
final class SchemaFiles: Sendable {
  /// Where the URIs that begin with `prefix` lie: at a path that begins with `place`.
  struct Mapping: Sendable {
    let prefix: String
    let place: String
  }

  private let mappings: [Mapping]
  private let texts = Mutex<[String: SourceText]>([:])
  private let broken = Mutex<[String: [Finding]]>([:])

  /// Documents of which some lie elsewhere; of several mappings the one with the longest prefix counts.
  init(_ mappings: [Mapping]) {
    self.mappings = mappings.sorted { $0.prefix.utf8.count > $1.prefix.utf8.count }
  }

  /// The texts of the documents that were read, by path.
  var sources: [String: SourceText] { texts.withLock { $0 } }

  /// What is wrong as YAML with the documents that were read, by path; only those with which something is.
  var mistakes: [String: [Finding]] { broken.withLock { $0 } }

  /// The URI of the file at `path`.
  static func uri(of path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII, !" \"#%<>?[\\]^`{|}".unicodeScalars.contains(scalar), byte > 0x20, byte < 0x7F {
        uri.unicodeScalars.append(scalar)
      } else {
        uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return uri
  }

  /// The path of the file that `uri` names; nothing for a URI of some other place that lies nowhere on disk.
  func path(of uri: String) -> String? {
    for mapping in mappings where uri.hasPrefix(mapping.prefix) {
      guard let rest = Self.decoded(uri.dropFirst(mapping.prefix.count)),
        !rest.split(separator: "/").contains("..")
      else { return nil }
      if rest.isEmpty { return mapping.place }
      if mapping.place.hasSuffix("/") { return mapping.place + rest.drop { $0 == "/" } }
      if rest.hasPrefix("/") || mapping.prefix.hasSuffix("/") {
        return mapping.place + "/" + rest.drop { $0 == "/" }
      }
    }
    if uri.hasPrefix("file://") { return Self.decoded(uri.dropFirst("file://".count)) }
    let isElsewhere = uri.prefix { $0 != "/" }.contains(":")
    return isElsewhere ? nil : Self.decoded(uri[...])
  }

  /// The file at `uri`, for a library; nothing when there is none.
  func load(_ uri: String) -> LoadedFile? {
    path(of: uri).flatMap { path in
      (try? InputFile.read(path, limit: Limits().fileBytes)).map { read($0, path: path) }
    }
  }

  /// Reads the bytes of the file at `path` as a document, and keeps its text.
  func read(_ bytes: [UInt8], path: String) -> LoadedFile {
    let source = SourceText(fileBytes: bytes)
    texts.withLock { $0[path] = source }
    let file = loadYAML(source)
    let findings = file.errors(path: path)
    if !findings.isEmpty { broken.withLock { $0[path] = findings } }
    return file
  }

  /// The text with its percent-encoded bytes decoded (RFC 3986, section 2.1); nothing when they are no UTF-8 or a
  /// percent sign stands alone.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return nil
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
