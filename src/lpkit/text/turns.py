"""Rates that a text tells in two units of time, and changes of which it says that they are the same share."""

import re
from collections.abc import Iterator

from lpkit.text.figures import comparable, shown
from lpkit.text.languages.parts import FigureWords
from lpkit.text.languages.parts.reckonings import Turns
from lpkit.text.skeleton import Skeleton
from lpkit.text.slip import Interval, Slip, claimed, exactly, interval, reckoned

_ROOM = 0.04
"""People round what they turn from one unit into another by this share."""
_ALIKE = 0.1
"""How far two shares of the same size may lie apart, in parts of one."""
_LEAST = 2
"""Rates that can contradict each other."""
_ENDS = 4
"""Ends of two changes."""


def turned(bones: Skeleton, known: Turns, words: FigureWords) -> Iterator[Slip]:
    """Find rates that do not come to each other, times with a rate that do not come to their total, unlike shares."""
    if len(known.per.findall(bones.text)) >= _LEAST:
        for match in known.rates.finditer(bones.text):
            yield from _rate(bones, match, known)
    for match in known.over.finditer(bones.text) if known.per.search(bones.text) else ():
        yield from _over(bones, match, words, known)
    if len(bones.figures) >= _ENDS and known.same.search(bones.text):
        for match in known.alike.finditer(bones.text):
            yield from _alike(bones, match)


def _rate(bones: Skeleton, match: re.Match[str], known: Turns) -> Iterator[Slip]:
    one, two = bones.figure(match["one"]), bones.figure(match["two"])
    per, other = match["per"], match["other"]
    if not comparable(one, two) or one.kind in {"percent", "multiple", "points"}:
        return
    small, large, shorter = (one, two, per) if (per, other) in known.times else (two, one, other)
    low, high = known.times.get((per, other)) or known.times.get((other, per)) or (0.0, 0.0)
    if not low:
        return
    least, most = interval(small)
    room = Interval(least * low * (1 - _ROOM), most * high * (1 + _ROOM))
    if room.miss(interval(large)) > 0:
        times = shown(small.value * low, large)
        times += f" to {shown(small.value * high, large)}" if high > low else ""
        computed = f"{small.text} each {shorter} are {times}, not {large.text}"
        yield Slip("sum", bones.said(*match.span()), computed, certain=False)


def _over(bones: Skeleton, match: re.Match[str], words: FigureWords, known: Turns) -> Iterator[Slip]:
    time, rate, total = (bones.figure(match[name]) for name in ("time", "rate", "total"))
    unit, per = words.units[match["per"]], match["per"]
    if time.kind != "duration" or not comparable(rate, total):
        return
    if per in time.text.lower():
        times = [Interval(time.value / unit.factor, time.value / unit.factor)]
    else:
        number, said = time.value / time.factor, time.text.lower()
        spells = next((known.spells[pair] for pair in known.spells if pair[0] == per and pair[1] in said), ())
        times = [Interval(number * low, number * high) for low, high in spells]
    results = [reckoned(lambda left, right: left * right, (*exactly((rate,)), span)) for span in times]
    room = claimed(total, alike=total.factor == rate.factor)
    if results and all(room.miss(result) > 0 for result in results):
        result = results[0]
        computed = f"{time.text} × {rate.text} is {shown(result.high, total)}, not {total.text}"
        yield Slip("sum", bones.said(*match.span()), computed, certain=False)


def _alike(bones: Skeleton, match: re.Match[str]) -> Iterator[Slip]:
    before, after, start, end = (bones.figure(match[name]) for name in ("before", "after", "start", "end"))
    if before.value <= 0 or start.value <= 0 or not (comparable(before, after) and comparable(start, end)):
        return
    one, two = after.value / before.value, end.value / start.value
    if abs(one - two) > _ALIKE * max(one, two):
        computed = f"the one is {100 * one:.0f} % of what it was, the other {100 * two:.0f} %"
        yield Slip("change", bones.said(*match.span()), computed, certain=False)
