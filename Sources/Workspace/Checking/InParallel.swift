import Synchronization

/// What `transform` makes of each element, in the order of the elements, with `jobs` of them worked on side by side
/// (nothing for as many as there are processors). Elements are begun in their order.
package func inParallel<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int?, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  await inParallel(elements, jobs: jobs, tool: { _ in () }, { element, _ in transform(element) }).results
}

/// The same where each of those who work has a tool of its own.
///
/// - Parameter tool: makes the tool of the worker with this number, from 0 on.
/// - Returns: the results, and the tools by the numbers of the workers.
func inParallel<Element: Sendable, Result: Sendable, Tool: Sendable>(
  _ elements: [Element], jobs: Int?, tool: @escaping @Sendable (Int) -> Tool,
  _ transform: @escaping @Sendable (Element, inout Tool) -> Result
) async -> (results: [Result], tools: [Tool]) {
  let workers = max(1, min(jobs ?? Processors.count, elements.count))
  guard workers > 1 else {
    var tool = tool(0)
    return (elements.map { transform($0, &tool) }, [tool])
  }
  let next = Shared(0)
  return await withTaskGroup(of: Work<Result, Tool>.self) { group in
    for worker in 0..<workers {
      group.addTask {
        var work = Work<Result, Tool>(worker: worker, tool: tool(worker))
        while true {
          let index = next.value.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < elements.count else { return work }
          work.results.append((index, transform(elements[index], &work.tool)))
        }
      }
    }
    var works: [Work<Result, Tool>] = []
    for await work in group { works.append(work) }
    works.sort { $0.worker < $1.worker }
    return (joined(works.map(\.results), count: elements.count), works.map(\.tool))
  }
}

/// What one of those who work has done.
private struct Work<Result: Sendable, Tool: Sendable>: Sendable {
  let worker: Int
  var tool: Tool
  /// With the numbers of their elements.
  var results: [(index: Int, result: Result)] = []
}

/// The results of lists whose indices rise, by index.
private func joined<Result>(_ lists: [[(index: Int, result: Result)]], count: Int) -> [Result] {
  var all: [Result] = []
  all.reserveCapacity(count)
  var next = lists.map { _ in 0 }
  while all.count < count {
    for list in lists.indices {
      while next[list] < lists[list].count, lists[list][next[list]].index == all.count {
        all.append(lists[list][next[list]].result)
        next[list] += 1
      }
    }
  }
  return all
}

/// A number that several tasks count with.
final class Shared: Sendable {
  let value: Atomic<Int>

  init(_ value: Int) {
    self.value = Atomic(value)
  }
}
