import Findings

extension Report {
  /// The path of a file of the set from the folder that the command ran in, for programs that open files or
  /// match them with those of a repository. Where the root is not below that folder nothing relative can name
  /// the file there, so the path from the root stays.
  func pathFromWorkingFolder(_ path: String) -> String {
    var root = root[...]
    while root.hasPrefix("./") { root = root.dropFirst(2) }
    while root.hasSuffix("/"), root != "/" { root = root.dropLast() }
    let isBelow = !root.hasPrefix("/") && root != ".." && !root.hasPrefix("../")
    return root.isEmpty || root == "." || !isBelow ? path : "\(root)/\(path)"
  }
}
