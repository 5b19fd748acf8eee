"""Values of another shape than the format has: a text for a list, keys for entries, a list for one text."""

from lpkit.corpus.meaning.answers import option_meant, text_of
from lpkit.corpus.meaning.case import Case, Meant
from lpkit.corpus.meaning.labels import between_labels
from lpkit.corpus.meaning.numbers import range_of
from lpkit.diagnostic import Edit, Fix, Site
from lpkit.editing.edits import quoted
from lpkit.editing.placing import without_entry
from lpkit.editing.restating import node_at, restated, stays_plain
from lpkit.editing.shaping import as_entries, as_ids, as_one, as_text, as_value, raw_lines, with_dash, with_dashes
from lpkit.pattern import pattern
from lpkit.schema.keys import entry_at, keys_of, may_be_text, required_keys
from lpkit.source import one_line

_BULLET = pattern(r"(?:[-–—•·▪‣●○*◦]|\(?(?:\d{1,2}|[a-hA-H])[.)](?=\s)|\d{1,2}:(?=\s))\s*(?=\S)")
_BLOCK = pattern(r"[|>][-+]?\d?(?:\s|$)")
"""How an entry begins that is a block of lines: it is no text."""
LABEL = pattern(r"(?:option|step|choice|answer|schritt)?[\s_-]*(?:[a-hA-H]|\d{1,2})[.)]?")
_THOUSANDS = pattern(r"\d{1,3}(?:,\d{3})+[ \t]+[A-Za-z][^,\[\]{}\n]*")
_DECIMALS = pattern(r"(?<![\d,])\d{1,6},\d{1,6}(?!,?\d)[^,\[\]{}\n]*")
_LOOSE = pattern(r",\s")
_SPLIT = {"options": (";", " / ", "|", ","), "score_first": (",",), "tags": (",",), "phrases": (";", ",")}
"""The keys whose lists are written as one text with signs between, and those signs, the surest first."""
_TEXT = frozenset(("text", "value", "content", "title"))
_NAMES = frozenset(("score_first", "tags"))
_LONG = 60
_NONE = frozenset(("none", "no", "nothing", "n/a", "na", "-", "–", "—", "keine", "keiner", "nichts", "nil", "0"))
_HASHTAGS = pattern(r"[ \t]*(?P<tags>#[\w-]+(?:[ ,\t]+#[\w-]+)*)[ \t]*(?=\r?\n|\Z)")
_AND = pattern(r",|\b(?:and|und|y|et)\b|&")


def list_meant(case: Case) -> Meant | None:
    """Give the list that is meant by a text or by keys."""
    value = case.value
    if isinstance(value, dict):
        return _of_keys(case)
    if not isinstance(value, str) or not value.strip():
        return None
    if case.key == "words_per_minute" and (pace := range_of(value)):
        flat = f"[{pace[0]}, {pace[1]}]"
        return Meant(f"write the two numbers in brackets: {flat}", restated(case.source, case.at, flat, True))
    lines = raw_lines(case.source, case.at)
    if lines is None and (parts := between_labels(value)):
        help = f"write each entry on a line of its own, behind a dash and a space: - {_short(parts[0])}"
        return Meant(help, as_entries(case.source, case.at, parts, True))
    if lines is not None or _BULLET.match(value):
        return _of_bullets(case, lines or [value])
    if value.strip().casefold() in _NONE:
        # An empty list says it too, and stays where it is.
        return Meant(
            "leave the key out where there is nothing, or write []", restated(case.source, case.at, "[]", True)
        )
    if case.key in _NAMES and len(parts := [part.strip() for part in _AND.split(value)]) > 1 and all(parts):
        help = f"write a list, in brackets with commas between or each entry behind a dash: [{', '.join(parts)}]"
        return Meant(help, as_entries(case.source, case.at, parts, True))
    bare = value[1:-1] if value.startswith("(") and value.endswith(")") else value
    for sign in _SPLIT.get(case.key, ()):
        parts = [part.strip() for part in bare.split(sign)]
        if len(parts) > 1 and all(parts):
            help = f"write a list, in brackets with commas between or each entry behind a dash: [{', '.join(parts)}]"
            return Meant(help, as_entries(case.source, case.at, parts, case.key in _NAMES))
    below = entry_at(case.model, (*case.at, 0))
    if below is not None and not may_be_text(case.model, (*case.at, 0)):
        # Of a pattern of a marker no key must be there: the first two say how one is written.
        keys = [key for key in keys_of(below) if key in required_keys(below)] or list(keys_of(below))[:2]
        first = f"{keys[0]}: {_short(value)}" if keys[0] in {"id", "marker", "candidate", "ask"} else f"{keys[0]}: …"
        others = ", ".join(f"{key}: …" for key in keys[1:])
        return Meant(f"write an entry of keys behind a dash: - {first}" + (f" and below it {others}" if others else ""))
    help = f"write it behind a dash on a line of its own, or in brackets: [{_short(value)}]"
    return Meant(help, as_entries(case.source, case.at, [value], True) if case.key != "options" else None)


