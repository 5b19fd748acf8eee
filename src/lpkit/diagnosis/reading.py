"""How far a text can be read, and how likely it is that somebody meant what was read."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from _ruamel_yaml import CParser, MappingStartEvent, ScalarEvent, SequenceStartEvent
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from lpkit.model import Library, Pack
from lpkit.model.types import Entry
from lpkit.pattern import pattern
from lpkit.schema.fit import departures
from lpkit.schema.keys import keys_below
from lpkit.source import Source
from lpkit.source.limits import MAX_DEPTH

_KEY_LINE = pattern(r"[\n\r][ \t]*(?:-[ \t]+)*([A-Za-z_][\w-]*):(?=\s)")
_LIKELY_ITEM = pattern(r"[\n\r][ \t]*-[ \t]")


class Stop(NamedTuple):
    """Where a parser gave up, where what it was reading had begun (offsets in code points), and what it said."""

    at: int
    context: int | None
    problem: str


class Reading(NamedTuple):
    """How far a text was read (None: to its end), and how many keys lie within texts of several lines."""

    stop: Stop | None
    swallowed: int


class Reader:
    """Reads texts of one kind: packs or libraries, by the first or by the second reader."""

    def __init__(self, model: type[Pack] | type[Library], second: bool) -> None:
        self.model = model
        self.second = second
        self.keys = known_keys(model)

    def read(self, text: str) -> Reading:
        """Read as far as can be."""
        swallowed = depth = 0
        try:
            for event in self._events(text):
                kind = type(event)
                if kind is ScalarEvent:
                    swallowed += self._swallowed(text, event)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    depth += 1
                depth -= kind.__name__ in {"MappingEndEvent", "SequenceEndEvent"}
                if depth > MAX_DEPTH:
                    return Reading(Stop(event.start_mark.index, None, "nested too deep"), swallowed)
        except MarkedYAMLError as error:
            return Reading(_stop(error), swallowed)
        return Reading(None, swallowed)

    def _events(self, text: str) -> Iterator[Any]:
        return YAML(typ="safe", pure=True).parse(text) if self.second else iter(CParser(text).get_event, None)

    def _swallowed(self, text: str, event: Any) -> int:
        """Count the lines of a text that begin like keys of the format, and outside of blocks like entries too."""
        if event.end_mark.line == event.start_mark.line:
            return 0
        whole = text[event.start_mark.index : event.end_mark.index]
        keys = sum(match[1] in self.keys for match in _KEY_LINE.finditer(whole))
        return keys if event.style in {"|", ">"} else keys + len(_LIKELY_ITEM.findall(whole))

    def departures(self, text: str) -> int:
        """Count the places at which a text that parses departs from the format."""
        source = Source("", text)
        return len(source.flaws) + departures(self.model, source.data)


@cache
def known_keys(model: type[Entry]) -> frozenset[str]:
    """Give all keys that the format knows at any depth."""
    return frozenset(keys_below(model))


def _stop(error: MarkedYAMLError) -> Stop:
    mark = error.problem_mark or error.context_mark
    context = error.context_mark.index if error.context_mark else None
    return Stop(mark.index if mark else 0, context, error.problem or "")
