/// A back reference, kept until the whole pattern is known.
struct Reference: Sendable {
  /// The captures it stands for; more than one if several groups have its name.
  let captures: CaptureTable.Captures

  /// Where it is, in bytes.
  let offset: Int

  /// Whether all these groups had ended before it.
  let isAfterGroups: Bool
}
