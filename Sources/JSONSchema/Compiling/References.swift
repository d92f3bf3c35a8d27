import Spelling
import YAML

// What references lead to.

extension Compiler {
  /// What a reference leads to.
  struct Target {
    var place: Place
    /// The name, when a dynamic anchor is what it names.
    var dynamicAnchor: String?
    /// Why it leads nowhere.
    var problem: String?
    var suggestions: [String] = []
  }

  /// What `reference`, absolute, leads to; nothing when there is no such document.
  mutating func target(of reference: URIReference) -> Target? {
    guard let number = registry.resource(reference) else { return nil }
    let resource = registry.resources[number]
    let fragment = reference.fragment ?? ""
    var target = Target(place: resource.place)
    if resource.dynamicAnchors[""] == resource.place.node, fragment.isEmpty { target.dynamicAnchor = "" }
    guard !fragment.isEmpty else { return target }
    guard let decoded = URIReference.percentDecoded(fragment) else {
      target.problem = "#\(fragment) has a % that is followed by no byte in UTF-8"
      return target
    }
    if decoded.utf8.first == UInt8(ascii: "/") {
      follow(decoded, from: resource.place, to: &target)
      if target.problem == nil { registry.scan(reference: target.place) }
    } else if let node = resource.anchors[decoded] {
      target.place = Place(document: resource.place.document, node: node)
      if resource.dynamicAnchors[decoded] == node { target.dynamicAnchor = decoded }
    } else {
      target.problem = "there is no anchor \(decoded) in \(describe(resource))"
      target.suggestions = Closest.matches(to: decoded, among: resource.anchors.keys.sorted()).map {
        "#" + $0
      }
    }
    return target
  }

  private func describe(_ resource: Resource) -> String {
    resource.uri.text.isEmpty ? "this schema" : resource.uri.text
  }

  /// Follows a JSON Pointer (RFC 6901).
  private mutating func follow(_ pointer: String, from place: Place, to target: inout Target) {
    let tree = registry.documents[place.document].tree
    var node = place.node
    var walked = ""
    let tokens = pointer.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for token in tokens.dropFirst() {
      let name = Compiler.unescaped(token)
      let next =
        tree.kind(of: node) == .sequence
        ? element(name, of: node, in: tree)
        : member(name, of: Place(document: place.document, node: node), in: tree)
      guard let next else {
        target.problem = "there is no \(name) in \(walked.isEmpty ? "the schema" : "#" + walked)"
        let names = tree.members(of: node).map { tree.text(of: $0.key) }
        target.suggestions = Closest.matches(to: name, among: names).map { "#\(walked)/\($0)" }
        return
      }
      walked += "/" + Substring(token)
      node = next
    }
    target.place = Place(document: place.document, node: node)
  }

  /// A token of a JSON Pointer without its escapes: `~1` is `/` and `~0` is `~`.
  private static func unescaped(_ token: Substring.UTF8View) -> String {
    var bytes: [UInt8] = []
    for byte in token {
      if bytes.last == UInt8(ascii: "~"), byte == UInt8(ascii: "1") {
        bytes[bytes.count - 1] = UInt8(ascii: "/")
      } else if bytes.last == UInt8(ascii: "~"), byte == UInt8(ascii: "0") {
        // A tilde that is done with is told from one that is to come by what follows it.
        bytes[bytes.count - 1] = 0xFF
      } else {
        bytes.append(byte)
      }
    }
    for index in bytes.indices where bytes[index] == 0xFF { bytes[index] = UInt8(ascii: "~") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func member(_ name: String, of mapping: Place, in tree: Tree) -> NodeID? {
    guard tree.count(of: mapping.node) > 32 else { return tree.value(name, of: mapping.node) }
    if memberTables[mapping.number] == nil {
      let members = tree.members(of: mapping.node).map { (tree.bytes(of: $0.key), $0.value) }
      memberTables[mapping.number] = Dictionary(members, uniquingKeysWith: { first, _ in first })
    }
    return memberTables[mapping.number]?[Array(name.utf8)]
  }

  private func element(_ name: String, of node: NodeID, in tree: Tree) -> NodeID? {
    guard let position = Int(name), String(position) == name, position >= 0, position < tree.count(of: node)
    else { return nil }
    var elements = tree.elements(of: node)
    for _ in 0..<position { _ = elements.next() }
    return elements.next()
  }
}
