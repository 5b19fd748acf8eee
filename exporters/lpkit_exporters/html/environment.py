"""The templates with the filters that they use; everything is escaped unless a filter made it."""

from collections.abc import Callable
from functools import cache, partial
from typing import ParamSpec

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from lpkit.export import changes, has_code
from lpkit_exporters.bundle.direction import direction
from lpkit_exporters.catalogue.words import Words
from lpkit_exporters.html.emblem import emblem
from lpkit_exporters.html.marking import marked
from lpkit_exporters.html.package_files import read
from lpkit_exporters.html.prose import plain, prose
from lpkit_exporters.html.wording import difficulty, difficulty_counts, duration, letter, test_minutes

_Asked = ParamSpec("_Asked")


@cache
def environment(words: Words, foreign: bool = False) -> Environment:
    """Set the templates up: an unknown name in a template is an error, never an empty string.

    The words of a `foreign` page are marked, since its content is in another language.
    """
    templates = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    _install(templates, words, foreign)
    templates.filters.update(prose=prose, letter=letter, duration=duration, test_minutes=test_minutes)
    templates.filters.update(plain=plain, direction=direction, emblem=emblem)
    templates.filters["difficulty"] = _said(partial(difficulty, words), foreign)
    templates.filters["difficulty_counts"] = partial(difficulty_counts, words)
    templates.tests["code"] = has_code
    templates.globals.update(changes=changes, words=words, in_system=False)
    return templates


def _install(templates: Environment, words: Words, foreign: bool) -> None:
    """Let templates ask for messages of the catalogue, with values for their places, `num` for what counts.

    Jinja's own extension does the same, and looks each message up anew: a sixth of the time that a page takes.
    """
    catalogue = words.translations
    gettext, pgettext = (cache(_message(ask, foreign)) for ask in (catalogue.gettext, catalogue.pgettext))
    ngettext = cache(_message(catalogue.ngettext, foreign))

    def counted(one: str, many: str, num: int, **values: object) -> Markup:
        return ngettext(one, many, num) % {"num": num, **values}

    templates.globals.update(_=_filled(gettext), pgettext=_filled(pgettext), ngettext=counted)


def _message(ask: Callable[_Asked, str], foreign: bool) -> Callable[_Asked, Markup]:
    said = _said(ask, foreign)
    return lambda *asked, **named: Markup(said(*asked, **named))


def _filled(ask: Callable[..., Markup]) -> Callable[..., Markup]:
    """Put values into the places of a message; without any it is known as a whole."""
    whole = cache(lambda *asked: ask(*asked) % {})
    return lambda *asked, **values: ask(*asked) % values if values else whole(*asked)


def _said(ask: Callable[_Asked, str], foreign: bool) -> Callable[_Asked, str]:
    """Mark what is said in another language than that of the content."""
    return (lambda *asked, **named: marked(ask(*asked, **named))) if foreign else ask


def _source(name: str) -> str:
    try:
        return read("templates", name)
    except FileNotFoundError as error:
        raise TemplateNotFound(name) from error
