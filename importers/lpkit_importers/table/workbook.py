"""Workbooks to rows, through python-calamine, which is imported only here and only when one is read."""

import datetime
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from lpkit.importing import LpkitError, extra_advice
from lpkit_importers.foreign.account import Account
from lpkit_importers.foreign.archive import ZIP, Archive, member_names
from lpkit_importers.table.binary import formats_of_xls, formats_of_xlsb
from lpkit_importers.table.document import Texts, texts_of
from lpkit_importers.table.extent import check_extents
from lpkit_importers.table.formats import Formats, formats_of, shown
from lpkit_importers.table.grid import Grid, Row, check_size
from lpkit_importers.table.headers import role_of

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Given = TypeVar("Given")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}
_SEARCHED = 20
_STYLES, _DOCUMENT = "xl/styles.xml", "content.xml"
_UNREAD = "numbers are held as values: how the sheet shows them (50%, 007) cannot be read here; an xlsx keeps that"
_MEMORY = 2_000_000_000
"""Bytes of memory, the program itself included, within which an xls must be read."""


def is_workbook(content: bytes) -> bool:
    """Tell whether the bytes are a workbook of Excel or LibreOffice, whatever the file is called."""
    if content.startswith(_OLE):
        return True
    return bool(_PARTS & {*member_names(content)})


def read_workbook(content: bytes, wanted: str, said: str) -> Grid:
    """Give the rows of the sheet that holds questions, or of the one that is wanted; `said` says what the file is.

    Raises LpkitError where the workbook is damaged, too large or encrypted, where the reader is not installed, where no
    sheet has that name, and where several sheets hold questions.
    """
    parts = Archive(content, "the workbook") if content.startswith(ZIP) else None
    if parts:
        check_extents(parts)
    else:
        _try_apart(content)
    book = _opened(content)
    account = Account("row")
    sheets = {
        name: _rows(book, name, _Looks({}), Account("")) for name in book.sheet_names if not wanted or name == wanted
    }
    if not sheets:
        raise LpkitError(f'the workbook has no sheet "{wanted}"', f"its sheets: {', '.join(book.sheet_names)}")
    filled = {name: rows for name, rows in sheets.items() if rows}
    asking = [name for name, rows in filled.items() if any(map(_heads, rows[:_SEARCHED]))]
    if len(asking) > 1:
        names = ", ".join(f'"{name}"' for name in asking)
        raise LpkitError(f"several sheets hold questions: {names}", f'name one: --set "sheet={asking[0]}"')
    name = (asking or [*filled] or [*sheets])[0]
    if not asking and len(filled) > 1:
        raise LpkitError(
            "no sheet has a header that names questions", f'name the sheet: --set "sheet={next(iter(filled))}"'
        )
    rows = _rows(book, name, _looks(content, parts, name), account)
    return Grid(tuple(rows), "row", f'{said}, sheet "{name}"', notes=account.notes())


@dataclass(frozen=True, slots=True)
class _Looks:
    """How the cells of a sheet show their values: by formats, or by texts beside them; None where nobody knows."""

    formats: Formats | None = None
    texts: Texts = field(default_factory=dict)

    def of(self, row: int, column: int) -> tuple[str | None, str]:
        """Give the format of a cell, empty where it shows its value as it is, and its text, empty where it has none."""
        code = None if self.formats is None else self.formats.get((row, column), "")
        return code, self.texts.get(row, {}).get(column, "")


def _looks(content: bytes, parts: Archive | None, sheet: str) -> _Looks:
    if parts is None:
        return _Looks(formats_of_xls(content, sheet))
    if _STYLES in parts.names:
        return _Looks(formats_of(parts, sheet))
    if _DOCUMENT in parts.names:
        return _Looks(texts=texts_of(parts, sheet))
    return _Looks(formats_of_xlsb(parts, sheet))


def _opened(content: bytes) -> "CalamineWorkbook":
    try:
        from python_calamine import CalamineWorkbook
    except ImportError as error:
        raise LpkitError(
            "the file is a workbook, and what reads workbooks is not installed",
            f"{extra_advice('sheets')}; or save the sheet as CSV",
        ) from error
    return _guarded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)))


def _try_apart(content: bytes) -> None:
    """Read an xls in a process of its own with little memory: the reader aborts where its cells lie far apart.

    Raises LpkitError where that process is ended. Systems that cannot fork, as Windows, or that keep to no limit of
    memory, as macOS, do without.
    """
    if not hasattr(os, "fork"):
        return
    child = os.fork()
    if child == 0:
        try:
            _read_within_limits(content)
        finally:
            # Nothing that was written so far is written twice: this end leaves all buffers as they are.
            os._exit(0)  # What goes wrong in ways that can be caught does so again, and is told then.
    if os.WIFSIGNALED(os.waitpid(child, 0)[1]):
        hint = "save it anew as xlsx, without what lies far from the questions"
        raise LpkitError("the workbook cannot be read: its sheets need too much memory", hint)


def _read_within_limits(content: bytes) -> None:
    import resource

    # The reader says on the standard error that it aborts.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    most = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY if most < 0 else min(_MEMORY, most), most))
    book = _opened(content)
    for name in book.sheet_names:
        book.get_sheet_by_name(name)


def _guarded(work: Callable[[], Given]) -> Given:
    """Do something with the reader, and say in one line what it cannot do; it may panic, of no class of errors."""
    try:
        with _silent():
            return work()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | LpkitError):
            raise
        reason = f'the reader of workbooks says "{error}"'
        raise LpkitError(f"the workbook cannot be read, it may be damaged: {reason}", "save it anew as CSV") from error


@contextmanager
def _silent() -> Iterator[None]:
    """Keep from the terminal what the reader itself writes there before it panics: what is raised says it all."""
    try:
        terminal = os.dup(2)
    except OSError:  # Somebody closed the standard error.
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(terminal, 2)
        os.close(terminal)


def _rows(book: "CalamineWorkbook", name: str, looks: _Looks, account: Account) -> list[Row]:
    return _guarded(lambda: [*_filled(book.get_sheet_by_name(name), looks, account)])


def _filled(sheet: Any, looks: _Looks, account: Account) -> Iterator[Row]:
    """Give the rows that hold anything, by their numbers in the sheet; what is not as it is shown is remarked."""
    above, before = sheet.start or (0, 0)
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), start=1 + above):
        raw = tuple(
            _shown(value, looks.of(number, column), number, account)
            for column, value in enumerate(values, start=1 + before)
        )
        cells = tuple(text.strip() for text in raw)
        if any(cells):
            check_size(number, len(cells))
            yield Row(number, cells, raw)


def _shown(value: Any, look: tuple[str | None, str], row: int, account: Account) -> str:
    """Give a cell as the sheet shows it; what is shown otherwise goes into the account. No code is known where None."""
    text = _text(value)
    code, written = look
    if written:
        return written
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        account.remark(row, "a date or time is held as its value, however the sheet shows it")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return text
    if code is None:
        account.remark(row, _UNREAD)
    found = shown(value, code) if code else text
    if found is None or (found != text and set(code or "") & set(".,")):
        as_what = "as sheets in English show them" if found else "as their values"
        account.remark(row, f"numbers of the format {code} are held {as_what}")
    return found or text


def _text(value: Any) -> str:
    """Give a cell as it is read: whole numbers without a point, truth in capitals as workbooks show it."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return str(value)
    return str(value)


def _heads(row: Row) -> bool:
    kinds = {role.kind for cell in row.cells if len(cell) < 100 and (role := role_of(cell)) and not role.weak}
    return "stem" in kinds and len(kinds) > 1
