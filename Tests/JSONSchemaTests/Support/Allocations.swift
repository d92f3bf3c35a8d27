import CAllocations
import JSONSchema
import Testing
import YAML

/// How many blocks are asked for while a list of equal elements is found valid, when that is not the first time.
func allocations(
  schema: String, element: String, _ options: SchemaOptions = SchemaOptions(), elements: Int = 300,
  runs: Int = 20
) throws -> UInt64 {
  let schema = try JSONSchemaTests.schema("{items: \(schema)}", options)
  let tree = try tree("[\(Array(repeating: element, count: elements).joined(separator: ", "))]")
  let root = tree.documents[0].root
  // At first, what is kept for later is made: memory to work with, and machine code of patterns. Another test may just
  // have the memory, so the fewest blocks count.
  var count = UInt64.max
  for _ in 0..<runs where count > 0 {
    let before = allocations_of_thread()
    let isValid = schema.isValid(root, in: tree)
    count = min(count, allocations_of_thread() - before)
    #expect(isValid)
  }
  return count
}
