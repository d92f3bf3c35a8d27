import Synchronization

/// What `transform` makes of each element, in the order of the elements, with `jobs` of them worked on side by side
/// (nothing for as many as there are processors). Elements are begun in their order.
package func inParallel<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int?, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  let workers = max(1, min(jobs ?? Processors.count, elements.count))
  guard workers > 1 else { return elements.map(transform) }
  let next = Shared(0)
  return await withTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<workers {
      group.addTask {
        var results: [(Int, Result)] = []
        while true {
          let index = next.value.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < elements.count else { return results }
          results.append((index, transform(elements[index])))
        }
      }
    }
    var all: [Result?] = Array(repeating: nil, count: elements.count)
    for await results in group {
      for (index, result) in results { all[index] = result }
    }
    return all.compactMap(\.self)
  }
}

/// A number that several tasks count with.
final class Shared: Sendable {
  let value: Atomic<Int>

  init(_ value: Int) {
    self.value = Atomic(value)
  }
}
