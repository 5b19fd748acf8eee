"""Words in the place of one of a few: another case, another word, another language."""

import unicodedata

from lpkit.corpus.meaning.case import Case, Meant
from lpkit.editing.edits import new_value, sure
from lpkit.editing.restating import restated
from lpkit.schema.likely import folded
from lpkit.schema.misfit import CHOICE

_SAME: dict[str, tuple[str, ...]] = {
    "easy": ("leicht", "einfach", "fácil", "facile"),
    "medium": ("mittel", "medio", "moyen", "médio"),
    "hard": ("schwer", "schwierig", "difícil", "difficile"),
    "practice": ("practise", "übung", "üben", "práctica", "pratique", "pratica"),
    "test": ("prüfung", "prueba"),
    "published": ("veröffentlicht", "publicado", "publié", "pubblicato"),
    "draft": ("entwurf", "borrador", "brouillon", "bozza"),
    "retired": ("zurückgezogen", "retirado", "retiré"),
    "first-person": ("1st person", "i"),
    "number": ("numbers", "figure", "figures"),
    "true": ("yes", "y", "ja", "sí", "si", "oui", "sì", "sim", "1", "on", "wahr", "verdadero", "vrai"),
    "false": ("no", "n", "nein", "non", "não", "0", "off", "falsch", "falso", "faux"),
}
_OTHER: dict[str, tuple[str, ...]] = {
    "easy": ("simple", "basic", "beginner", "low", "e", "1"),
    "medium": ("med", "normal", "moderate", "intermediate", "average", "middle", "m", "2"),
    "hard": ("difficult", "advanced", "tough", "expert", "high", "h", "3"),
    "practice": ("training", "exercise", "practicing", "drill", "learn", "quiz"),
    "test": ("exam", "examination", "testing", "assessment"),
    "published": ("live", "public", "final", "done", "ready", "active", "released", "finished", "complete"),
    "draft": ("wip", "todo", "in progress", "new", "unpublished", "pending"),
    "retired": ("archived", "deprecated", "obsolete", "old", "inactive"),
}
_LANGUAGES = {
    **{"english": "en", "englisch": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr"},
    **{"spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt"},
    **{"dutch": "nl", "nederlands": "nl", "polish": "pl", "japanese": "ja", "chinese": "zh", "korean": "ko"},
}


def choice_meant(case: Case) -> Meant | None:
    """Give which of a few words is meant."""
    value = case.value
    if isinstance(value, list | dict) or value is None:
        return None
    choices, written = case.misfit.choices, folded(str(value))
    if exact := next((word for word in choices if _same(written, word)), None):
        return _write(case, exact, True)
    if other := next((word for word in choices if written in map(folded, _OTHER.get(word, ()))), None):
        return _write(case, other, False)
    if case.misfit.suggestion is None:
        return None
    if len(several := [word for word in choices if f"_{word}_" in f"_{written}_"]) > 1:
        return Meant(f"write one of the two, {' or '.join(several)}; what is meant for both is written twice")
    return _write(case, case.misfit.suggestion, sure(str(value).casefold(), case.misfit.suggestion))


def truth_meant(case: Case) -> Meant | None:
    """Give true or false for what stands for one of them."""
    if isinstance(case.value, str | int):
        for word in ("true", "false"):
            if _same(folded(str(case.value)), word):
                plain = ", without quotation marks" if case.value == word else ""
                return Meant(f"write {word}{plain}", restated(case.source, case.at, word, True))
    return None


def language_meant(case: Case) -> Meant | None:
    """Give the tag of a language for its name, or for a tag in other letters."""
    text = unicodedata.normalize("NFKC", str(case.value)).strip().casefold()
    meant = _LANGUAGES.get(text)
    parts = text.replace("_", "-").split("-")
    if meant is None and all(part.isascii() and part.isalnum() for part in parts) and len(parts[0]) in {2, 3}:
        meant = "-".join((parts[0], *(part.upper() if len(part) == 2 else part.title() for part in parts[1:])))
    if meant is None:
        return None
    return Meant(f"write {meant}, the short name of that language", restated(case.source, case.at, meant, True))


def _same(written: str, word: str) -> bool:
    return written == folded(word) or written in map(folded, _SAME.get(word, ())) or written == f"{folded(word)}s"


def _write(case: Case, meant: str, certain: bool) -> Meant:
    of = f"; the choices are {', '.join(case.misfit.choices)}" if case.misfit.expected == CHOICE else ""
    if isinstance(case.value, str):
        return Meant(f"write {meant}{of}", new_value(case.source, case.at, meant, certain))
    return Meant(f"write {meant}{of}", restated(case.source, case.at, meant, certain))
