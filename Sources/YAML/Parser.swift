import CYAML
import SourceText

/// Calls `body` with a libyaml parser that reads the text proper of `source`; false when there is no memory for one.
@discardableResult
func withParser(over source: SourceText, _ body: (UnsafeMutablePointer<yaml_parser_t>) -> Void) -> Bool {
  unsafe withUnsafeTemporaryAllocation(of: yaml_parser_t.self, capacity: 1) { storage in
    guard let parser = storage.baseAddress, unsafe yaml_parser_initialize(parser) == 1 else { return false }
    defer { unsafe yaml_parser_delete(parser) }
    unsafe source.bytes.withUnsafeBufferPointer { bytes in
      let start = source.contentStart
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      if let base = bytes.baseAddress {
        unsafe yaml_parser_set_input_string(parser, base + start, bytes.count - start)
      } else {
        unsafe yaml_parser_set_input_string(parser, nil, 0)
      }
      unsafe body(parser)
    }
    return true
  }
}
