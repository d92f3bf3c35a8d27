package import Findings
import SourceText
package import Workspace

/// The language server, whatever it is connected by. (LSP 3.17.)
package struct Server: Sendable {
  /// Where in its life it is.
  private enum Phase {
    case fresh, running, stopped
  }

  /// Finds the absolute path of the page about a rule of a data set; nothing when there is none.
  package typealias PageFinder = @Sendable (_ rule: RuleID, _ dataSet: DataSet) -> String?

  private let files: any Files
  private let page: PageFinder
  private let outbox: Outbox
  private let inbox = Inbox()
  private let isRunning: @Sendable (_ process: Int) -> Bool
  private let pace: Duration

  /// A server.
  ///
  /// - Parameters:
  ///   - files: the files of the disk.
  ///   - page: finds what diagnostics link to.
  ///   - isRunning: whether there is a process with this number. The server ends with the process that the client
  ///     names as its own.
  ///   - pace: how long it waits before it asks that again.
  ///   - write: takes the bytes to the client, one whole message each time.
  package init(
    files: any Files, page: @escaping PageFinder, isRunning: @escaping @Sendable (_ process: Int) -> Bool,
    pace: Duration = .seconds(5),
    write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.files = files
    self.page = page
    self.isRunning = isRunning
    self.pace = pace
    outbox = Outbox(write)
  }

  /// Works until the client says `exit` or its bytes end.
  ///
  /// - Parameter input: the bytes of the client.
  /// - Returns: whether the client had said `shutdown` before, as it should.
  package func run(_ input: AsyncStream<[UInt8]>) async -> Bool {
    let reading = Task {
      var frames = FrameReader()
      for await bytes in input {
        for frame in frames.take(bytes) {
          switch frame {
          case .content(let content):
            let message = Message(content)
            if case .response(let id, let result) = message { outbox.take(result, answerTo: id) }
            if let id = inbox.add(message) { outbox.answer(id, .failure(.cancelled)) }
          case .broken(let reason):
            _ = inbox.add(.broken(id: .null, ResponseError(code: .parseError, message: reason)))
          }
        }
      }
      inbox.close()
    }
    defer { reading.cancel() }
    return await work()
  }

  private func work() async -> Bool {
    var state = State(files: files, page: page, outbox: outbox)
    var phase = Phase.fresh
    return await withDiscardingTaskGroup { group in
      while let messages = await inbox.next() {
        for message in messages {
          switch message {
          case .broken(let id, let error):
            outbox.answer(id, .failure(error))
          case .response(let id, let result):
            if phase == .running { await state.take(result, answerTo: id) }
          case .notification("exit", _):
            group.cancelAll()
            return phase == .stopped
          case .notification(let method, let params):
            if phase == .running { await take(method, params, &state) }
          case .request(let id, let method, let params):
            if let error = Server.refusal(of: method, in: phase) {
              answer(id, .failure(error))
            } else if method == "initialize" {
              phase = .running
              if let process = params["processId"]?.int { group.addTask { await watch(process) } }
              answer(id, .success(state.initialize(params)))
            } else if method == "shutdown" {
              phase = .stopped
              answer(id, .success(.null))
            } else {
              await begin(id, method, params, &state, &group)
            }
          }
        }
        if phase == .running {
          await state.settle()
          state.publish()
        }
      }
      group.cancelAll()
      return false
    }
  }

  /// Ends the work when the client's process is gone: somebody else may hold its pipe open.
  private func watch(_ process: Int) async {
    while isRunning(process) {
      do { try await Task.sleep(for: pace) } catch { return }
    }
    inbox.close()
  }

  private static func refusal(of method: String, in phase: Phase) -> ResponseError? {
    switch phase {
    case .fresh where method != "initialize":
      ResponseError(code: .serverNotInitialized, message: "\(method) comes before initialize")
    case .running where method == "initialize":
      ResponseError(code: .invalidRequest, message: "initialize came already")
    case .stopped:
      ResponseError(code: .invalidRequest, message: "\(method) comes after shutdown")
    default: nil
    }
  }

  private func take(_ method: String, _ params: JSON, _ state: inout State) async {
    guard let handler = NotificationHandler.all.first(where: { $0.method == method }) else { return }
    do throws(ResponseError) {
      try await handler.take(params, &state)
    } catch {
      outbox.log("\(method): \(error.message)")
    }
  }

  /// Answers a request from what is known now, beside what comes after it.
  private func begin(
    _ id: JSON, _ method: String, _ params: JSON, _ state: inout State, _ group: inout DiscardingTaskGroup
  ) async {
    guard let handler = RequestHandler.all.first(where: { $0.method == method }) else {
      return answer(
        id, .failure(ResponseError(code: .methodNotFound, message: "there is no method \(method)")))
    }
    guard inbox.isOpen(id) else { return }
    await state.settle()
    if method == "textDocument/diagnostic" {
      state.notePulled(params["textDocument"]?["uri"]?.string.flatMap(FileURI.path))
    } else if method == "workspace/diagnostic" {
      state.notePulled(nil)
    }
    let snapshot = state.snapshot
    let respond: @Sendable () -> Void = {
      do throws(ResponseError) {
        let result = try handler.respond(params, snapshot)
        answer(id, .success(result))
      } catch {
        answer(id, .failure(error))
      }
    }
    if MessageOrder.of(method) == .beside { group.addTask { respond() } } else { respond() }
  }

  private func answer(_ id: JSON, _ result: Result<JSON, ResponseError>) {
    if inbox.end(id) { outbox.answer(id, result) }
  }
}

extension ResponseError {
  /// The client has taken the request back.
  static let cancelled = ResponseError(code: .requestCancelled, message: "the request was taken back")
}
