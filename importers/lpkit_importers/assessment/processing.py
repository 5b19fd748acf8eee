"""What an item of QTI 2.x or 3.0 gives points for, where it says so in rules of its own: each option is tried.

The rules are those of QTI's "Response Processing" that stand in items which offer a choice; where an item uses others,
its points cannot be told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lpkit_importers.foreign.choice import share_of
from lpkit_importers.foreign.xml import Node

_SCORE = "SCORE"
_Value = str | float | bool | None


class _UnreadableError(Exception):
    """A rule is none of those that are known."""


@dataclass(slots=True)
class _Trial:
    """One option chosen: its name, what is right, the points that are mapped, and the outcomes so far."""

    response: str
    chosen: str
    right: str
    mapped: Mapping[str, float]
    outcomes: dict[str, _Value] = field(default_factory=dict)
    over: bool = False


def points_by_rules(
    item: Node, response: str, right: str, options: Sequence[str], mapped: Mapping[str, float]
) -> dict[str, float] | None:
    """Give the points of each option by the rules of an item; None where it has none, or they cannot be told."""
    processing = item.first("responseprocessing")
    if processing is None or not any(processing.children()):
        return None
    found: dict[str, float] = {}
    for option in options:
        trial = _Trial(response, option, right, mapped)
        try:
            _run(processing, trial)
            score = trial.outcomes.get(_SCORE)
            if score is not None:
                found[option] = _number(score)
        except _UnreadableError:
            return None
    return {option: found.get(option, 0.0) for option in options} if found else None


def _run(node: Node, trial: _Trial) -> None:
    for rule in node.children():
        if trial.over:
            return
        if rule.tag == "responsecondition":
            _choose(rule, trial)
        elif rule.tag == "setoutcomevalue":
            trial.outcomes[rule.attributes.get("identifier", "")] = _value(_only(rule), trial)
        elif rule.tag == "exitresponse":
            trial.over = True
        elif rule.tag == "responseprocessingfragment":
            _run(rule, trial)
        else:
            raise _UnreadableError


def _choose(condition: Node, trial: _Trial) -> None:
    for branch in condition.children():
        inner = [*branch.children()]
        plain = branch.tag == "responseelse"
        if branch.tag not in {"responseif", "responseelseif", "responseelse"} or (not plain and not inner):
            raise _UnreadableError
        if plain or _value(inner[0], trial) is True:
            _run(branch if plain else Node("", {}, branch.line, [*inner[1:]]), trial)
            return


def _only(node: Node) -> Node:
    inner = [*node.children()]
    if len(inner) != 1:
        raise _UnreadableError
    return inner[0]


def _value(node: Node, trial: _Trial) -> _Value:
    name = node.attributes.get("identifier", "")
    if node.tag == "basevalue":
        said = node.text().strip()
        numeric = node.attributes.get("basetype", "") in {"float", "integer"}
        return share_of(said) if numeric else {"true": True, "false": False}.get(said, said)
    if node.tag == "variable":
        return trial.chosen if name == trial.response else _outcome(name, trial)
    if node.tag == "correct" and name == trial.response:
        return trial.right
    if node.tag == "mapresponse" and name == trial.response:
        return trial.mapped.get(trial.chosen, 0.0)
    return _compared(node.tag, [_value(child, trial) for child in node.children()])


def _outcome(name: str, trial: _Trial) -> _Value:
    if name not in trial.outcomes and name != _SCORE:
        raise _UnreadableError
    return trial.outcomes.get(name, 0.0)


def _compared(tag: str, values: Sequence[_Value]) -> _Value:
    if tag in {"match", "member", "equal"} and len(values) == 2:
        return values[0] == values[1]
    if tag == "isnull" and len(values) == 1:
        return values[0] is None
    if tag == "not" and len(values) == 1 and isinstance(values[0], bool):
        return not values[0]
    if tag in {"and", "or"} and values and all(isinstance(value, bool) for value in values):
        return all(values) if tag == "and" else any(values)
    if tag == "multiple" and len(values) == 1:
        return values[0]
    if tag == "sum" and values:
        return sum(map(_number, values))
    raise _UnreadableError


def _number(value: _Value) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _UnreadableError
    return float(value)
