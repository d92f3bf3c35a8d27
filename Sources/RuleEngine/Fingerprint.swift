package import Findings

/// A hash that is the same on every machine and in every run, and stays when lines move.
package enum Fingerprint {
  /// 16 hexadecimal digits over the parts: FNV-1a with 64 bits.
  package static func hash(_ parts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Numbers the fingerprints that repeat: the second gets `-2` at its end, the third `-3`. To be called once for
  /// all findings of a run, sorted.
  package static func number(_ findings: inout [Finding]) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let count = seen[findings[index].fingerprint, default: 0] + 1
      seen[findings[index].fingerprint] = count
      guard count > 1 else { continue }
      findings[index].fingerprint += "-\(count)"
      for former in findings[index].formerFingerprints.indices {
        findings[index].formerFingerprints[former] += "-\(count)"
      }
    }
  }
}
