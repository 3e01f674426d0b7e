"""Which lines are what the site repeats, and which furniture they are.

A line is kept when the lower bound of its share of the articles (Wilson's interval, 95 %) reaches a floor. The floor is low where nothing of
an article could stand again and again, and high where something could: a heading, a kicker, a sentence of background.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from newsclean.article import CONTENT, FURNITURE, METADATA, Label
from newsclean.labels.form import form_of, is_prose
from newsclean.languages import language_cache
from newsclean.metadata import read_authors, read_line
from newsclean.normal_forms import words
from newsclean.profiles.counts import Tally
from newsclean.profiles.keys import anchors_of, is_masked
from newsclean.rules.catalog import builtin_packs
from newsclean.rules.matcher import Matcher

LEAST = 5  # articles in which a line must stand, however few there are
LEAST_KNOWN = 3  # the same for what a strong built-in rule or a reader of metadata names
KNOWN, EDGE, INSIDE, PROSE, KICKER = 0.003, 0.01, 0.05, 0.2, 0.3  # floors of the share
SETTLED = 0.75  # share of its articles in whose head or tail a line stands that has its place there
SHORT = 8  # words: neither a kicker nor the title of a series is longer
NAMES = 60  # characters: names alone are no longer
_METADATA = frozenset(label.value for label in METADATA)
_Z = 1.959964  # 95 % on both sides


def lower_bound(count: int, total: int) -> float:
    """The lower end of the interval in which the share lies with 95 %: E. B. Wilson, JASA 22 (1927).

    >>> round(lower_bound(5, 10), 3), round(lower_bound(500, 1000), 3)
    (0.237, 0.469)
    """
    if not total:
        return 0.0
    share, z = count / total, _Z * _Z
    middle = share + z / (2 * total)
    return (middle - _Z * math.sqrt(share * (1 - share) / total + z / (4 * total * total))) / (1 + z / total)


def least_count(total: int) -> int:
    """The number of articles below which no line is kept.

    >>> least_count(10), least_count(100_000)
    (3, 334)
    """
    low, high = LEAST_KNOWN, max(LEAST_KNOWN, total)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if lower_bound(middle, total) >= KNOWN else (middle + 1, high)
    return low


def chosen_label(tally: Tally, total: int) -> Label | None:
    """The label of a line that is to be kept; None for one that is not.

    >>> chosen_label(Tally("votre espace lecteurs", 41, 0, 39, "Votre espace lecteurs"), 50)
    <Label.OTHER: 'other'>
    >>> chosen_label(Tally("le contexte", 2, 0, 0, "Le contexte"), 50) is None
    True
    """
    if tally.articles < LEAST_KNOWN:
        return None
    bound = lower_bound(tally.articles, total)
    if bound < KNOWN or (is_masked(tally.key) and not anchors_of(tally.key)):
        return None
    guess = guess_of(tally.example)
    if guess.label in CONTENT or tally.articles < (LEAST_KNOWN if guess.sure else LEAST):
        return None
    return guess.label if bound >= _floor(tally, guess) else None


def _floor(tally: Tally, guess: Guess) -> float:
    """The share from which a line is furniture: the more an article's own line could look like it, the higher."""
    form = form_of(tally.example)
    if is_prose(form):
        return PROSE
    if guess.sure:
        return KNOWN
    settled = SETTLED * tally.articles
    if guess.label in FURNITURE and guess.label != Label.OTHER:
        return EDGE
    if guess.label == Label.BYLINE and max(tally.head, tally.tail) >= settled:
        return KNOWN
    if tally.tail >= settled:
        return EDGE
    return KICKER if tally.head >= settled and form.words <= SHORT else INSIDE


class Guess(NamedTuple):
    """What a line is taken for, and whether it is sure by itself."""

    label: Label
    sure: bool = False


def guess_of(example: str) -> Guess:
    """What the built-in rules and the readers of metadata take a line for: "other" when nothing speaks.

    >>> [str(guess_of(line).label) for line in ("Partager", "Par Jean Dupont", "ANNA KELLER", "Votre espace lecteurs")]
    ['share', 'byline', 'byline', 'other']
    """
    rules = _matcher().match(example)
    for strength in ("strong", "weak"):
        told = [rule.label for rule in rules if rule.strength == strength]
        content = next((label for label in told if label in CONTENT), None)
        furniture = content or next((label for label in told if label in FURNITURE), None)
        if furniture:
            return Guess(furniture, strength == "strong")
    metadata = read_line(example)
    if metadata.label is not None and metadata.label in _METADATA:
        return Guess(metadata.label, sure=True)
    if len(example) <= NAMES and len(words(example)) > 1 and read_authors(example):
        return Guess(Label.BYLINE)
    return Guess(Label.OTHER)


@language_cache()
def _matcher() -> Matcher:
    """All built-in rules, whatever their language: a corpus mixes them."""
    return Matcher(rule for pack in builtin_packs() for rule in pack.rules)
