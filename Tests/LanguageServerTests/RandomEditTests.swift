import BenchmarkData
import Findings
import Foundation
import RuleEngine
import Testing
import Workspace

/// What a set says after any changes is what a check says that begins anew.
@Suite("A data set that is edited")
struct RandomEditTests {
  @Test("says after each of many random changes what a check says of the same texts", arguments: 1...4)
  func sequence(seed: Int) async throws {
    var play = try await Play(seed: UInt64(seed), withRuleset: false)
    for step in 1...40 {
      let change = await play.step()
      try await play.compare("seed \(seed), step \(step): \(change)")
    }
  }

  @Test("and while its own ruleset is written, on disk and in buffers", arguments: 5...6)
  func rulesets(seed: Int) async throws {
    var play = try await Play(seed: UInt64(seed), withRuleset: true)
    for step in 1...40 {
      let change = await step % 2 == 0 ? play.step() : play.rulesetStep()
      try await play.compare("seed \(seed), step \(step): \(change)")
    }
  }
}

/// One editor and one disk.
private struct Play {
  private static let root = "/set"
  private static let rules = root + "/rules"
  private static let configuration = root + "/.metrolint.yaml"
  /// What is typed, beside single letters: what these files are made of, and what breaks them.
  private static let words = [
    "L1A1D1", "L1A9D9", "l1a1d1", "L2", "\"3.1\"", "São Paulo", "Sao Paulo", "Barcelona", "😀", "e\u{301}",
    "\n", "\n  ",
    "\n- ", ": ", " #", "[", "]", "{", "}", ", ", "&a ", "*a ", "\"", "'", "2021-03-08", "\t", "\u{0}",
    " # metrolint: disable-line outcome-exists -- so it is", "\n# metrolint: disable-file member-exists\n",
    "---\n",
  ]

  private let disk: ChangingFiles
  /// The files of the ruleset as they are when nothing is wrong with them.
  private var good: [String: [UInt8]] = [:]
  private var buffers: [String: [UInt8]] = [:]
  private var random: RandomNumbers
  private var set: LiveSet
  /// What was told of each file, by absolute path, as far as the set said that it is something else.
  private var shown: [String: [Finding]] = [:]

  init(seed: UInt64, withRuleset: Bool) async throws {
    disk = ChangingFiles(try Sample.metropolis(in: Play.root))
    if withRuleset {
      for (path, bytes) in try Sample.files(in: Sample.package.appending(path: "Rules/metropolis")) {
        let path = "\(Play.rules)/\(path)"
        disk[path] = bytes
        good[path] = bytes
      }
      disk[Play.configuration] = Array("ruleset: rules\n".utf8)
    }
    random = RandomNumbers(seed: seed)
    set = await LiveSet(root: Play.root, options: DataSetOptions(), files: disk)
  }

  private var files: any Files { OverlaidFiles(disk, buffers: buffers) }

  private mutating func pick(_ paths: [String]) -> String {
    paths.randomElement(using: &random) ?? Play.root + "/plan.yaml"
  }

