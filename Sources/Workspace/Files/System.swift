#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The calls of the operating system that finding and reading files needs, as Swift likes them: values in, and
// values or a `FileProblem` out. Foundation has them too, but loading it takes longer than checking a small set.
// Here alone Workspace holds pointers.

/// An open file or folder, closed when its owner goes.
struct Descriptor: ~Copyable, Sendable {
  private let number: Int32

  deinit {
    close(number)
  }

  /// Opens the folder at `path`, as seen from the current one. It may be a link.
  init(folder path: String) throws(FileProblem) {
    number = try checked { unsafe openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC | O_DIRECTORY) }
  }

  /// Opens what is at `path`, as seen from the folder `parent`, for reading. The last part of the path may not be
  /// a link, and a pipe that nobody writes to does not make anyone wait.
  ///
  /// - Parameter start: where the path begins in `path`, in bytes.
  init(_ path: String, from start: Int = 0, in parent: borrowing Descriptor) throws(FileProblem) {
    let folder = parent.number
    number = try checked {
      unsafe path.atByte(start) { unsafe openat(folder, $0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
    }
  }

  /// Opens the file at `path`, as seen from the current folder, for reading. It may be a link, and a pipe that nobody
  /// writes to does not make anyone wait.
  init(file path: String) throws(FileProblem) {
    number = try checked { unsafe openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
  }

  /// Makes a file at `path`, where nothing may be, for writing. Only its owner may read it.
  init(newFile path: String) throws(FileProblem) {
    number = try checked { unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
  }

  /// What the open file is.
  func status() throws(FileProblem) -> FileStatus {
    var facts = stat()
    _ = try checked { unsafe fstat(number, &facts) }
    return FileStatus(facts)
  }

  /// What is at `path`, as seen from this folder. A link counts as itself.
  ///
  /// - Parameter start: where the path begins in `path`, in bytes.
  func status(of path: String, from start: Int = 0) throws(FileProblem) -> FileStatus {
    var facts = stat()
    _ = try checked {
      unsafe path.atByte(start) { unsafe fstatat(number, $0, &facts, AT_SYMLINK_NOFOLLOW) }
    }
    return FileStatus(facts)
  }

  /// The next bytes of the file, `limit` of them or up to its end.
  func bytes(atMost limit: Int) throws(FileProblem) -> [UInt8] {
    try unsafe bytes(atMost: limit) { base, count, done in unsafe read(number, base, count) }
  }

  /// The next bytes of the file, which is said to have so many: one more when it has more by now.
  func bytes(ofSize size: Int) throws(FileProblem) -> [UInt8] {
    try unsafe bytes(atMost: size + 1, enough: size) { base, count, done in unsafe read(number, base, count) }
  }

  /// The bytes of the file from `offset` on, `limit` of them or up to its end.
  func bytes(at offset: Int, atMost limit: Int) throws(FileProblem) -> [UInt8] {
    try unsafe bytes(atMost: limit) { base, count, done in
      unsafe pread(number, base, count, off_t(offset + done))
    }
  }

  private func bytes(
    atMost limit: Int, enough: Int? = nil,
    _ read: (_ base: UnsafeMutablePointer<UInt8>, _ count: Int, _ done: Int) -> Int
  ) throws(FileProblem) -> [UInt8] {
    var problem: FileProblem?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < enough ?? limit, let base = buffer.baseAddress {
        do throws(FileProblem) {
          let got = try checked { unsafe read(base + count, limit - count, count) }
          if got == 0 { break }
          count += got
        } catch {
          problem = error
          break
        }
      }
    }
    if let problem { throw problem }
    return bytes
  }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) throws(FileProblem) {
    var done = 0
    while done < bytes.count {
      done += try checked {
        unsafe bytes.withUnsafeBytes { buffer in
          unsafe systemWrite(number, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
        }
      }
    }
  }

  /// Sets the file's times to now, when that is allowed.
  func setTimesToNow() {
    _ = futimens(number, nil)
  }

  /// What is in the folder at `path`, as seen from this one, but for hidden things, in no order.
  ///
  /// - Parameter prefix: what the entries' paths begin with, before the name.
  func listing(of path: String, prefix: String) throws(FileProblem) -> Listing {
    let flags = O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW
    let opened = try checked { unsafe openat(number, path, flags) }
    guard let folder = unsafe fdopendir(opened) else {
      defer { close(opened) }
      throw FileProblem(errno)
    }
    defer { unsafe closedir(folder) }
    var listing = Listing(prefix: prefix)
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else { break }
      let kind = FileStatus.Kind(folderEntry: unsafe entry.pointee.d_type)
      unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
        guard unsafe name[0] != UInt8(ascii: "."), let start = name.baseAddress else { return }
        let count = unsafe strnlen(start.assumingMemoryBound(to: CChar.self), name.count)
        unsafe listing.append(UnsafeRawBufferPointer(start: start, count: count), kind: kind)
      }
    }
    if errno != 0 { throw FileProblem(errno) }
    return listing
  }
}

/// The path of `path` without links, from the file system's root; nothing when it cannot be found.
func realPath(_ path: String) throws(FileProblem) -> String {
  guard let resolved = unsafe realpath(path, nil) else { throw FileProblem(errno) }
  defer { unsafe free(resolved) }
  guard let text = unsafe String(validatingCString: resolved) else { throw .nameNotUTF8 }
  return text
}

/// What the system says about one of its error numbers, such as `Permission denied`, whatever the locale.
func systemReason(_ code: Int32) -> String {
  switch code {
  case EACCES, EPERM: "permission denied"
  case EMFILE, ENFILE: "too many open files"
  case EIO: "the device reports an error"
  case ENAMETOOLONG: "the path is too long"
  case ENOMEM: "out of memory"
  default: "system error \(code)"
  }
}

extension String {
  /// Calls `body` with what C has of it from a byte on.
  fileprivate func atByte<Result>(_ start: Int, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    unsafe withCString { unsafe body($0 + min(start, utf8.count)) }
  }
}

/// `write` of the system, which the method of that name hides.
private func systemWrite(_ number: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(number, bytes, count)
}

/// Makes a call again while signals interrupt it.
func checked<Number: SignedInteger>(_ call: () -> Number) throws(FileProblem) -> Number {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw FileProblem(errno) }
  }
}

extension FileProblem {
  fileprivate init(_ code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .gone
    case ELOOP: self = .linkCycle
    case ENXIO: self = .special
    default: self = .refused(code)
    }
  }
}

extension FileStatus {
  fileprivate init(_ facts: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (facts.st_mtimespec, facts.st_ctimespec)
    #else
      let (modified, changed) = (facts.st_mtim, facts.st_ctim)
    #endif
    self.init(
      device: UInt64(truncatingIfNeeded: facts.st_dev), number: UInt64(truncatingIfNeeded: facts.st_ino),
      size: Int(facts.st_size), modified: modified.nanoseconds, changed: changed.nanoseconds,
      kind: Kind(mode: facts.st_mode))
  }
}

extension timespec {
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec) }
}

extension FileStatus.Kind {
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .special
    }
  }

  fileprivate init?(folderEntry type: UInt8) {
    switch Int(type) {
    case Int(DT_REG): self = .regular
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .link
    case Int(DT_UNKNOWN): return nil
    default: self = .special
    }
  }
}

extension FileKind {
  /// What stands at `path` on the disk; links are followed.
  init(at path: String) {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else {
      self = .absent
      return
    }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}

/// The machine's processors.
package enum Processors {
  /// How many of them worked when somebody asked first, since the system reads a file to say it; at least one.
  package static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