def hashtags_meant(case: Case) -> Meant | None:
    """Take `tags: #data #depth`, which is a comment, for the tags."""
    node = node_at(case.source, case.at) if case.key == "tags" else None
    match = _HASHTAGS.match(case.source.text, node.start) if node else None
    if node is None or match is None:
        return None
    flat = f"[{', '.join(match['tags'].replace('#', ' ').replace(',', ' ').split())}]"
    fix = Fix(f"write {flat}", (Edit(node.start, match.end(), f" {flat}"),), safe=False)
    return Meant(f"a number sign begins a comment: write {flat}", fix)


def _of_bullets(case: Case, lines: list[str]) -> Meant:
    """Take lines for entries: those that have a dash and a space stay as they are."""
    entries = _entries(lines)
    help = f"write each entry on a line of its own, behind a dash and a space: - {_short(entries[0])}"
    blocks = any(map(_BLOCK.match, entries))
    fix = with_dashes(case.source, case.at, _BULLET)
    return Meant(help, fix or (None if blocks else as_entries(case.source, case.at, entries, True)))


def _entries(lines: list[str]) -> list[str]:
    """Give the entries of a list of which each begins with a bullet, or each is a line where none does."""
    found: list[str] = []
    bullets = any(map(_BULLET.match, lines))
    for line in lines:
        bullet = _BULLET.match(line)
        if found and bullets and not bullet:
            found[-1] += f" {line}"
        else:
            found.append(line[bullet.end() :] if bullet else line)
    return found


def _of_keys(case: Case) -> Meant | None:
    value, source = case.value, case.source
    if value and all(LABEL.fullmatch(str(key).casefold()) for key in value):
        texts = [entry for entry in value.values() if isinstance(entry, str)]
        if len(texts) == len(value):
            shown = f"[{', '.join(texts)}]" if source.text[_start(case)] == "{" else f"- {_short(texts[0])}"
            help = f"leave the letters or numbers out and write each entry behind a dash: {shown}"
            return Meant(help, as_entries(source, case.at, texts, True))
        return None
    if value and source.text[_start(case)] == "{" and all(entry is None for entry in value.values()):
        texts = list(map(str, value))
        help = f"a list stands in square brackets: [{', '.join(texts)}]"
        return Meant(help, as_entries(source, case.at, texts, False))
    entry = entry_at(case.model, (*case.at, 0))
    known = keys_of(entry) if entry else {}
    if value and "id" in known and all(isinstance(part, dict) for part in value.values()):
        first = next(iter(value))
        return Meant(f"write the id of each entry behind a dash: - id: {first}", as_ids(source, case.at))
    if known.keys().isdisjoint(value):
        return None
    help = f"write a dash before the first key of each entry: - {next(iter(value))}: …"
    return Meant(help, with_dash(source, case.at))


def _start(case: Case) -> int:
    return case.source.extent(Site(case.source.name, case.at))[0]


def text_meant(case: Case) -> Meant | None:
    """Give the text that is meant by a list of one, by a key that a colon makes, or by a number."""
    value = case.value
    if isinstance(value, list):
        return single_meant(case)
    if isinstance(value, dict):
        if meant := _of_one_key(case):
            return meant
        fix = as_text(case.source, case.at)
        if fix is None:
            return None
        return Meant(f"the colon and the space make a key of its beginning: {fix.title}, in quotation marks", fix)
    if case.misfit.suggestion is None:
        return _empty(case)
    if case.names.known(case.at):
        return _by_place(case)
    if case.key == "answer" and type(value) is int:
        return _by_number(case)
    if type(value) is int and (meant := _with_thousands(case) or _with_decimals(case)):
        return meant
    fix = quoted(case.source, case.at)
    if fix is None:
        return None
    certain = value is not None
    restating = fix._replace(safe=certain, restates=certain)
    return Meant(case.misfit.help or "put it in quotation marks", restating)


