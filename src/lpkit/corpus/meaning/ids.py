"""Names and ids that are not in the form of one: titles, capitals, spaces."""

import unicodedata
from collections.abc import Mapping
from pathlib import PurePath

from lpkit.corpus.meaning.case import Case, Meant
from lpkit.corpus.meaning.names import named, nearest_name, of_title
from lpkit.editing.edits import new_value
from lpkit.pattern import pattern

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_OTHER = pattern(r"[^a-z0-9_-]+")
_WORDS = pattern(r"[^\W_]+")
_RUN = pattern(r"[-_]*-[-_]*|__+")


def id_meant(case: Case) -> Meant | None:
    """Give the id that is meant by a title, or by a name with capitals, spaces or other signs."""
    value = case.value
    if not isinstance(value, str) or not value.strip():
        return None
    known = case.names.known(case.at)
    if known:
        name = named(value, known)
        if name is None:
            return _near(case, value, known)
        fix = new_value(case.source, case.at, name, True)
        hint = f'; "{known[name]}" is the title, and the id is "{name}"' if of_title(value, name, known) else ""
        return Meant(f"write {name}, the id", fix._replace(safe=True, restates=True) if fix else None, hint)
    made = slugged(value)
    if made is None:
        return None
    fix = new_value(case.source, case.at, made, True)
    certain = made == value.casefold() or case.key == "tags" or (case.at == ("id",) and made == _stem(case))
    if fix is not None and certain:
        fix = fix._replace(safe=True, restates=True)
    return Meant(f"write {made}: small letters and digits, with a hyphen between words", fix)


def _near(case: Case, value: str, known: Mapping[str, str]) -> Meant:
    """Give the name that is nearest to what is written; no fix writes it where words would be dropped."""
    words = _WORDS.findall(value.casefold())
    several = list(dict.fromkeys(name for word in words if (name := named(word, known))))
    if len(several) > 1 and isinstance(case.at[-1], int):
        return Meant(f"write each as an entry of its own: {', '.join(several)}")
    near = nearest_name(value, known)
    if near is None:
        return Meant(f"write one of: {', '.join(known)}")
    drops = {*_WORDS.findall(near)} < {*words}
    fix = None if drops else new_value(case.source, case.at, near, False)
    return Meant(f"write one of: {', '.join(known)}", fix, f'; did you mean "{near}"?')


def slugged(text: str) -> str | None:
    """Give a text in the form of an id; None where no letter or digit of it is one of an id's."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    plain = plain.removesuffix(".yaml").removesuffix(".yml")
    made = _RUN.sub(lambda match: "-" if "-" in match[0] else "_", _OTHER.sub("-", plain)).strip("-_")
    return made or None


def _stem(case: Case) -> str:
    return PurePath(case.source.name).name.partition(".")[0]
