import YAML

extension Keyword {
  /// The values that are allowed. (Validation, section 6.1.2.)
  static let `enum` = Keyword(name: "enum", vocabulary: .validation) { value, compiler in
    guard value.tree.kind(of: value.node) == .sequence else {
      compiler.refuse(
        value, "enum must be a list of values; this is \(value.tree.briefly(value.node))")
      return []
    }
    return [
      ConstantsCheck(
        keyword: "enum", constants: Constants(Array(value.tree.elements(of: value.node)), in: value.tree))
    ]
  }
}

/// The value is one of some values.
struct ConstantsCheck: Assertion {
  let keyword: String
  let constants: Constants
  var cost: Cost { .comparison }

  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict {
    constants.contain(instance, run: &run)
  }

  func fault(of instance: Instance, in tree: Tree) -> Fault { .constants(constants) }

  func describe(_ description: inout SchemaDescription) {
    description.add(constants)
  }
}
