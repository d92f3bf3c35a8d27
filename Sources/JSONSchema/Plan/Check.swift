import YAML

/// One keyword of one schema, compiled.
///
/// `verdict` decides and allocates nothing on the way of a valid value; `explain` is asked only when something is
/// wrong, and says what. The two agree: `explain` adds nothing exactly when the verdict is valid.
protocol Check: Sendable {
  /// The keyword's name, for the place in the schema.
  var keyword: String { get }

  /// How much it takes to decide. Cheap checks come first.
  var cost: Cost { get }

  /// The same without references, when there are none.
  var plain: PlainCheck? { get }

  /// Which of the keywords it is that ask what names the keys of a mapping are, when it is one of them.
  var memberNames: MemberNames.Keyword? { get }

  /// The schemas that it applies to the value itself, and not to a part of it.
  var inPlace: [SchemaIndex] { get }

  /// Decides about `instance`.
  func verdict(of instance: Instance, in plan: Plan, run: inout Run) -> Verdict

  /// Adds what is wrong with `instance` to `report`.
  ///
  /// - Parameter schema: the schema that the keyword is in.
  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation)

  /// What the keyword says about a value or its members to someone who writes it.
  func describe(_ description: inout SchemaDescription)

  /// The schemas for the part of a value that `step` leads to.
  func schemas(for step: Step, in plan: Plan) -> [SchemaIndex]
}

/// How much it takes to decide a check.
enum Cost: Int, Sendable, Comparable {
  /// A look at the kind of the value.
  case kind
  /// A comparison, or a count.
  case comparison
  /// A pass over names or text.
  case names
  /// A pattern or a format.
  case text
  /// Other schemas, on parts of the value or on itself.
  case schemas
  /// What others have left over.
  case leftovers

  static func < (left: Cost, right: Cost) -> Bool { left.rawValue < right.rawValue }
}

extension Check {
  var plain: PlainCheck? { nil }
  var memberNames: MemberNames.Keyword? { nil }
  var inPlace: [SchemaIndex] { [] }
  func describe(_ description: inout SchemaDescription) {}
  func schemas(for step: Step, in plan: Plan) -> [SchemaIndex] { [] }
}

/// A check that looks at a value as a whole, so that one fault says what is wrong.
protocol Assertion: Check {
  /// What is wrong with `instance`; asked when the verdict is not valid.
  func fault(of instance: Instance, in tree: Tree) -> Fault
}

extension Assertion {
  func explain(
    _ instance: Instance, schema: SchemaIndex, in plan: Plan, run: inout Run, report: inout Explanation
  ) {
    switch verdict(of: instance, in: plan, run: &run) {
    case .valid: break
    case .invalid:
      report.add(fault(of: instance, in: run.tree), instance.node, Site(schema, keyword), run: run)
    case .undecided:
      report.addUndecided(instance.node, Site(schema, keyword), run: run)
    }
  }
}
