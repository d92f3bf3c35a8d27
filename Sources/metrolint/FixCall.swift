import Findings
import SourceText
import Workspace

/// What `--fix` and `--diff` do with what the fixes of a set come to.
struct FixCall {
  private let outcome: FixRun.Outcome
  private let dataSet: DataSet
  private let environment: Environment
  private let isQuiet: Bool

  init(_ outcome: FixRun.Outcome, of dataSet: DataSet, _ environment: Environment, isQuiet: Bool) {
    self.isQuiet = isQuiet
    self.outcome = outcome
    self.dataSet = dataSet
    self.environment = environment
  }

  /// Writes the files that change, and says how many. A file that is another one by now than it was when it was checked
  /// is left alone.
  func write(_ console: Console) throws(Failure) {
    var failure: Failure?
    var written = 0
    for file in outcome.files {
      let path = Path.join(dataSet.root, file.path)
      let shown = Path.relative(path, to: environment.workingFolder)
      do {
        guard isUnchanged(file, at: path) else {
          throw Failure.system("\(shown) has changed since it was checked, so it is left as it is; fix again")
        }
        try OutputFile.write(file.fileBytes, to: path)
        written += 1
      } catch let error as SystemError {
        failure = failure ?? .system("cannot write \(shown): \(error.message)")
      } catch {
        failure = failure ?? error as? Failure
      }
    }
    if let failure { throw failure }
    if written > 0, !isQuiet { console.say("metrolint: \(repaired) in \(count(written, "file"))") }
    sayWithheld(console)
  }

  /// Writes what the fixes would change as a unified diff, and says how much that is.
  func show(_ console: Console) throws(Failure) {
    for file in outcome.files {
      let path = Path.relative(Path.join(dataSet.root, file.path), to: environment.workingFolder)
      // A patch is text in UTF-8; of a file in another encoding it would change every byte.
      guard file.before.encoding == .utf8 || file.before.encoding == .utf8WithMark else {
        console.say("metrolint: \(path) is in UTF-16, which a diff cannot show; --fix can change it")
        continue
      }
      try console.write(UnifiedDiff(file, path: path).bytes)
    }
    sayWithheld(console)
    guard !isQuiet else { return }
    console.say(
      outcome.files.isEmpty
        ? "metrolint: there is nothing to fix"
        : "metrolint: --fix would do this: \(repaired) in \(count(outcome.files.count, "file"))")
  }

  /// Whether a file is still what was checked. Or what the fixes make of it: it may be there under two names.
  private func isUnchanged(_ file: FixRun.File, at path: String) -> Bool {
    guard let bytes = try? environment.files.bytes(of: path, limit: Int(UInt32.max)) else { return false }
    let now = SourceText(fileBytes: bytes)
    if bytes == file.fileBytes { return true }
    return now.encoding == file.before.encoding && now.bytes == file.before.bytes
  }

  private func sayWithheld(_ console: Console) {
    for path in outcome.withheld {
      console.say(
        "metrolint: \(path) is left as it is, because its fixes would bring other findings; correct it by hand"
      )
    }
  }

  private var repaired: String { "\(count(outcome.repaired, "finding")) repaired" }

  private func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
