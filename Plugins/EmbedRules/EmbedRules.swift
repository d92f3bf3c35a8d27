import Foundation
import PackagePlugin

/// Puts the built-in rulesets, all files of `Rules/`, into the target that uses the plugin, so that one file is a
/// whole installation.
@main
struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let files = EmbedRules.files(in: rules)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRulesets.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of Rules",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [output.path(percentEncoded: false), rules.path(percentEncoded: false)]
          + files.map {
            String($0.path(percentEncoded: false).dropFirst(rules.path(percentEncoded: false).count + 1))
          },
        inputFiles: files,
        outputFiles: [output])
    ]
  }

  /// All files below `folder` that are not hidden, sorted, so that the same rules give the same binary.
  private static func files(in folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted { $0.path(percentEncoded: false) < $1.path(percentEncoded: false) }
  }
}
