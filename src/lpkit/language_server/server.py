"""The server: which request of the editor is answered by what; it never crashes and never blocks."""

from collections.abc import Callable
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from lpkit import __version__
from lpkit.checking.project import Project
from lpkit.language_server.addresses import opened, path_of, uri_of
from lpkit.language_server.desk import Desk
from lpkit.language_server.protocol import Protocol, RefusedError, keep_log_short

_WATCHED = (
    *("**/*.yaml", "**/*.yml", "**/lpkit.toml", "**/pyproject.toml"),
    *("**/library.lock", "**/library.judge", "**/pack.schema.json"),
)


class Server(LanguageServer):
    """A language server with a desk."""

    desk: Desk
    protocol: Protocol

    def report_server_error(self, error: Exception, source: object) -> None:
        """Write an internal error to the log of the editor, and go on; a refusal is shown as an answer."""
        if not isinstance(error, RefusedError):
            self.log(f"lpkit lsp: {type(error).__name__}: {error} ({source})")

    def log(self, text: str) -> None:
        """Write a line to the log of the editor."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, text))

    @property
    def knows_snippets(self) -> bool:
        """Tell whether the editor can fill in texts with stops."""
        document = self.client_capabilities.text_document
        completion = document.completion if document else None
        item = completion.completion_item if completion else None
        return bool(item and item.snippet_support)

    def of_version(self, edit: types.WorkspaceEdit, version: int | None) -> types.WorkspaceEdit:
        """Name the version of the text that an edit is made for, where the editor can leave out a late one."""
        workspace = self.client_capabilities.workspace
        able = workspace.workspace_edit if workspace else None
        if version is None or not edit.changes or not (able and able.document_changes):
            return edit
        names = types.OptionalVersionedTextDocumentIdentifier
        changes = [types.TextDocumentEdit(names(uri, version), list(edits)) for uri, edits in edit.changes.items()]
        return types.WorkspaceEdit(document_changes=list(changes))

    @property
    def renames_files(self) -> bool:
        """Tell whether the editor can give a file another name together with other edits."""
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace else None
        kinds = (edit.resource_operations or []) if edit and edit.document_changes else []
        return types.ResourceOperationKind.Rename in kinds


def make_server(prepare: Callable[[Project], Project]) -> Server:
    """Make a server; `prepare` completes each project that is opened, with what only the command line knows."""
    # The whole text at each change: pygls counts lines by Python's splitlines, lpkit and editors by line ends alone.
    whole = types.TextDocumentSyncKind.Full
    server = Server("lpkit", __version__, text_document_sync_kind=whole, protocol_cls=Protocol)
    keep_log_short()

    def publish(file: Path, version: int | None, found: list[types.Diagnostic]) -> None:
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri_of(file), found, version))

    def say(text: str) -> None:
        server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, text))

    server.desk = Desk(publish, say, server.log, prepare)
    _follow_texts(server)
    return server


def _follow_texts(server: Server) -> None:
    desk = server.desk

    @server.feature(types.INITIALIZED)
    async def initialized(_params: types.InitializedParams) -> None:
        encoding = server.workspace.position_encoding
        desk.encoding = str(getattr(encoding, "value", encoding) or "utf-16")
        await _watch(server)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def has_opened(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        if file := opened(document.uri):
            desk.put(file, document.version, document.text)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        if file := path_of(document.uri):
            # Never by way of pygls, which opens what it has no text of: a FIFO would never end.
            told = params.content_changes[-1].text if params.content_changes else desk.text(file)
            if told is not None:
                desk.put(file, document.version, told)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        if file := path_of(params.text_document.uri):
            desk.remove(file)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(_params: types.DidSaveTextDocumentParams) -> None:
        desk.look_again()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(_params: types.DidChangeWatchedFilesParams) -> None:
        desk.look_again()


async def _watch(server: Server) -> None:
    """Ask the editor to tell of files that change on the disk, where it can."""
    workspace = server.client_capabilities.workspace
    able = workspace.did_change_watched_files if workspace else None
    if not (able and able.dynamic_registration):
        return
    watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    registration = types.Registration("lpkit-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    await server.client_register_capability_async(types.RegistrationParams([registration]))
