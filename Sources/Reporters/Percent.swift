/// Percent-encoding (RFC 3986, section 2.1).
enum Percent {
  /// `byte` as `%` and two hexadecimal digits in upper case.
  static func encoded(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return (byte < 0x10 ? "%0" : "%") + digits
  }

  /// `path`, relative and with `/`, as a relative reference (RFC 3986, section 4.2). All but the unreserved
  /// characters and `/` is encoded, so that no name can be read as a scheme, a query or a fragment.
  static func reference(_ path: String) -> String {
    path.utf8.reduce(into: "") { reference, byte in
      if byte == UInt8(ascii: "/") || isUnreserved(byte) {
        reference.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        reference += encoded(byte)
      }
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
