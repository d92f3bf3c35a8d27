// metrolint in Visual Studio Code: the whole extension.

const vscode = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')

let client

exports.activate = async function () {
  client = new LanguageClient(
    'metrolint',
    { command: 'metrolint', args: ['lsp'] },
    {
      documentSelector: [{ scheme: 'file', language: 'yaml' }],
      initializationOptions: vscode.workspace.getConfiguration('metrolint'),
      synchronize: { configurationSection: 'metrolint' },
      middleware: {
        // A lens says how often an entry is used; this shows where.
        executeCommand: async (command, args, next) => {
          const places = await next(command, args)
          if (command !== 'metrolint.showReferences' || !places) return places
          const { uri, start } = { uri: vscode.Uri.parse(args[0]), start: new vscode.Position(args[1].line, args[1].character) }
          const locations = places.map((place) => client.protocol2CodeConverter.asLocation(place))
          return vscode.commands.executeCommand('editor.action.showReferences', uri, start, locations)
        },
      },
    },
  )
  await client.start()
}

exports.deactivate = () => client?.stop()
