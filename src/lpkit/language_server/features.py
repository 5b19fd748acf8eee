"""What the editor may ask for, beside faults: each request with the part that answers it."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, TypeVar

from lsprotocol import types

from lpkit.corpus.discover import LIBRARY_FILE
from lpkit.formatting import format_source
from lpkit.formatting.modeline import modeline_of
from lpkit.language_server import actions, completion, hovers, navigation, outline, proving, renaming
from lpkit.language_server.addresses import path_of
from lpkit.language_server.protocol import RefusedError, refused
from lpkit.language_server.reading import Asked
from lpkit.language_server.server import Server
from lpkit.language_server.sessions import root_of
from lpkit.language_server.shelf import asked_of, faults, mended, neighbours, shelved

T = TypeVar("T")


class Answers:
    """Answers in a thread of their own, so that neither a long check nor the next keystroke waits for one."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.desk = server.desk
        self._thread = ThreadPoolExecutor(1, "lpkit-answers")

    async def about(self, uri: str, work: Callable[[Asked], T]) -> T | None:
        """Give what some work makes of a file that is open; None for all others.

        Raises RefusedError where something that it needs cannot be read.
        """
        file = path_of(uri)

        def answer() -> T | None:
            asked = asked_of(self.desk, file) if file else None
            return work(asked) if asked else None

        with refused():
            return await asyncio.get_running_loop().run_in_executor(self._thread, answer)


class OnDisk(NamedTuple):
    """What only the command line does; the first two take the folder of a saved library and say what came of it."""

    lock: Callable[[Path], str]
    write_schema: Callable[[Path], str]
    moving: renaming.Moving


def add_features(server: Server, on_disk: OnDisk) -> None:
    """Register all requests."""
    answers = Answers(server)
    _show(server, answers)
    _find(server, answers)
    _rename(server, answers, on_disk.moving)
    _change(server, answers)
    _command(server)
    _command_on_disk(server, {actions.LOCK_COMMAND: on_disk.lock, actions.SCHEMA_COMMAND: on_disk.write_schema})


def _show(server: Server, answers: Answers) -> None:
    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        return await answers.about(params.text_document.uri, lambda it: outline.symbols(it.own.source, it.own.ruler))

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    async def folds(params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
        return await answers.about(params.text_document.uri, lambda it: outline.folds(it.own.source))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        def told(asked: Asked) -> types.Hover | None:
            return hovers.hover(asked, params.position, faults(server.desk, asked.own.file))

        return await answers.about(params.text_document.uri, told)

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def lenses(params: types.CodeLensParams) -> list[types.CodeLens] | None:
        return await answers.about(params.text_document.uri, proving.lenses)

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def hints(params: types.InlayHintParams) -> list[types.InlayHint] | None:
        def within(asked: Asked) -> list[types.InlayHint]:
            first, last = params.range.start, params.range.end
            return [hint for hint in proving.hints(asked) if first <= hint.position <= last]

        return await answers.about(params.text_document.uri, within)


def _find(server: Server, answers: Answers) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "[", ","]))
    async def completions(params: types.CompletionParams) -> list[types.CompletionItem] | None:
        stops = server.knows_snippets
        return await answers.about(
            params.text_document.uri, lambda it: completion.completions(it, params.position, stops)
        )

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definitions(params: types.DefinitionParams) -> list[types.Location] | None:
        return await answers.about(params.text_document.uri, lambda it: navigation.definitions(it, params.position))

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def references(params: types.ReferenceParams) -> list[types.Location] | None:
        def found(asked: Asked) -> list[types.Location]:
            others = neighbours(server.desk, asked.own.file)
            return list(navigation.references(asked, params.position, others, params.context.include_declaration))

        return await answers.about(params.text_document.uri, found)


def _rename(server: Server, answers: Answers, moving: renaming.Moving) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepared(params: types.PrepareRenameParams) -> types.Range | None:
        return await answers.about(params.text_document.uri, lambda it: renaming.prepared(it, params.position))

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def renamed(params: types.RenameParams) -> types.WorkspaceEdit | None:
        def edit(asked: Asked) -> types.WorkspaceEdit:
            others = neighbours(server.desk, asked.own.file)
            able = server.renames_files
            return renaming.renamed(asked, params.position, params.new_name, others, moving, able)

        return await answers.about(params.text_document.uri, edit)


def _change(server: Server, answers: Answers) -> None:
    kinds = [types.CodeActionKind.QuickFix, actions.FIX_ALL, *actions.WRITTEN]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        file = path_of(params.text_document.uri)
        if file is None or file not in server.desk.documents:
            return None
        await server.desk.settled(file)
        wanted = params.context.only

        def found(asked: Asked) -> list[types.CodeAction]:
            known = faults(server.desk, file)
            told = params.context.diagnostics
            every = [
                *actions.actions(asked.own, params.range, known, told, asked.library is not None),
                *actions.writing(asked),
            ]
            for entry in every:
                entry.edit = server.of_version(entry.edit, asked.own.version) if entry.edit else None
            return [entry for entry in every if wanted is None or _is_among(entry.kind, wanted)]

        return await answers.about(params.text_document.uri, found)

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def formatted(params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        def edits(asked: Asked) -> list[types.TextEdit] | None:
            own = asked.own
            root = server.desk.work_of(own.file).session.settings_root(own.file)
            text = None if own.source.flaws else format_source(own.source, modeline_of(own.file, root))
            return None if text is None else actions.edits_between(own, text)

        return await answers.about(params.text_document.uri, edits)


def _is_among(kind: str | types.CodeActionKind | None, wanted: Sequence[str | types.CodeActionKind]) -> bool:
    own = str(getattr(kind, "value", kind))
    names = [str(getattr(name, "value", name)) for name in wanted]
    return any(own == name or own.startswith(f"{name}.") for name in names)


def _command(server: Server) -> None:
    desk = server.desk

    @server.command(actions.FIX_ALL_COMMAND)
    async def fix_all(uri: str) -> None:
        file = path_of(uri)
        if file is None or file not in desk.documents:
            return
        document = desk.documents[file]
        with refused():
            text = await asyncio.get_running_loop().run_in_executor(desk.thread, mended, desk, file)
        place = shelved(desk, file)
        if text is not None and place is not None and desk.documents.get(file) is document:
            edit = server.of_version(actions.whole_edit(place, text), place.version)
            await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, "Fix all that is safe"))


def _command_on_disk(server: Server, works: dict[str, Callable[[Path], str]]) -> None:
    desk = server.desk

    def register(name: str, work: Callable[[Path], str]) -> None:
        @server.command(name)
        async def written(uri: str) -> None:
            file = path_of(uri)
            if file is None:
                return
            root = root_of(file)
            if root == file:
                raise RefusedError(f"there is no {LIBRARY_FILE} above {file.name}")
            said = await asyncio.get_running_loop().run_in_executor(desk.thread, work, root)
            server.window_show_message(types.ShowMessageParams(types.MessageType.Info, said))
            desk.look_again()

    for name, work in works.items():
        register(name, work)
