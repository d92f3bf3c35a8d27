import Findings
import LanguageServer
import Workspace

extension Command {
  /// `metrolint lsp`.
  static let lsp = Command(
    name: "lsp",
    summary: "serve an editor, on standard input and output",
    details: """
      The language server (Language Server Protocol 3.17): an editor that starts it shows what metrolint check finds while people type, completes keys and fields, shows what a code means, jumps to where it is defined, finds where it is used, and renames it everywhere.
      Documentation/Editors.md has the set-up of Neovim, Emacs, Helix, VS Code and Kakoune.
      """,
    options: CacheCall.pageOptions + [Flag("stdio", "the same; for editors that say so")],
    examples: [Example("metrolint lsp", "what an editor runs")],
    statuses: [.fine: "the editor said goodbye", .findings: "the editor was gone without a word"]
  ) { arguments, _ throws(Failure) in
    // An editor may run in a folder that is gone; the data sets are elsewhere.
    let workingFolder = (try? WorkingFolder.path()) ?? "/"
    let place = CacheCall.place(arguments, workingFolder: workingFolder)
    let pages = place.map(RulePages.init)
    let page: Server.PageFinder = { pages?.path(of: $0, in: $1) }
    let server = Server(files: DiskFiles(), page: page, isRunning: Processes.isRunning) { bytes in
      // An editor that reads no more is gone; its end of the input says so too.
      try? Descriptor.standardOutput.write(bytes)
    }
    return await server.run(StandardInput.stream()) ? .fine : .findings
  }
}
