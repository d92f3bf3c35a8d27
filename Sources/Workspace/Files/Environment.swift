/// The world outside, as far as it can change what a check says: the one value through which it comes in.
package struct Environment: Sendable {
  /// The files.
  package var files: any Files
  /// The absolute path of the folder that relative paths are meant from.
  package var workingFolder: String

  /// A world of these files.
  package init(files: any Files, workingFolder: String) {
    self.files = files
    self.workingFolder = workingFolder
  }
}
