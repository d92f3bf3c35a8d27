/// The words that made-up texts are put together from.
struct Vocabulary: Sendable {
  /// The words of titles and summaries. None needs quotes in YAML.
  let words: [String]

  /// What stands behind the Latin name of a city; the Latin part alone decides the order.
  let nameEndings: [String]

  /// English alone.
  static let ascii = Vocabulary(words: english, nameEndings: [""])

  /// Words and names in many scripts, with characters of one to four bytes in UTF-8.
  static let manyScripts = Vocabulary(
    words: english + otherScripts,
    nameEndings: ["", "-São", " 東京", " القاهرة", " Αθήνα", " Київ", " दिल्ली", " 서울", " 🌍"])

  private static let english = [
    "access", "agenda", "areas", "citizens", "climate", "common", "cooperation", "data", "debate",
    "development", "digital", "economy", "equality", "event", "experience", "forum", "future", "gender",
    "global", "governance", "green", "health", "housing", "inclusive", "innovation", "knowledge", "leaders",
    "learning", "local", "members", "metropolitan", "mobility", "network", "officers", "online", "partners",
    "planning", "policies", "practice", "project", "public", "region", "report", "resilience", "results",
    "rights", "services", "session", "shared", "social", "spaces", "studies", "support", "sustainable",
    "training", "transition", "urban", "voices", "water", "webinar", "workshop", "youth",
  ]

  private static let otherScripts = [
    "ciudad", "développement", "économie", "São", "Zürich", "πόλη", "город", "развитие", "都市", "持続可能性",
    "城市", "도시", "مدينة", "תכנון", "शहर", "เมือง", "thành", "🌆", "🚲", "𝒞ity",
  ]
}
