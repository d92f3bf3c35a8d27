import JSONPath
import YAML

extension Engine {
  static let jsonPath = Engine(name: "jsonpath") { corpus in
    let queries = [
      "$.title", "$.outcomes[*]", "$..[*]", "$.date[?@ == '2021-02-03']", "$[?search(@, 'network')]",
      "$.members[?length(@) > 8]",
    ]
    return try queries.map { text in
      let query = try Query(text)
      return (
        text,
        {
          for tree in corpus.activities {
            for document in tree.documents {
              var count = 0
              query.forEachNode(in: tree, root: document.root) { _ in count += 1 }
              keep(count)
            }
          }
        }
      )
    }
  }
}
