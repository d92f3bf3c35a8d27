extension NotificationHandler {
  /// `workspace/didChangeConfiguration`: people have set something else.
  static let didChangeConfiguration = NotificationHandler("workspace/didChangeConfiguration") {
    params, state in
    if let settings = params["settings"], !settings.isNull { await state.take(settings: settings) }
    state.askForSettings()
  }
}
