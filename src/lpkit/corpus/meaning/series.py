"""Keys with numbers, a column each in a spreadsheet: `option1`, `option2` and `option3` for a list of options."""

from lpkit.corpus.meaning.case import Case, Meant
from lpkit.diagnostic import Edit, Fix, Path
from lpkit.editing.restating import node_at
from lpkit.pattern import pattern
from lpkit.schema.keys import entry_at, is_list, keys_of
from lpkit.schema.likely import likely_key
from lpkit.source import Node, Source

_NUMBERED = pattern(r"(?P<word>[^\W\d_](?:[\w -]*[^\W\d_])?)[ _-]*(?P<place>\d{1,2}|(?<=[ _-])[a-hA-H])")


def numbered(case: Case) -> Meant | None:
    """Take keys with numbers for the entries of a list; the first of them has the fix for all."""
    match = _NUMBERED.fullmatch(str(case.at[-1]))
    parent = case.source.value(case.at[:-1])
    entry = entry_at(case.model, case.at[:-1])
    if match is None or entry is None or not isinstance(parent, dict):
        return None
    absent = [key for key in keys_of(entry) if key not in parent and is_list(entry, key)]
    likely = likely_key(f"{match['word']}s", absent, absent, ()) or likely_key(match["word"], absent, absent, ())
    if likely is None or likely.certain is None:
        return None
    alike = [key for key in parent if _word(key) == match["word"].casefold()]
    texts = [str(parent[key]) for key in alike]
    if len(alike) < 2 or not all(isinstance(parent[key], str) for key in alike):
        return None
    help = f"write {likely.key}: once, and below it each text behind a dash: - {texts[0]}"
    return Meant(help, _as_list(case, likely.key, alike) if alike[0] == case.at[-1] else None)


def _word(key: object) -> str:
    match = _NUMBERED.fullmatch(str(key))
    return match["word"].casefold() if match else ""


def _as_list(case: Case, key: str, alike: list[str]) -> Fix | None:
    """Make a list of keys that follow each other; None where one has a text of several lines."""
    source, parent = case.source, case.at[:-1]
    order = list(source.value(parent))
    begin = order.index(alike[0])
    if order[begin : begin + len(alike)] != alike:
        return None
    edits: list[Edit] = []
    for name in alike:
        node = node_at(source, (*parent, name))
        if node is None or node.key is None or not _on_one_line(source, node):
            return None
        dash = "- "
        if not edits:
            column = source.position(node.key[0])[1] - 1
            dash = f"{key}:\n{' ' * (column + 2)}- "
        edits.append(Edit(node.key[0], node.start, dash if not edits else f"  {dash}"))
    also: tuple[Path, ...] = tuple((*parent, name) for name in (key, *alike[1:]))
    return Fix(f"write a list {key}", tuple(edits), also=also, restates=True)


def _on_one_line(source: Source, node: Node) -> bool:
    return node.key is not None and node.children is None and "\n" not in source.text[node.key[0] : node.end]
