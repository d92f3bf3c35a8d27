import Spelling
import YAML

extension Keyword {
  /// The types that a value may have. (Validation, section 6.1.1.)
  static let type = Keyword(name: "type", vocabulary: .validation) { value, compiler in
    let tree = value.tree
    guard tree.kind(of: value.node) == .sequence else {
      return compiler.type(value, at: value.node).map { [TypeCheck(types: $0)] } ?? []
    }
    if tree.count(of: value.node) == 0 {
      compiler.refuse(value, "type must name a type; this is an empty list")
    }
    var types: Types = []
    for element in tree.elements(of: value.node) {
      guard let type = compiler.type(value, at: element) else { continue }
      if !types.isDisjoint(with: type) {
        compiler.refuse(value, at: element, "\(tree.text(of: element)) stands twice in type")
      }
      types.formUnion(type)
    }
    return [TypeCheck(types: types)]
  }
}

extension Compiler {
  fileprivate mutating func type(_ value: KeywordValue, at node: NodeID) -> Types? {
    let tree = value.tree
    let names = Types.names.map(\.name)
    let text = tree.text(of: node)
    if tree.kind(of: node) == .string, let type = Types(name: text) { return type }
    // `type: null` in YAML is nothing at all, not the name.
    let help =
      tree.kind(of: node) == .null && text == "null"
      ? "put null in quotes: it is a name here" : "the types are \(names.joined(separator: ", "))"
    refuse(
      value, at: node, "\(tree.briefly(node)) is no type",
      suggestions: Closest.matches(to: text, among: names), help: help)
    return nil
  }
}

/// The value has one of some types.
struct TypeCheck: Assertion {
  let types: Types
  var keyword: String { "type" }
  var cost: Cost { .kind }
  var plain: PlainCheck? { .type(self) }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    if !types.isDisjoint(with: Types(instance.kind)) { return .valid }
    // 1.0 is an integer.
    guard instance.kind == .float, types.contains(.integer) else { return .invalid }
    return run.tree.number(of: instance.node)?.isInteger == true ? .valid : .invalid
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault { .type(types) }
}
