"""Texts as numbers: habits, counts, words and runs of characters. Needs the extra `judge`."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

from lpkit.judge.case import Case
from lpkit.text.habits import COUNTS, HABITS, counts, habits_among
from lpkit.text.languages import Language
from lpkit.text.marks import run_title

_WORDS, _RUNS = 400, 600
"""How many words and runs of two to four characters are looked at, those in most texts: on the twenty packs that lpkit
comes with more of them make the judge no better, and the time grows with their cube."""


class Features(NamedTuple):
    """A row a text; `starts` gives the row of the first text of each case, `titles` what readers call each column.

    Runs of characters that are parts of words have no title, and stand in `runs` under the number of their column;
    several runs may have one title, which is that of the sign in them. No value depends on a key.
    """

    rows: Any
    starts: Any
    sizes: Any
    titles: tuple[str, ...]
    runs: Mapping[int, str]


def features_of(cases: Sequence[Case], language: Language) -> Features:
    """Give the features of the texts of all cases, scaled so that each of the four kinds weighs the same."""
    texts = [text for case in cases for text in case.texts]
    tokens = [found for case in cases for found in case.tokens]
    sizes = np.array([len(case.texts) for case in cases])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    habits = [found for case in cases for found in habits_among(case.texts, case.tokens, language)]
    names = list(HABITS)
    held = np.array([[float(name in found) for name in names] for found in habits])
    measured = _measured(np.array([counts(*pair) for pair in zip(texts, tokens, strict=True)]), starts, sizes)
    words, word_names = _counted(tokens, _WORDS, analyzer=_without_numbers)
    runs, run_names = _counted(texts, _RUNS, analyzer="char_wb", ngram_range=(2, 4))
    blocks = [sparse.csr_matrix(held), sparse.csr_matrix(measured), words, runs]
    titles = [HABITS[name].title for name in names]
    titles += [title for rank in zip(*COUNTS, strict=True) for title in rank]
    titles += [f'the word "{name}"' for name in word_names]
    parts = dict(enumerate(run_names, len(titles)))
    titles += [run_title(run, language) for run in run_names]
    rows = sparse.hstack([_scaled(block) for block in blocks]).tocsr()
    return Features(rows, starts, sizes, tuple(titles), {at: run for at, run in parts.items() if not titles[at]})


def _without_numbers(tokens: Sequence[str]) -> list[str]:
    """Give the words among tokens: of "2.5" nobody reads a word "2"."""
    return [token for token in tokens if not token.isdigit()]


def _measured(values: Any, starts: Any, sizes: Any) -> Any:
    """Give counts in units of their spread within cases, and which text of a case has most and fewest."""
    own = values - np.repeat(np.add.reduceat(values, starts) / sizes[:, None], sizes, axis=0)
    spread = own.std(axis=0)
    most = np.repeat(np.maximum.reduceat(values, starts), sizes, axis=0)
    least = np.repeat(np.minimum.reduceat(values, starts), sizes, axis=0)
    differ = most > least
    return np.hstack([own / np.where(spread > 0, spread, 1.0), differ & (values == most), differ & (values == least)])


def _counted(texts: Sequence[Any], most: int, **how: Any) -> tuple[Any, list[str]]:
    """Give which of the commonest words or runs each text has; nothing where none is in two texts."""
    try:
        vectors = CountVectorizer(lowercase=True, binary=True, min_df=2, max_features=most, **how)
        found = vectors.fit_transform(texts).astype(float)
    except ValueError:
        return sparse.csr_matrix((len(texts), 0)), []
    return found, list(vectors.get_feature_names_out())


def _scaled(block: Any) -> Any:
    weight = np.sqrt(block.multiply(block).sum() / max(1, block.shape[0]))
    return block / weight if weight > 0 else block
