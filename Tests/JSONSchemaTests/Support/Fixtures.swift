import Foundation
import JSONSchema
import SourceText
import Synchronization
import Testing
import YAML

/// The tree of a text that is YAML.
func tree(_ text: String, limits: Limits = Limits()) throws -> Tree {
  let file = loadYAML(SourceText(text), limits: limits)
  return try #require(file.tree, "\(file.problems)")
}

/// The schema that a text is.
func schema(_ text: String, _ options: SchemaOptions = SchemaOptions()) throws -> Schema {
  try compile(["schema.yaml": text], options)
}

/// The schema at `schema.yaml` of some documents by URI.
func compile(_ documents: [String: String], _ options: SchemaOptions = SchemaOptions()) throws -> Schema {
  var library = SchemaLibrary()
  for (uri, text) in documents {
    let tree = try tree(text)
    library.add(tree, root: tree.documents[0].root, uri: uri)
  }
  return try library.compile("schema.yaml", options: options)
}

extension Schema {
  /// What is wrong with a text under the schema.
  func validate(_ text: String) throws -> SchemaResult {
    let tree = try tree(text)
    let node = try #require(tree.documents.first).root
    let result = validate(node, in: tree)
    // The two ways to ask never disagree.
    #expect(isValid(node, in: tree) == result.isValid)
    return result
  }

  /// Whether a text is valid, with nothing undecided.
  func accepts(_ text: String) throws -> Bool {
    let result = try validate(text)
    #expect(result.undecided.isEmpty)
    return result.failures.isEmpty
  }

  /// The failures of a text, each as `line:column-column: message`, with what help and suggestions there are.
  func findings(_ text: String) throws -> [String] {
    let source = SourceText(text)
    return try validate(text).failures.map { failure in
      let start = source.position(at: failure.range.start)
      let text = source.text(in: failure.range)
      return "\(start.line): ‹\(text)› \(failure.message)"
    }
  }
}

/// Runs `body` on a thread with a stack of 512 KiB, as threads of a concurrency pool have on some systems.
/// Without optimization, a call takes several times the stack that it takes with it, and is given that.
func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) throws -> Result {
  let box = Box<Swift.Result<Result, any Error>>()
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    box.content.withLock { $0 = Swift.Result { try body() } }
    done.signal()
  }
  #if DEBUG
    thread.stackSize = 4 << 20
  #else
    thread.stackSize = 512 << 10
  #endif
  thread.start()
  done.wait()
  return try #require(box.content.withLock { $0 }).get()
}

private final class Box<Content: Sendable>: Sendable {
  let content = Mutex<Content?>(nil)
}
