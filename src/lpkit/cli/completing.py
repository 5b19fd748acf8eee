"""What a shell may put in the place of an unfinished word: names of rules, formats, plug-ins, schemas and packs.

Whatever goes wrong here is silent: a shell that asks has no place for a message. Nothing is offered that a shell could
take for more than a word, so names of files with spaces or signs of the shell are left to the shell itself.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import typer

Offer = str | tuple[str, str]
"""A word, or a word and what it means."""

_PLAIN = re.compile(r"[\w./@%+,=][\w./@%+,=-]*")
_LONGEST = 70
_VARIABLES = ("COMP_WORDS", "_TYPER_COMPLETE_ARGS")
"""Where shells put the line so far: bash and the others."""


def command_asked() -> list[str]:
    """Give the command of the line that a shell asks about, so that only that one is imported; none before it ends."""
    line = next(filter(None, map(os.environ.get, _VARIABLES)), "")
    words = line.split()
    done = len(words) > 2 or (len(words) == 2 and line[-1:].isspace())
    return words[1:2] if done else []


def rule_words(incomplete: str) -> list[Offer]:
    """Offer codes and names of rules; behind a comma, the next ones."""
    before, comma, begun = incomplete.rpartition(",")
    return _offers(f"{before}{comma}", begun, _rules)


def rule_word(incomplete: str) -> list[Offer]:
    """Offer codes and names of rules, one at a time."""
    return _offers("", incomplete, _rules)


def format_words(incomplete: str) -> list[Offer]:
    """Offer formats of reports."""

    def found() -> Iterator[Offer]:
        from lpkit.report import format_names

        yield from format_names()

    return _offers("", incomplete, found)


def exporter_words(incomplete: str) -> list[Offer]:
    """Offer exporters."""

    def found() -> Iterator[Offer]:
        from lpkit.export import exporter_names

        yield from exporter_names()

    return _offers("", incomplete, found)


def importer_words(incomplete: str) -> list[Offer]:
    """Offer importers."""

    def found() -> Iterator[Offer]:
        from lpkit.importing import importer_names

        yield from importer_names()

    return _offers("", incomplete, found)


def exporter_settings(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer what may be set for the exporter that is named."""

    def found() -> Iterator[Offer]:
        from lpkit.export import load_exporter

        yield from _assignments(load_exporter(_plugin(ctx, "name")).settings)

    return _offers("", incomplete, found)


def importer_settings(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer what may be set for the importer that is named."""

    def found() -> Iterator[Offer]:
        from lpkit.importing import load_importer

        yield from _assignments(load_importer(_plugin(ctx, "form")).settings)

    return _offers("", incomplete, found)


def schema_words(incomplete: str) -> list[Offer]:
    """Offer schemas."""

    def found() -> Iterator[Offer]:
        from lpkit.cli.all_schemas import all_schemas

        yield from (file.removesuffix(".schema.json") for file in all_schemas())

    return _offers("", incomplete, found)


def pack_files(incomplete: str) -> list[Offer]:
    """Offer files of packs, by their way from the current folder."""

    def found() -> Iterator[Offer]:
        from lpkit.files import way_to

        here = Path.cwd()
        for file in _packs():
            yield way_to(file, here)

    return _offers("", incomplete, found)


def pack_words(incomplete: str) -> list[Offer]:
    """Offer ids of packs."""
    return _offers("", incomplete, lambda: (file.stem for file in _packs()))


def _offers(before: str, begun: str, find: Callable[[], Iterable[Offer]]) -> list[Offer]:
    """Give what begins as it is begun, with what stands before that on the line."""
    offers: list[Offer] = []
    # A shell asks in the middle of a line: there is no one to read of a fault, whatever it is.
    with suppress(Exception):
        for offer in find():
            word, *meaning = (offer,) if isinstance(offer, str) else offer
            if word.startswith(begun) and _PLAIN.fullmatch(word):
                offers.append((before + word, _brief(meaning[0])) if meaning else before + word)
    return sorted(offers, key=str)


def _brief(meaning: str) -> str:
    """Cut what a word means to a line of a narrow window: a shell is given one line for each."""
    return meaning if len(meaning) <= _LONGEST else meaning[: _LONGEST - 1].rstrip() + "…"


def _rules() -> Iterator[Offer]:
    from lpkit.rules.written import written_rules

    for rule in written_rules():
        yield rule.code, f"{rule.name}: {rule.summary}"
        yield rule.name, f"{rule.code}: {rule.summary}"


def _plugin(ctx: typer.Context, parameter: str) -> str:
    """Give the plug-in that the line names; behind an option without its value, nothing has been read of the line."""
    return ctx.params[parameter] or next(word for word in ctx.args if not word.startswith("-"))


def _assignments(settings: Iterable[str]) -> Iterator[Offer]:
    return (f"{name}=" for name in settings)


def _packs() -> list[Path]:
    from lpkit.cli.running import find_files

    return sorted(file for files in find_files([]).packs.values() for file in files)
