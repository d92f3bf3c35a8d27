extension NotificationHandler {
  /// `initialized`: the client is ready, so the data sets are looked for and checked.
  static let initialized = NotificationHandler("initialized") { _, state in
    if state.snapshot.client.canWatch {
      let watchers: JSON = .array(
        ["**/*.{yaml,yml}", "**/*.json", "**/.metrolint.yaml"].map { ["globPattern": .string($0)] })
      state.outbox.ask(
        "client/registerCapability",
        [
          "registrations": [
            [
              "id": "metrolint-files", "method": "workspace/didChangeWatchedFiles",
              "registerOptions": ["watchers": watchers],
            ]
          ]
        ])
    }
    state.askForSettings()
    for folder in state.folders { await state.addSets(in: folder) }
  }
}
