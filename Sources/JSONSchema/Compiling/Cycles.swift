import YAML

extension Compiler {
  /// Refuses schemas that lead back to themselves without going to a part of the value: nothing could ever be
  /// decided under them. (JSON Schema Core 2020-12, section 9.4.1.)
  mutating func refuseEndlessReferences() {
    enum State: UInt8 { case new, open, done }
    var states = [State](repeating: .new, count: plan.entries.count)
    let next = plan.entries.indices.map { plan.inPlace($0) }
    var refused: Set<SchemaIndex> = []
    for start in plan.entries.indices where states[start] == .new {
      var path: [(schema: SchemaIndex, edge: Int)] = [(start, 0)]
      states[start] = .open
      while let (schema, edge) = path.last {
        guard edge < next[schema].count else {
          states[schema] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].edge += 1
        let target = next[schema][edge]
        switch states[target] {
        case .new:
          states[target] = .open
          path.append((target, 0))
        case .open:
          if refused.insert(schema).inserted { refuseEndless(from: schema) }
        case .done:
          break
        }
      }
    }
  }

  private mutating func refuseEndless(from schema: SchemaIndex) {
    let place = plan.notes[schema].place
    let tree = registry.documents[place.document].tree
    let reference = ["$ref", "$dynamicRef", "$recursiveRef"].lazy.compactMap {
      tree.value($0, of: place.node)
    }
    .first
    refuse(
      Place(document: place.document, node: reference ?? place.node),
      "this schema leads back to itself for the same value, without end",
      help: "refer to it from properties or items, where it is about a part of the value")
  }
}

extension Plan {
  /// The schemas that `schema` applies to the value itself.
  func inPlace(_ schema: SchemaIndex) -> [SchemaIndex] {
    let entry = entries[schema]
    return entry.checks.flatMap { checks[$0].inPlace } + (entry.next.map { [$0] } ?? [])
  }
}
