import CEvents
import Foundation
import SourceText
import YAML

/// `benchmark yaml`: the loader against libyaml's bare events, in one process, over texts that are in memory.
enum YAMLBenchmark {
  static func run(_ arguments: Arguments) throws {
    let texts = try arguments.rest.flatMap(texts(below:))
    let rounds = try arguments.value("rounds", default: 5)
    var ratios: [Double] = []
    for _ in 0..<rounds {
      let floor = seconds { for text in texts { countEvents(text) } }
      let sources = seconds { for text in texts { _ = SourceText(fileBytes: text).lines.count } }
      let loaded = seconds { for text in texts { _ = loadYAML(SourceText(fileBytes: text)).tree?.nodeCount } }
      print(
        "events \(floor.formatted()) source \(sources.formatted()) load \(loaded.formatted()) ratio \((loaded / floor).formatted())"
      )
      ratios.append(loaded / floor)
    }
    print("median ratio", ratios.sorted()[rounds / 2])
  }

  private static func countEvents(_ text: [UInt8]) {
    unsafe text.withUnsafeBufferPointer {
      var problem: UnsafePointer<CChar>?
      _ = unsafe count_events($0.baseAddress, $0.count, &problem)
    }
  }

  private static func texts(below path: String) throws -> [[UInt8]] {
    guard let paths = FileManager.default.enumerator(atPath: path) else {
      throw Stop("\(path) cannot be read")
    }
    return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
      .compactMap { FileManager.default.contents(atPath: "\(path)/\($0)") }.map { [UInt8]($0) }
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let time = clock.measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
  }
}
