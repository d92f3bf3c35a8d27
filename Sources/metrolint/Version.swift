/// metrolint's own version, `MAJOR.MINOR.PATCH`.
enum Version {
  static let text = "0.1.0"
}
