"""The second reader: where libyaml refuses, the reader of ruamel.yaml that is written in Python may read.

libyaml (0.2.5) takes `?` before a comma or a bracket for the sign of a key: `[Who acts?, Who waits?]` is valid YAML 1.2
(section 7.3.3 of the specification) and refused. The events of both readers have the same places but for those of empty
values, which are moved here to where libyaml has them.
"""

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import ScalarEvent

from lpkit.pattern import pattern

_LARGE = 400_000
"""Characters from which a text is read again only where the first reader errs in the way that is known: the second one
takes some thirty times as long."""
_SIGN = pattern(r"#[^\n\r]*|---|(?P<sign>[:-])")


def second_events(text: str, refusal: MarkedYAMLError) -> Iterator[Any] | None:
    """Give the events of a text that libyaml refused, to be read one by one; None where it need not be read again.

    Whoever reads them meets the same exceptions as those of the first reader.
    """
    if len(text) > _LARGE and not _errs(refusal):
        return None
    return _placed(text, YAML(typ="safe", pure=True).parse(text))


def further(first: MarkedYAMLError, second: MarkedYAMLError) -> MarkedYAMLError:
    """Give the one of two readers' refusals that tells more: that of the second, where the first one errs."""
    ends = [error.problem_mark.index if error.problem_mark else 0 for error in (first, second)]
    return second if _errs(first) and ends[1] > ends[0] else first


def _errs(refusal: MarkedYAMLError) -> bool:
    return "expected ',' or '" in (refusal.problem or "")


def _placed(text: str, events: Iterator[Any]) -> Iterator[Any]:
    """Put each empty value right behind the sign after which it is missing."""
    last = 0
    for event in events:
        if type(event) is ScalarEvent and event.start_mark.index == event.end_mark.index:
            event.start_mark.index = event.end_mark.index = _behind_sign(text, last, event.start_mark.index)
        last = event.end_mark.index if event.end_mark.index > last else last
        yield event


def _behind_sign(text: str, start: int, end: int) -> int:
    """Give the offset behind the last colon or dash of a stretch without values; its end where it has neither."""
    signs = [match.end() for match in _SIGN.finditer(text, start, end) if match["sign"]]
    return signs[-1] if signs else end
