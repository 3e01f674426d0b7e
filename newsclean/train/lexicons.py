"""Lines to lexicons: a logistic regression over the terms of lines (`labels/lexicon.py`), and what of it is shipped.

Trained on lines of gold documents, on written lines, and on lines of pages whose place on the page tells what they are. A line counts once a
publisher, and a term only if several publishers use it, so that names and topics of one site weigh nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newsclean.labels.lexicon import Lexicon, terms_of, tokens_of
from newsclean.languages import CORE
from newsclean.normal_forms import fold, undecorated
from newsclean.train.examples import fold_of

PUBLISHERS, PUBLISHERS_OF_WORD = 3, 2  # that must use a pair or whole line, and a word
STRENGTH = 20.0  # inverse of the regularization
SHIPPED_CORE, SHIPPED = 14_000, 9_000  # terms of the common lexicon and of a language
LANGUAGES = 3  # from which a term is common


class LabelledLine(NamedTuple):
    """A line for training: its publisher and language, whether it is furniture or metadata, and how much it counts."""

    group: str
    language: str
    text: str
    furniture: bool
    weight: float


class FittedWords(NamedTuple):
    """Fitted weights: those that leave out each fold, those of all lines, and the languages and publishers of each term."""

    out_of_fold: Sequence[Lexicon]
    whole: Lexicon
    languages: Mapping[str, frozenset[str]]
    publishers: Mapping[str, int]


def fit_words(lines: Iterable[LabelledLine], folds: int) -> FittedWords:
    """Return the weights of terms; the same lines give the same weights.

    Args:
        lines: The lines; of equal lines of one publisher the first counts.
        folds: How many folds there are; 0 for the whole only.
    """
    import numpy as np
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression

    unique = list({(line.group, line.text): line for line in lines}.values())
    rows = [terms_of(tokens_of(fold(undecorated(line.text)))) for line in unique]
    users: dict[str, set[str]] = defaultdict(set)
    languages: dict[str, set[str]] = defaultdict(set)
    for line, terms in zip(unique, rows, strict=True):
        for term in terms:
            languages[term].add(line.language)
            if len(users[term]) < 50:
                users[term].add(line.group)
    names = sorted(term for term, groups in users.items() if len(groups) >= _needed(term))
    index = {term: n for n, term in enumerate(names)}
    starts, columns, values = [0], [], []
    for terms in rows:
        known = [index[term] for term in terms if term in index]
        columns += known
        values += [1 / math.sqrt(len(terms))] * len(known)
        starts.append(len(columns))
    matrix = sparse.csr_matrix((values, columns, starts), shape=(len(rows), len(names)))
    target = np.array([line.furniture for line in unique])
    weight = np.array([line.weight for line in unique])
    own = np.array([fold_of(line.group) for line in unique])

    def fit(chosen: np.ndarray) -> Lexicon:
        model = LogisticRegression(solver="liblinear", C=STRENGTH, max_iter=40, tol=0.01, random_state=1)
        model.fit(matrix[chosen], target[chosen], sample_weight=weight[chosen])
        return Lexicon(dict(zip(names, map(float, model.coef_[0]), strict=True)), float(model.intercept_[0]))

    left_out = [fit(own != number) for number in range(folds)]
    many = {term: len(users[term]) for term in names}
    known_in = {term: frozenset(languages[term]) for term in names}
    return FittedWords(left_out, fit(own >= 0), known_in, many)


def _needed(term: str) -> int:
    return PUBLISHERS if " " in term or term.startswith("=") else PUBLISHERS_OF_WORD


def split_by_language(fitted: FittedWords, lexicon: Lexicon, codes: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return what is shipped of fitted weights: the terms that say most, common ones and those of each language.

    Args:
        fitted: The weights with the languages of terms.
        lexicon: The weights to split.
        codes: The languages that have a folder.
    """
    ranked = sorted(
        lexicon.weights, key=lambda term: (-abs(lexicon.weights[term]) * math.log1p(fitted.publishers[term]), term)
    )
    out: dict[str, dict[str, float]] = {CORE: {"": lexicon.bias}, **{code: {} for code in codes}}
    for term in ranked:
        languages = fitted.languages[term]
        places = [CORE] if len(languages) >= LANGUAGES else [code for code in languages if code in out]
        for place in places or [CORE]:
            if len(out[place]) < (SHIPPED_CORE if place == CORE else SHIPPED):
                out[place][term] = lexicon.weights[term]
    return {code: weights for code, weights in out.items() if weights}


def merged(parts: Mapping[str, Mapping[str, float]], language: str | None) -> Lexicon:
    """Return the lexicon that a language would have at run time.

    >>> merged({"core": {"": -1.0, "share": 2.0}, "fr": {"partager": 3.0}}, "fr").weights
    {'': -1.0, 'share': 2.0, 'partager': 3.0}
    """
    weights = {**parts[CORE], **parts.get(language or "", {})}
    return Lexicon(weights, weights[""])