  /// Changes something; what it was.
  mutating func step() async -> String {
    let path = pick(
      disk.paths.filter { good[$0] == nil } + [Play.root + "/plan.yaml", Play.root + "/report.yaml"])
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      disk[path] = nil
      return await update([path], isOfListing: true, "delete \(path)")
    case 1:
      let other = Play.root + "/activities/2021-04-\(Int.random(in: 10...30, using: &random))-new.yaml"
      disk[other] = disk[path]
      disk[path] = nil
      return await update([path, other], isOfListing: true, "rename \(path) to \(other)")
    case 2:
      let open = pick(buffers.keys.sorted())
      buffers[open] = nil
      return await update([open], isOfListing: true, "close \(open)")
    case 3:
      disk[path] = edited(disk[path] ?? [])
      return await update([path], isOfListing: disk[path] == nil, "write \(path)")
    case 4:
      let rules = ["outcome-used: off", "member-exists: warning", "outcome-exists: nonsense", ""]
        .randomElement(
          using: &random)
      let configuration = Play.configuration
      disk[configuration] = Array("ruleset: \(ruleset)\nrules: {\(rules ?? "")}\n".utf8)
      return await update([configuration], isOfListing: false, "configure \(rules ?? "")")
    case 5:
      let (configuration, baseline) = (Play.configuration, Play.root + "/baseline.json")
      let findings = (set.session?.report.findings ?? []).filter { _ in Bool.random(using: &random) }
      disk[configuration] = Array("ruleset: \(ruleset)\nbaseline: baseline.json\n".utf8)
      disk[baseline] = Array(Baseline.text(of: findings).utf8)
      return await update([configuration, baseline], isOfListing: true, "hide \(findings.count) findings")
    default:
      let isNew = buffers[path] == nil && disk[path] == nil
      buffers[path] = edited(buffers[path] ?? disk[path] ?? Array("title: \n".utf8))
      return await update([path], isOfListing: isNew, "type into \(path)")
    }
  }

  private var ruleset: String { good.isEmpty ? "metropolis" : "rules" }

  /// Changes something of the ruleset or of what names it; what it was.
  mutating func rulesetStep() async -> String {
    let path = pick(good.keys.sorted())
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      disk[path] = nil
      return await update([path], isOfListing: true, "delete \(path)")
    case 1:
      let other = "\(Play.rules)/another-\(Int.random(in: 1...9, using: &random)).yaml"
      (disk[other], disk[path]) = (disk[path], nil)
      return await update([path, other], isOfListing: true, "rename \(path) to \(other)")
    case 2:
      buffers[Play.configuration] = edited(disk[Play.configuration] ?? [])
      return await update([Play.configuration], isOfListing: false, "type into the configuration")
    case 3:
      buffers[Play.configuration] = nil
      disk[Play.configuration] = Array("ruleset: rules\n".utf8)
      return await update([Play.configuration], isOfListing: true, "close the configuration")
    case 4:
      let all = Set(disk.paths.filter { $0.hasPrefix(Play.rules + "/") }).union(good.keys)
      for path in all {
        disk[path] = good[path]
        buffers[path] = nil
      }
      return await update(all, isOfListing: true, "check the ruleset out again")
    case 5:
      let severity = pick(["error", "warning", "info", "eror"])
      let text = String(decoding: good[path] ?? [], as: UTF8.self)
      buffers[path] = Array(text.replacing("severity: error", with: "severity: \(severity)").utf8)
      return await update([path], isOfListing: false, "type \(severity) into \(path)")
    case 6:
      buffers[path] = nil
      return await update([path], isOfListing: true, "close \(path)")
    default:
      let isNew = buffers[path] == nil && disk[path] == nil
      buffers[path] = edited(buffers[path] ?? disk[path] ?? [])
      return await update([path], isOfListing: isNew, "type into \(path)")
    }
  }

  private mutating func update(_ paths: Set<String>, isOfListing: Bool, _ what: String) async -> String {
    await set.update(paths, isOfListing: isOfListing, files: files)
    return what
  }

  /// The text after one edit somewhere in it.
  private mutating func edited(_ bytes: [UInt8]) -> [UInt8] {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let place = Int.random(in: 0...scalars.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      scalars.removeSubrange(place..<min(scalars.count, place + Int.random(in: 1...12, using: &random)))
    case 1:
      scalars.insert(["a", "1", " ", "-", "é"].randomElement(using: &random) ?? "a", at: place)
    case 2:
      // A code with another digit: what people get wrong.
      if let digit = scalars[place...].firstIndex(where: { $0.properties.numericType != nil }) {
        scalars[digit] = "7"
      }
    default:
      scalars.insert(contentsOf: (Play.words.randomElement(using: &random) ?? "").unicodeScalars, at: place)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Array(String(text).utf8)
  }

  /// Compares what the set says with what a check says.
  mutating func compare(_ comment: String) async throws {
    compareShown(comment)
    let environment = Environment(files: files, workingFolder: Play.root)
    do {
      let dataSet = try await DataSet.open(Play.root, options: DataSetOptions(), environment: environment)
      let outcome = try await Check(dataSet, options: CheckOptions(), environment: environment).run()
      try #require(set.problem == nil, Comment(rawValue: comment))
      let report = try #require(set.session?.report, Comment(rawValue: comment))
      #expect(
        set.session?.findings == Dictionary(grouping: outcome.report.findings, by: \.path),
        Comment(rawValue: comment))
      guard report != outcome.report else { return }
      let (extra, missing) = (
        Set(report.findings).subtracting(outcome.report.findings),
        Set(outcome.report.findings).subtracting(report.findings)
      )
      Issue.record("\(comment)\nonly the set: \(extra.sorted())\nonly the check: \(missing.sorted())")
    } catch WorkspaceError.mistakes(let report, _) {
      #expect(set.mistakes.map(\.finding) == report.findings, Comment(rawValue: comment))
    } catch WorkspaceError.usage(let usage) {
      #expect(set.mistakes.map(\.finding.message) == [usage.message], Comment(rawValue: comment))
    }
  }

  /// Compares what the set says with what was shown, where it does not say that it is something else.
  private mutating func compareShown(_ comment: String) {
    let changed = set.takeChanged()
    var now: [String: [Finding]] = [:]
    for (path, findings) in set.session?.findings ?? [:] { now[Path.join(Play.root, path)] = findings }
    for path in Set(now.keys).union(shown.keys) where changed?.contains(path) == false {
      #expect(now[path] == shown[path], "\(comment): what is said of \(path)")
    }
    shown = now
  }
}
