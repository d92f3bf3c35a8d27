import Foundation

/// What one run of a command took.
struct Run: Sendable {
  /// In seconds, from start to exit.
  let wall: Double
  /// In seconds, of all cores, in the program and in the system.
  let processor: Double
  /// The most memory that was in use at once, in KiB.
  let memory: Int
  /// The exit status.
  let status: Int
}

/// Runs commands and says what they took.
struct Stopwatch: Sendable {
  /// The folder of this program, where the others that the package builds are too.
  let programs: URL
  /// A folder to work in.
  let scratch: URL

  /// Where what the last command printed is kept.
  var output: URL { scratch.appendingPathComponent("output") }

  /// The path of a program of the package; nothing when it is not built.
  func program(_ name: String) -> String? {
    let path = programs.appendingPathComponent(name).path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Runs `command` and waits for it.
  ///
  /// - Parameter expecting: the exit statuses that are not a failure.
  /// - Throws: `Stop` when the command cannot be run or ends otherwise, with the end of what it printed.
  func run(_ command: [String], expecting: Set<Int> = [0]) throws -> Run {
    guard let run = try runs(1, of: command, expecting: expecting).first else {
      throw Stop("stopwatch could not run \(command[0])")
    }
    return run
  }

  /// Runs `command` so many times, one run right after the other.
  func runs(_ count: Int, of command: [String], expecting: Set<Int> = [0]) throws -> [Run] {
    guard let stopwatch = program("stopwatch") else { throw Stop("stopwatch is not built") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: stopwatch)
    process.arguments = [output.path, String(count)] + command
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    guard lines.count == count else { throw Stop("stopwatch could not run \(command[0])") }
    return try lines.map { try run($0, of: command, expecting: expecting) }
  }

  /// What a line of the stopwatch says.
  private func run(_ line: Substring, of command: [String], expecting: Set<Int>) throws -> Run {
    let fields = line.split(separator: " ")
    guard fields.count == 4, let wall = Double(fields[0]), let processor = Double(fields[1]),
      let memory = Int(fields[2]), let status = Int(fields[3])
    else { throw Stop("stopwatch could not run \(command[0])") }
    guard expecting.contains(status) else {
      throw Stop(
        "\(command.prefix(3).joined(separator: " ")) … ended with \(status): \(printed().suffix(300))")
    }
    return Run(wall: wall, processor: processor, memory: memory, status: status)
  }

  /// What the last command printed.
  func printed() -> String {
    (try? Data(contentsOf: output)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
