"""`lpkit fmt`: write packs and libraries in canonical form."""

from operator import itemgetter
from pathlib import Path
from typing import Annotated

import typer

from lpkit.checking.places import places
from lpkit.cli.check import Paths
from lpkit.cli.editing import ForceExclude, StdinFilename, show_diff, with_mark, write_texts
from lpkit.cli.naming import name_of
from lpkit.cli.printer import say, show_bytes
from lpkit.cli.running import EXIT_FAULTS, Choice, find_files, given, plural, unsaved_file
from lpkit.config import Config
from lpkit.corpus import view_library
from lpkit.formatting import format_source, with_ids
from lpkit.formatting.modeline import modeline_of
from lpkit.source import Source, decode, read_source
from lpkit.text.languages import UNSAID, Language, language_of


def fmt(
    paths: Paths = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing, exit 1 if anything would change.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what would change, change nothing, exit 1 if anything would.")
    ] = False,
    ids: Annotated[
        bool, typer.Option("--ids", help="Give options, and texts with `ask`, a permanent id where they have none.")
    ] = False,
    stdin_filename: StdinFilename = None,
    force_exclude: ForceExclude = False,
) -> None:
    """Write packs and libraries in canonical form.

    That is key order, indentation, and long text as blocks; all comments stay.

    The data before and after is compared before anything is written. A file that does not parse is left as it is.

    With --ids, options get ids made of their texts, and so do concepts and coach's notes with a question (ask), made of
    that. They are permanent: what has one keeps it.

    Examples:

      lpkit fmt

      lpkit fmt --check packs/amazon-lp

      lpkit fmt --ids packs/amazon-lp

      lpkit fmt - --stdin-filename packs/amazon-lp/ownership/a-pack.yaml < a-pack.yaml
    """
    unsaved = unsaved_file(paths or [], stdin_filename)
    if unsaved is not None:
        (place,) = places([unsaved], Choice().of)
        content = given()
        if force_exclude and not place.listing(force_exclude, unsaved).asked:
            show_bytes(b"" if check or diff else content)
        else:
            _filter(content, unsaved, place.settings, check, diff, ids)
        return
    files = {
        file: place.settings
        for place in places(paths or [], Choice().of)
        for file in place.listing(force_exclude).asked
    }
    changed: dict[str, str] = {}
    refused = 0
    for file, config in sorted(files.items(), key=itemgetter(0)):
        source = read_source(file, name_of(file))
        text = _formatted(source, modeline_of(file, config.root), _language(file) if ids else None)
        refused += text is None
        if text is not None and text != source.text:
            changed[source.name] = text
            if diff:
                show_diff(source.name, text)
    if not (check or diff):
        write_texts(changed)
    _tell(changed, check or diff, len(files))
    if refused or (changed and (check or diff)):
        raise typer.Exit(EXIT_FAULTS)


def _filter(content: bytes, file: Path, config: Config, check: bool, diff: bool, ids: bool) -> None:
    """Write one formatted text to standard output, or nothing where it cannot be formatted."""
    source = decode(content, file.as_posix())
    text = _formatted(source, modeline_of(file, config.root), _language(file) if ids else None)
    if text is not None and diff:
        show_diff(source.name, text, content)
    if text is None or ((check or diff) and text != source.text):
        raise typer.Exit(EXIT_FAULTS)
    if not (check or diff):
        show_bytes(with_mark(text, content))


def _formatted(source: Source, modeline: str | None, ids_in: Language | None) -> str | None:
    """Format a file, with ids made in a language for its options where that is given, or say why it is left alone."""
    if source.flaws:
        say(f"{source.name}: not touched, since it does not parse: run lpkit check")
        return None
    identified = with_ids(source, ids_in) if ids_in else source
    text = format_source(identified, modeline) if identified else None
    if text is None and not (isinstance(source.data, dict) and source.data):
        say(f"{source.name}: not touched, since it holds no keys: run lpkit check")
    elif text is None:
        say(f"{source.name}: not touched, since its comments or data could not be kept as they are")
    return text


def _language(file: Path) -> Language:
    """Give the language of the library that a file belongs to."""
    library_file = next(iter(find_files([file], unsaved=file).packs), None)
    library = view_library(read_source(library_file, name_of(library_file)))[1] if library_file else None
    return library.language if library else language_of(UNSAID)


def _tell(changed: dict[str, str], only_shown: bool, total: int) -> None:
    if only_shown:
        for name in changed:
            say(f"{name}: would be formatted")
    done = "would be formatted" if only_shown else "formatted"
    say(f"{plural(len(changed), 'file')} {done}, {total - len(changed)} left alone")