def _with_thousands(case: Case) -> Meant | None:
    """Take a number in a list in brackets and the three digits behind its comma for one text."""
    node = node_at(case.source, case.at)
    match = _THOUSANDS.match(case.source.text, node.start) if node and isinstance(case.at[-1], int) else None
    if node is None or match is None or node.style:
        return None
    written = one_line(match[0].rstrip())
    edit = Edit(node.start, node.start + len(match[0].rstrip()), written)
    fix = Fix(f"write {written}", (edit,), safe=False, also=(case.at[:-1],))
    return Meant(f"the comma in the number parts two entries: write {written}, in quotation marks", fix)


def _with_decimals(case: Case) -> Meant | None:
    """Take a number in a list in brackets, and what stands close behind its comma, for one text with a decimal comma.

    Other commas of the list have a space behind them, so this one may be none of the list: only the author knows.
    """
    node, above = node_at(case.source, case.at), node_at(case.source, case.at[:-1])
    if node is None or above is None or node.style or not isinstance(case.at[-1], int):
        return None
    text = case.source.text
    if text[above.start] != "[" or not _LOOSE.search(text, above.start, above.end):
        return None
    found = _DECIMALS.finditer(text, above.start, above.end)
    match = next((pair for pair in found if pair.end() >= node.end > pair.start()), None)
    if match is None:
        return None
    written = one_line(match[0].rstrip())
    help = f"the comma in the number parts two entries: write {written}, in quotation marks"
    if match.start() != node.start:
        return Meant(help)
    edit = Edit(node.start, match.start() + len(match[0].rstrip()), written)
    return Meant(help, Fix(f"write {written}", (edit,), safe=False, also=(case.at[:-1],)))


def _of_one_key(case: Case) -> Meant | None:
    """Take a key that is only the letter of an entry, or that says that a text follows, for no part of the text."""
    key = next(iter(case.value), "").casefold()
    fix = as_value(case.source, case.at) if len(case.value) == 1 and (key in _TEXT or LABEL.fullmatch(key)) else None
    if fix is None:
        return None
    shown = next(iter(case.value.values()))
    if key in _TEXT:
        return Meant(f"write the text itself, without a key: {_short(str(shown))}", fix)
    return Meant(f"a list of {case.key} has no letters or numbers: - {_short(str(shown))}", fix)


def _empty(case: Case) -> Meant | None:
    if case.value is not None or not case.at or not isinstance(case.at[-1], int):
        return None
    return Meant("write its text behind the dash, or take the dash out", without_entry(case.source, case.at, True))


def _by_place(case: Case) -> Meant:
    """Take a number for the place of a name among those that are known."""
    known = list(case.names.known(case.at))
    help = f"write its id, one of: {', '.join(known)}"
    if type(case.value) is not int or not 0 < case.value <= len(known):
        return Meant(help)
    return Meant(help, restated(case.source, case.at, known[case.value - 1], False))


def _by_number(case: Case) -> Meant | None:
    listed = case.source.value((*case.at[:-1], "options"))
    options = [text_of(option) for option in listed] if isinstance(listed, list) else []
    meant = option_meant(str(case.value), options)
    if meant is None:
        return Meant("copy the text of the right option, letter for letter")
    written = meant.text if stays_plain(meant.text, "[", "]") else one_line(meant.text)
    help = f'write the text of the option: "{meant.text}"'
    return Meant(help, restated(case.source, case.at, written, False))


def single_meant(case: Case) -> Meant | None:
    """Give the one entry of a list where no list is expected."""
    if not isinstance(case.value, list):
        return None
    if len(case.value) != 1 or isinstance(case.value[0], list | dict):
        return Meant("write one text, and not a list") if case.value else None
    bracketed = case.source.text[_start(case)] == "["
    help = f"write it without {'brackets' if bracketed else 'a dash'}: {_short(str(case.value[0]))}"
    return Meant(help, as_one(case.source, case.at))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONG else f"{flat[: _LONG - 1]}…"
