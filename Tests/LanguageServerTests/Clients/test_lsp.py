"""Drives the server by pytest-lsp: opens an activity of the set in the current folder, breaks a code, completes, jumps,
renames, fixes, in each of the three ways to count columns."""

import asyncio
import os
import pathlib
import urllib.parse

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

FOLDER = pathlib.Path.cwd()
ACTIVITY = FOLDER / "activities" / "2021-03-09-sao-paulo.yaml"
URI = ACTIVITY.as_uri()
UNITS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
# Seconds. Only a failure costs them, and a busy machine takes long.
PATIENCE = 300


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[os.environ["METROLINT"], "lsp"]))
async def client(lsp_client: LanguageClient):
    yield
    await lsp_client.shutdown_session()


def column(line: str, text: str, unit: str) -> int:
    """Where text begins in line, counted in unit."""
    return len(line[: line.index(text)].encode(UNITS[unit])) // WIDTHS[unit]


def place(line: str, text: str, unit: str) -> types.Range:
    start = column(line, text, unit)
    return types.Range(types.Position(0, start), types.Position(0, start + len(text)))


async def start(client: LanguageClient, unit: str) -> str:
    result = await client.initialize_session(
        types.InitializeParams(
            capabilities=types.ClientCapabilities(
                general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind(unit)])
            ),
            workspace_folders=[types.WorkspaceFolder(uri=FOLDER.as_uri(), name="set")],
        )
    )
    assert result.capabilities.position_encoding == unit
    text = ACTIVITY.read_text(encoding="utf-8")
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(URI, types.LanguageKind.Yaml, 1, text))
    )
    return text


def change(client: LanguageClient, version: int, old: str, new: str, line: str, unit: str) -> str:
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version, URI),
            [types.TextDocumentContentChangePartial(place(line, old, unit), new)],
        )
    )
    return line.replace(old, new)


async def diagnostics(client: LanguageClient, wanted: bool) -> list[types.Diagnostic]:
    """What is pushed for the activity, once something is or nothing is."""
    while bool(client.diagnostics.get(URI)) != wanted:
        await asyncio.wait_for(
            client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), timeout=PATIENCE
        )
    return list(client.diagnostics.get(URI, []))


@pytest.mark.asyncio
@pytest.mark.parametrize("unit", UNITS)
async def test_activity(client: LanguageClient, unit: str):
    line = await start(client, unit)
    document = types.TextDocumentIdentifier(URI)

    line = change(client, 2, "L1A2D3", "L1A2D9", line, unit)
    (found,) = await diagnostics(client, True)
    assert found.range == place(line, "L1A2D9", unit)
    assert (found.code, found.source, found.severity) == ("outcome-exists", "metrolint", 1)
    page = urllib.parse.unquote(found.code_description.href.removeprefix("file://"))
    assert pathlib.Path(page).read_text(encoding="utf-8").startswith("## outcome-exists\n")

    line = change(client, 3, "L1A2D9", "L1A2D", line, unit)
    cursor = place(line, "L1A2D", unit).end
    completion = await client.text_document_completion_async(types.CompletionParams(document, cursor))
    assert [item.label for item in completion.items] == ["L1A2D1", "L1A2D2", "L1A2D3", "L1A2D4"]
    assert completion.items[2].text_edit.range == place(line, "L1A2D", unit)

    line = change(client, 4, "L1A2D", "L1A2D3", line, unit)
    assert await diagnostics(client, False) == []
    cursor = place(line, "L1A2D3", unit).start
    (definition,) = await client.text_document_definition_async(types.DefinitionParams(document, cursor))
    assert definition.uri.endswith("/plan.yaml")

    with pytest.raises(Exception, match="L1A1D1 is taken: it is the outcome in plan.yaml, line 9"):
        await client.text_document_rename_async(types.RenameParams(document, cursor, "L1A1D1"))
    edit = await client.text_document_rename_async(types.RenameParams(document, cursor, "L1A2D99"))
    assert list(edit.changes[URI]) == [types.TextEdit(place(line, "L1A2D3", unit), "L1A2D99")]
    assert [uri.rsplit("/", 1)[1] for uri in edit.changes] == [
        "2021-03-08-international-womens-day.yaml",
        "2021-03-09-sao-paulo.yaml",
        "2021-03-17-csw65-local-feminist-leadership.yaml",
        "2021-03-17-first-metropolitan-forum-of-seville.yaml",
        "plan.yaml",
        "report.yaml",
    ]

    line = change(client, 5, "L1A2D3", "l1a2d3", line, unit)
    (found,) = [found for found in await diagnostics(client, True) if found.code == "outcome-exists"]
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document, found.range, types.CodeActionContext([found]))
    )
    assert [action.title for action in actions] == [
        "replace by L1A2D3",
        "Hide outcome-exists here, with a reason",
        "Apply all safe fixes of this file",
    ]
    assert list(actions[0].edit.changes[URI]) == [types.TextEdit(place(line, "l1a2d3", unit), "L1A2D3")]


@pytest.mark.asyncio
async def test_pull(client: LanguageClient):
    line = await start(client, "utf-16")
    change(client, 2, "L1A2D3", "L1A2D9", line, "utf-16")
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(URI))
    report = await client.text_document_diagnostic_async(params)
    assert [item.code for item in report.items] == ["outcome-exists"]
    params.previous_result_id = report.result_id
    again = await client.text_document_diagnostic_async(params)
    assert (again.kind, again.result_id) == ("unchanged", report.result_id)
    whole = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
    assert [item.uri for item in whole.items if item.items] == [URI]
