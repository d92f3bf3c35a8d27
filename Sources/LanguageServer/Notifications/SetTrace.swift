extension NotificationHandler {
  /// `$/setTrace`: there is no trace, and that is no mistake of the client's.
  static let setTrace = NotificationHandler("$/setTrace") { _, _ in }
}
