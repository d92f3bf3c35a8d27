/// What can be wrong with an activity of a set with errors. Each is one that people make.
enum Mistake: CaseIterable, Sendable {
  /// An outcome with a digit that the plan does not have.
  case outcome
  /// A city in small letters.
  case memberCase
  /// A city that is in no region.
  case unknownMember
  /// A day after the report's period.
  case date
  /// A field that activities do not have.
  case field
  /// No outcomes at all.
  case missing
  /// A number as text.
  case type
  /// A bracket that is never closed: no YAML.
  case syntax
}
