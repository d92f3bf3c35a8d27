/// The drafts of JSON Schema that are told apart.
struct Drafts: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let draft7 = Drafts(rawValue: 1)
  static let draft2019 = Drafts(rawValue: 2)
  static let draft2020 = Drafts(rawValue: 4)
  static let all: Drafts = [.draft7, .draft2019, .draft2020]
  static let old: Drafts = [.draft7, .draft2019]
  static let since2019: Drafts = [.draft2019, .draft2020]
}

/// Vocabularies of the drafts. In draft 7, which has none, all are in force.
struct Vocabularies: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let core = Vocabularies(rawValue: 1)
  static let applicator = Vocabularies(rawValue: 2)
  static let unevaluated = Vocabularies(rawValue: 4)
  static let validation = Vocabularies(rawValue: 8)
  static let metaData = Vocabularies(rawValue: 16)
  static let format = Vocabularies(rawValue: 32)
  static let formatAssertion = Vocabularies(rawValue: 64)
  static let content = Vocabularies(rawValue: 128)

  /// The vocabulary that a URI names.
  static func named(_ uri: String) -> Vocabularies? { uris[uri] }

  private static let uris: [String: Vocabularies] = [
    "https://json-schema.org/draft/2019-09/vocab/applicator": .applicator,
    "https://json-schema.org/draft/2019-09/vocab/content": .content,
    "https://json-schema.org/draft/2019-09/vocab/core": .core,
    "https://json-schema.org/draft/2019-09/vocab/format": .format,
    "https://json-schema.org/draft/2019-09/vocab/meta-data": .metaData,
    "https://json-schema.org/draft/2019-09/vocab/validation": .validation,
    "https://json-schema.org/draft/2020-12/vocab/applicator": .applicator,
    "https://json-schema.org/draft/2020-12/vocab/content": .content,
    "https://json-schema.org/draft/2020-12/vocab/core": .core,
    "https://json-schema.org/draft/2020-12/vocab/format-annotation": .format,
    "https://json-schema.org/draft/2020-12/vocab/format-assertion": .formatAssertion,
    "https://json-schema.org/draft/2020-12/vocab/meta-data": .metaData,
    "https://json-schema.org/draft/2020-12/vocab/unevaluated": .unevaluated,
    "https://json-schema.org/draft/2020-12/vocab/validation": .validation,
  ]
}

/// What the keywords of a schema resource mean.
struct Dialect: Sendable, Hashable {
  /// The draft.
  let draft: Drafts

  /// The vocabularies in force.
  let vocabularies: Vocabularies

  /// The dialects of the standard metaschemas.
  static let draft7 = Dialect(
    draft: .draft7,
    vocabularies: [.core, .applicator, .unevaluated, .validation, .metaData, .format, .content])
  static let draft2019 = Dialect(draft: .draft2019, vocabularies: draft7.vocabularies)
  static let draft2020 = Dialect(draft: .draft2020, vocabularies: draft7.vocabularies)

  /// The keyword of that name; nothing when it has no meaning here.
  func keyword(_ name: String) -> Keyword? {
    Dialect.keywords[name]?.first { keyword in
      guard keyword.drafts.contains(draft) else { return false }
      if keyword.vocabulary == .format {
        return !vocabularies.isDisjoint(with: [.format, .formatAssertion])
      }
      // The vocabulary of 2019-09 that has `unevaluatedItems` is the applicator.
      if keyword.vocabulary == .unevaluated, draft == .draft2019 { return vocabularies.contains(.applicator) }
      return keyword.vocabulary == .core || vocabularies.contains(keyword.vocabulary)
    }
  }

  private static let keywords = Dictionary(grouping: Keyword.all, by: \.name)

  /// Whether no draft has a keyword of that name.
  static func isNoKeyword(_ name: String) -> Bool { keywords[name] == nil }

  /// The names of its keywords, sorted.
  var names: [String] {
    Dialect.keywords.keys.filter { keyword($0) != nil }.sorted()
  }
}
