"""The templates with the filters that they use; everything is escaped unless a filter made it."""

from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateNotFound

from lpkit.export import changes, has_code
from lpkit_exporters.bundle.direction import direction
from lpkit_exporters.html.emblem import emblem
from lpkit_exporters.html.package_files import read
from lpkit_exporters.html.prose import plain, prose
from lpkit_exporters.html.wording import counted, difficulty_counts, duration, letter, test_minutes


@cache
def environment() -> Environment:
    """Set the templates up: an unknown name in a template is an error, never an empty string."""
    templates = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters.update(prose=prose, letter=letter, duration=duration, difficulty_counts=difficulty_counts)
    templates.filters.update(plain=plain, counted=counted, direction=direction, emblem=emblem)
    templates.tests["code"] = has_code
    templates.filters["test_minutes"] = test_minutes
    templates.globals.update(changes=changes, progress="your progress stays in this browser")
    return templates


def _source(name: str) -> str:
    try:
        return read("templates", name)
    except FileNotFoundError as error:
        raise TemplateNotFound(name) from error
