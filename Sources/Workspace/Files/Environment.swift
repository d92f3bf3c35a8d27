/// The world outside, as far as it can change what a check says: the one value through which it comes in.
package struct Environment: Sendable {
  /// The files.
  package var files: any Files
  /// The absolute path of the folder that relative paths are meant from.
  package var workingFolder: String
  /// Where results are kept from run to run; nothing to keep none.
  package var cache: CachePlace?

  /// A world of these files.
  package init(files: any Files, workingFolder: String, cache: CachePlace? = nil) {
    self.files = files
    self.workingFolder = workingFolder
    self.cache = cache
  }
}

/// Where results are kept from run to run.
package struct CachePlace: Sendable, Hashable {
  /// The folder's absolute path. It need not be there.
  package var folder: String
  /// What tells builds of one version of the program apart.
  package var build: String
  /// The time, in nanoseconds since 1970.
  package var now: Int64
  /// The most bytes that all results together may take.
  package var mostBytes: Int

  /// A folder for results.
  package init(folder: String, build: String, now: Int64, mostBytes: Int = 512 << 20) {
    self.folder = folder
    self.build = build
    self.now = now
    self.mostBytes = mostBytes
  }
}
