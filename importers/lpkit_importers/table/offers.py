"""The options of a question in JSON: from a list of texts or objects, or an object, each to a column with its place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from lpkit_importers.table.choices import LETTERS
from lpkit_importers.table.headers import Role, plain, role_of
from lpkit_importers.table.keys import is_bare, label_of
from lpkit_importers.table.stars import NO, YES
from lpkit_importers.table.values import cell_of, verdicts

_IDS = ("id", "key", "letter", "label", "value", "name", "index")
"""Keys by which an option may have a name of its own, the likeliest first."""
_TEXTS = ("text", "option", "answer", "choice", "content", "title", "label", "value", "body", "description", "name")
"""Keys that may hold the text of an option, the likeliest first."""
_IMAGES = {"image", "images", "img", "picture", "photo", "media", "audio", "bild", "src", "url"}
"""Words in keys that hold what an option shows instead of a text."""
_ALWAYS = {"text", "content", "body"}
"""Keys whose value is the text of an option, also where it is a letter."""

Offer = Mapping[str, Any]


def offered(role: Role, value: Any, names: dict[str, str]) -> dict[str, str]:
    """Give the columns of options; what names an option otherwise than by its place goes into `names`.

    The places of a list are those of its entries, which an index counts; those of an object are its letters.
    """
    kind = "wrong" if role.kind == "wrong" else "option"
    if isinstance(value, dict) and any(isinstance(child, list) for child in value.values()):
        value = _beside_each_other(value)
    if isinstance(value, dict):
        return _by_names({str(name): child for name, child in value.items()}, kind, names)
    value = [_pair(one) for one in value]
    if not any(isinstance(one, dict) for one in value):
        return {f"{kind} {at}": cell_of(one, trim=False) for at, one in enumerate(value, start=1)}
    offers = [one if isinstance(one, dict) else {"text": one} for one in value]
    key, name = _keys_of(offers)
    ids = [_id_of(one, _text_key(one, key), name) for one in offers]
    counted = [*range(1, len(offers) + 1)]
    cells = _of_objects(offers, key, counted, kind)
    if _places(ids) != counted:
        names |= _named(ids, [cells[f"{kind} {place}"] for place in counted])
    return cells


def _beside_each_other(value: Offer) -> list[dict[str, Any]]:
    """Give options of which one list has the letters and another the texts, each as an object of its own.

    None where the lists are not of one length, or stand beside something else: what belongs to what, nobody knows then.
    """
    lists = [child for child in value.values() if isinstance(child, list)]
    if len(lists) < len(value) or len({*map(len, lists)}) > 1:
        return []
    return [dict(zip(value, one, strict=True)) for one in zip(*lists, strict=True)]


def _named(ids: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    """Give what an id says as a key: the text of its option, or the letter of its place where that may be a letter."""
    many, lettered = Counter(ids), bool(_places(ids))
    said: dict[str, str] = {}
    for at, (name, text) in enumerate(zip(ids, texts, strict=True)):
        if name and many[name] == 1:
            placed = at < len(LETTERS) and (lettered or label_of(text.strip()) is not None)
            said |= dict.fromkeys((name, name.upper(), name.lower()), LETTERS[at].upper() if placed else text)
    return said


def _of_objects(offers: Sequence[Offer], key: str, places: Sequence[int], kind: str) -> dict[str, str]:
    marks = _marks(offers, key)
    cells: dict[str, str] = {}
    for one, place in zip(offers, places, strict=True):
        text = _text_key(one, key)
        cells[f"{kind} {place}"] = cell_of(one.get(text, ""), trim=False) or _image(one)
        cells |= {f"correct {place}": cell_of(one[mark]) for mark in marks if mark in one}
        cells |= _beside(one, {text, *marks}, place)
    return cells


def _pair(value: Any) -> Any:
    """Give a letter or number and a text, written as a list of two, as an object; any other value as it is."""
    pair = isinstance(value, list) and len(value) == 2 and isinstance(value[1], str)
    return {"letter": value[0], "text": value[1]} if pair and is_bare(cell_of(value[0])) else value


def _image(offer: Offer) -> str:
    """Give the image that an option without a text is, as HTML: what is read then names it."""
    images = (value for key, value in offer.items() if _IMAGES & {*plain(key).split()})
    return next((f'<img src="{escape(value)}">' for value in images if isinstance(value, str) and value), "")


def _by_names(value: Offer, kind: str, names: dict[str, str]) -> dict[str, str]:
    """Give the options of an object: by letters and numbers, by names of columns, or else in their order."""
    children = [*value.values()]
    places = _places([*value])
    counted = [*range(1, len(children) + 1)]
    if all(isinstance(child, bool) for child in children) or (not places and verdicts(value)):
        marked = [{"text": name, "correct": child} for name, child in value.items()]
        return _of_objects(marked, "text", counted, kind)
    if not places and all((role := role_of(name)) and role.labelled for name in value):
        return {name: cell_of(child, trim=False) for name, child in value.items()}
    if all(isinstance(child, dict) for child in children):
        cells = _of_objects(children, _keys_of(children)[0], places or counted, kind)
    else:
        texts = [cell_of(child, trim=False) for child in children]
        cells = {f"{kind} {place}": text for place, text in zip(places or counted, texts, strict=True)}
    if not places:
        names |= _named([*value], [cells[f"{kind} {place}"] for place in counted])
    return cells


def _places(names: Sequence[str]) -> list[int]:
    """Give the places that names say: letters from A, in any order and with gaps, or numbers from 0 or 1 in order.

    None where they say none. Places count from 1 in all questions, so that those of one are those of another.
    """
    folded = [name.casefold() for name in names]
    if len({*folded}) < len(folded) or len(folded) > len(LETTERS):
        return []
    if all(len(name) == 1 and name in LETTERS for name in folded):
        return [LETTERS.index(name) + 1 for name in folded]
    counted = [*range(1, len(folded) + 1)]
    runs = ([str(place) for place in counted], [str(place - 1) for place in counted])
    return counted if folded in runs else []


def _keys_of(offers: Sequence[Offer]) -> tuple[str, str]:
    """Give the key of the text and that of the letter of options, which all of a list have; empty texts for none."""
    common = [key for key in offers[0] if all(key in one for one in offers)]
    found = [*dict.fromkeys(key for wanted in _TEXTS for key in common if wanted in plain(key).split())]
    texts = [key for key in found if not all(isinstance(one[key], bool) for one in offers)]
    named = [key for key in texts if _may_name(key, [cell_of(one[key]) for one in offers])]
    rest = [key for key in texts if key not in named and all(cell_of(one[key]) for one in offers)]
    if rest and texts[0] in named:
        return rest[0], texts[0]
    return (texts or found or [""])[0], ""


def _may_name(key: str, values: Sequence[str]) -> bool:
    """Tell whether a key holds letters or numbers by which options are called, and not their texts."""
    return bool(_places(values)) and not _ALWAYS & {*plain(key).split()}


def _marks(offers: Sequence[Offer], text: str) -> list[str]:
    """Give the key by which options say themselves whether they are right, as true, "True", "yes" or 1; none or one."""
    for key in dict.fromkeys(key for one in offers for key in one if key != text):
        role, said = role_of(key), [cell_of(one[key]).casefold() for one in offers if key in one]
        judges = role is not None and role.kind in {"answer", "mark"} and any(said)
        if judges and all(YES.fullmatch(value) or NO.fullmatch(value) for value in said):
            return [key]
    return []


def _text_key(offer: Offer, common: str) -> str:
    return common or next((key for wanted in _TEXTS for key in offer if wanted in plain(key).split()), "")


def _id_of(offer: Offer, text: str, named: str) -> str:
    called = {plain(key): key for key in offer if key != text}
    name = named or next((called[key] for key in _IDS if key in called), "")
    return cell_of(offer[name]) if name else ""


def _beside(offer: Offer, known: set[str], place: int) -> dict[str, str]:
    """Give what an option says of itself beside its text: why it is right or wrong, and what is not read."""
    cells = {}
    for key, value in offer.items():
        role = role_of(key)
        if key not in known and role and role.kind == "steps":
            cells[f"why {place}"] = cell_of(value)
        elif key not in known and key not in _IDS and cell_of(value):
            cells[f"{key} of options"] = cell_of(value)
    return cells
