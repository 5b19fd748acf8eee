"""The README of the export: which files there are, how to import them and how to update."""

from collections.abc import Iterator, Mapping
from importlib.resources import files


def readme(made: Mapping[str, tuple[int, int]], as_library: bool) -> str:
    """Give the text; `made` has the number of problems and of assessments by file."""
    name = "readme_library.md" if as_library else "readme_course.md"
    text = files("lpkit_exporters.olx").joinpath(name).read_text(encoding="utf-8")
    return text.replace("[[FILES]]\n", "".join(_rows(made)) or "There are no problems here.\n")


def _rows(made: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    for name, (problems, assessments) in made.items():
        more = f", {_plural(assessments, 'open response assessment')}" if assessments else ""
        yield f"- `{name}`: {_plural(problems, 'problem')}{more}\n"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"
