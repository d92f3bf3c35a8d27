/// Makes names unique, for readers that keep only one of equals.
struct UniqueNames {
  /// How many times each name was given, under itself or with a number.
  private var uses: [String: Int] = [:]

  /// `name` when it is new, else with the first number in brackets, from 2, that makes it new.
  mutating func unique(_ name: String) -> String {
    var unique = name
    var count = uses[name, default: 0]
    while uses[unique] != nil {
      count += 1
      unique = "\(name) (\(count))"
    }
    uses[unique] = 1
    if count > 0 { uses[name] = count }
    return unique
  }
}
