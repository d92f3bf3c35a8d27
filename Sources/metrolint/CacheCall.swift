import Workspace

/// Where a call keeps results for the next one.
enum CacheCall {
  /// The options that say it.
  static let options: [any CommandOption] = [folder, none]

  /// The same options of a command that keeps nothing but pages about rules.
  static let pageOptions: [any CommandOption] = [
    Option(
      "cache-dir", Values.folder,
      "keep the pages that findings link to in DIR (default: metrolint in the user's cache folder)"),
    Flag("no-cache", "write no pages; what links to one links to the rule's own file, if it has one"),
  ]

  private static let folder = Option(
    "cache-dir", Values.folder,
    "keep what is known of files in DIR (default: metrolint in the user's cache folder)")
  private static let none = Flag("no-cache", "look at every file anew, and keep nothing")

  /// The place; nothing when there is none, or none is wanted.
  static func place(_ arguments: Arguments, workingFolder: String) -> CachePlace? {
    guard !arguments.has(none), let folder = arguments[folder] ?? userFolder else { return nil }
    return CachePlace(
      folder: Path.absolute(folder, in: workingFolder), build: Program.build, now: Program.now)
  }

  /// metrolint's folder in the user's cache folder, as the XDG Base Directory Specification has it: a relative path in
  /// the variable counts as none.
  private static var userFolder: String? {
    if let folder = Variables["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/metrolint" }
    return Variables["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache/metrolint" : nil }
  }
}
