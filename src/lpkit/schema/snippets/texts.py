"""Snippets in the forms that editors take: data with stops in it, lines of YAML with stops, or lines alone."""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from lpkit.schema.snippets.parts import Body, Stop

Written = Callable[[Stop], str]
"""Says how a stop is written; it is asked for each in the order in which they stand."""


def numbered(choices: bool) -> Written:
    """Give what writes stops as TextMate's snippets have them, from 1 on, with or without their choices."""
    numbers = count(1)

    def write(stop: Stop) -> str:
        number = next(numbers)
        if choices and len(stop.choices) > 1:
            return f"${{{number}|{','.join(stop.choices)}|}}"
        return f"${{{number}:{stop.text}}}"

    return write


def plain(stop: Stop) -> str:
    """Write a stop as what stands there until somebody fills it in."""
    return stop.text


def data_of(body: Body, write: Written) -> Any:
    """Give a snippet as data, as `defaultSnippets` of a JSON Schema want it: every value is a text."""
    if isinstance(body, Stop):
        return write(body)
    if isinstance(body, str):
        return body
    if isinstance(body, Mapping):
        return {str(data_of(key, write)): data_of(value, write) for key, value in body.items()}
    return [data_of(entry, write) for entry in body]


def lines_of(body: Body, write: Written) -> list[str]:
    """Give a snippet as lines of YAML, from column 0 on."""
    return list(_lines(body, write))


def _lines(body: Body, write: Written) -> Iterator[str]:
    if isinstance(body, Stop | str):
        yield data_of(body, write)
    elif isinstance(body, Mapping):
        for key, value in body.items():
            name = data_of(key, write)
            if isinstance(value, Stop | str):
                yield f"{name}: {data_of(value, write)}"
            else:
                yield f"{name}:"
                yield from (f"  {line}" for line in _lines(value, write))
    else:
        for entry in body:
            first, *rest = _lines(entry, write)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
