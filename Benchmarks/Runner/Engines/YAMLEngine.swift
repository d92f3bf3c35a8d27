import CEvents
import SourceText
import YAML

extension Engine {
  static let yaml = Engine(name: "yaml") { corpus in
    [
      ("text and lines", { for text in corpus.texts { keep(SourceText(fileBytes: text).bytes.count) } }),
      (
        "load",
        { for text in corpus.texts { keep(loadYAML(SourceText(fileBytes: text)).tree?.nodeCount ?? 0) } }
      ),
    ]
  }

  /// What all engines are held against: libyaml reads the texts and its events are thrown away.
  static func floor(_ corpus: Corpus) {
    for text in corpus.texts {
      unsafe text.withUnsafeBufferPointer {
        var problem: UnsafePointer<CChar>?
        keep(Int(unsafe count_events($0.baseAddress, $0.count, &problem)))
      }
    }
  }
}

/// Makes sure that a result is worked out although nobody wants it.
@inline(never)
@_optimize(none)
func keep(_ value: Int) {}
