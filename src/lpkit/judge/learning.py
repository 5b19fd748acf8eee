"""A judge that learns from some groups of cases and is tried on the others. Needs the extra `judge`.

A ridge regression of right (1) and wrong (0) on the features of a text, both less their mean in the case, so that it
sees only how a text differs from its neighbours. What it finds is linear in the keys, therefore one solution per fold
serves the true keys and all permutations of them: each permuted judge learns anew, and the test is exact under
exchange of the texts of a case. (To permute the keys below fixed scores would be cheaper still, and wrong: the folds
learn from each other, which spreads the scores of blind judges by a quarter more than a binomial says.)
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

import numpy as np
from scipy import linalg
from threadpoolctl import threadpool_limits

from lpkit.judge.case import Case
from lpkit.judge.features import Features, features_of
from lpkit.judge.trial import Sure, Trial
from lpkit.text.languages import Language
from lpkit.text.marks import parts_title

PERMUTATIONS = 199
SEED = 17
"""Where the permutations begin: the only thing that is drawn, and drawn alike each time."""

_FOLDS = 20
_DAMPING = 0.025
"""The weight of the penalty, a case; fixed: a choice made on the cases would have to be cross-validated as well."""
_SHOWN = 8
_REASONS = 3
_DECIMALS = 9
_EVEN = 1e-9
"""Scores that differ by less are a tie, so that another linear algebra library gives the same."""


def try_judge(cases: Sequence[Case], language: Language) -> Trial:
    """Learn and try, a group at a time; more than twenty groups are dealt out to twenty folds in their order.

    Runs on one core. There must be two groups or more.
    """
    with threadpool_limits(1):
        features = features_of(cases, language)
        keys = _keys(cases)
        folds = _folds(cases)
        earned = np.zeros(keys.shape[1])
        sure: list[tuple[float, Sure]] = []
        for fold, weights, rows in _learned(features, keys, folds):
            earned += _earned(rows, weights, keys, features, fold)
            sure += _sure(rows, weights[:, 0], features, fold, cases)
    surest = sorted(sure, key=lambda pair: (-round(pair[0], 6), pair[1].name))[:_SHOWN]
    true, others = earned[0], earned[1:]
    p = (1 + int((others >= true - _EVEN).sum())) / (1 + PERMUTATIONS)
    chance = sum(case.chance for case in cases)
    return Trial(len(cases), round(float(true), 4), round(chance, 4), p, PERMUTATIONS, tuple(one for _, one in surest))


def _keys(cases: Sequence[Case]) -> Any:
    """Give a row a text: 1 for a right one; the first column is true, in the others the keys of each case are drawn."""
    draw = Random(SEED)
    columns = [[float(at in case.keys) for case in cases for at in range(len(case.texts))]]
    for _ in range(PERMUTATIONS):
        drawn = [frozenset(draw.sample(range(len(case.texts)), len(case.keys))) for case in cases]
        pairs = zip(cases, drawn, strict=True)
        columns.append([float(at in keys) for case, keys in pairs for at in range(len(case.texts))])
    return np.array(columns).T


def _folds(cases: Sequence[Case]) -> list[list[int]]:
    numbers: dict[str, int] = {}
    folds: dict[int, list[int]] = {}
    for at, case in enumerate(cases):
        fold = numbers.setdefault(case.group, len(numbers)) % _FOLDS
        folds.setdefault(fold, []).append(at)
    return list(folds.values())


def _learned(features: Features, keys: Any, folds: Sequence[list[int]]) -> Iterator[tuple[list[int], Any, Any]]:
    """Give for each fold its cases, the weights learned from all others (a column a set of keys), and its rows."""
    products = []
    for fold in folds:
        rows = _less_mean(_rows(features.rows, features, fold).toarray(), features, fold)
        products.append((rows.T @ rows, rows.T @ _rows(keys, features, fold)))
    squares, sums = sum(pair[0] for pair in products), sum(pair[1] for pair in products)
    for fold, (square, product) in zip(folds, products, strict=True):
        system = squares - square
        system[np.diag_indices_from(system)] += _DAMPING * len(features.sizes)
        weights = linalg.solve(system, sums - product, assume_a="pos", overwrite_a=True, check_finite=False)
        yield fold, weights, _less_mean(_rows(features.rows, features, fold).toarray(), features, fold)


def _rows(table: Any, features: Features, fold: Sequence[int]) -> Any:
    places = [np.arange(features.starts[at], features.starts[at] + features.sizes[at]) for at in fold]
    return table[np.concatenate(places)]


def _starts(features: Features, fold: Sequence[int]) -> Any:
    return np.concatenate([[0], np.cumsum(features.sizes[fold])[:-1]])


def _less_mean(rows: Any, features: Features, fold: Sequence[int]) -> Any:
    sizes = features.sizes[fold]
    return rows - np.repeat(np.add.reduceat(rows, _starts(features, fold)) / sizes[:, None], sizes, axis=0)


def _earned(rows: Any, weights: Any, keys: Any, features: Features, fold: Sequence[int]) -> Any:
    """Give what each judge earns on the cases of a fold."""
    scores, sizes, starts = rows @ weights, features.sizes[fold], _starts(features, fold)
    best = scores >= np.repeat(np.maximum.reduceat(scores, starts), sizes, axis=0) - _EVEN
    right = np.add.reduceat(best * _rows(keys, features, fold), starts)
    return (right / np.add.reduceat(best.astype(float), starts)).sum(axis=0)


def _sure(
    rows: Any, weights: Any, features: Features, fold: Sequence[int], cases: Sequence[Case]
) -> Iterator[tuple[float, Sure]]:
    """Give the cases of a fold in which the choice is right, its lead over the next text and what speaks for it."""
    scores = rows @ weights
    found: list[tuple[float, str, int, str]] = []
    for at, start in zip(fold, _starts(features, fold), strict=True):
        case = cases[at]
        own = [float(score) for score in scores[start : start + len(case.texts)]]
        first, second = sorted(range(len(own)), key=lambda place, own=own: (-own[place], place))[:2]  # type: ignore[misc]
        if first in case.keys:
            found.append((own[first] - own[second], case.name, int(start) + first, case.texts[first]))
    for lead, name, row, text in sorted(found, key=lambda one: (-round(one[0], 6), one[1]))[:_SHOWN]:
        yield lead, Sure(name, text, _reasons(rows[row], weights, features))


def _reasons(row: Any, weights: Any, features: Features) -> tuple[str, ...]:
    """Name what a text has more of than its neighbours, and what in right texts was more of, the weightiest first.

    What has one title speaks with one voice. Parts of words are named only where those few that say most outweigh all
    that has a title: many that say little always add up to something.
    """
    spoken = np.where((row > 0) & (weights > 0), row * weights, 0.0)
    total: defaultdict[str, float] = defaultdict(float)
    heard = [int(at) for at in np.argsort(-spoken, kind="stable") if spoken[at] > 0]
    for at in heard:
        total[features.titles[at]] += float(spoken[at])
    total.pop("", None)
    named = sorted(total, key=lambda title: -round(total[title], _DECIMALS))[:_REASONS]
    runs = [at for at in heard if at in features.runs]
    if sum(float(spoken[at]) for at in runs[:_REASONS]) > max(total.values(), default=0.0):
        named = [parts_title(features.runs[at] for at in runs), *named[: _REASONS - 1]]
    return tuple(named)
