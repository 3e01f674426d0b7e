"""Which lines a profile keeps, and under which label.

A line is kept if the lower bound of its share of the articles reaches a floor. The bound is the lower end of Wilson's score interval at 95 %
(E. B. Wilson, JASA 22, 1927), so that few articles need a larger share than many. The floor is low where nothing of an article could
stand again and again, and high where something could: a heading, a kicker, a sentence of background.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from newsclean.article import CONTENT, FURNITURE, METADATA, Label
from newsclean.labels.form import form_of, is_prose
from newsclean.languages import language_cache
from newsclean.metadata import read_authors, read_line
from newsclean.normal_forms import words
from newsclean.profiles.counts import LineCounts
from newsclean.profiles.keys import is_masked, masked_anchors
from newsclean.rules.catalog import builtin_packs
from newsclean.rules.matcher import Matcher
from newsclean.rules.rule import Strength

MIN_ARTICLES = 5  # in which a line must stand, however few there are: fewer can be chance
MIN_ARTICLES_SURE = 3  # the same for what a strong built-in rule or a reader of metadata names
# floors of the share of the articles, by what an article of its own could repeat
FLOOR_SURE = 0.003  # known to be furniture or metadata: nothing
FLOOR_SETTLED = 0.01  # always at the end, or taken for furniture by a weak rule: hardly anything
FLOOR_ANYWHERE = 0.05  # in the middle or at the beginning: a heading of a series
FLOOR_PROSE = 0.2  # sentences: background that a newsroom repeats
FLOOR_KICKER = 0.3  # short lines at the beginning: the kicker of a section
SETTLED = 0.75  # share of its articles in whose head or tail a line stands that has its place there
_KICKER_WORDS = 8  # neither a kicker nor the title of a series is longer
_NAMES_LENGTH = 60  # characters: names alone are no longer
_METADATA = frozenset(label.value for label in METADATA)
_Z = 1.959964  # standard deviations of the normal distribution that hold 95 %


def wilson_lower_bound(count: int, total: int) -> float:
    """Return the lower end of Wilson's score interval: the share is above it with 97.5 %.

    Args:
        count: In how many articles something stands.
        total: How many articles there are.

    >>> round(wilson_lower_bound(5, 10), 3), round(wilson_lower_bound(500, 1000), 3)
    (0.237, 0.469)
    """
    if not total:
        return 0.0
    share, z = count / total, _Z * _Z
    middle = share + z / (2 * total)
    return (middle - _Z * math.sqrt(share * (1 - share) / total + z / (4 * total * total))) / (1 + z / total)


def min_articles(total: int) -> int:
    """Return in how many articles a line must stand at least to be kept, by binary search.

    Args:
        total: How many articles there are.

    >>> min_articles(10), min_articles(100_000)
    (3, 334)
    """
    low, high = MIN_ARTICLES_SURE, max(MIN_ARTICLES_SURE, total)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if wilson_lower_bound(middle, total) >= FLOOR_SURE else (middle + 1, high)
    return low


def select_label(counts: LineCounts, total: int) -> Label | None:
    """Return the label of a line that a profile keeps, None for a line that it does not.

    Args:
        counts: The line.
        total: How many articles there are.

    >>> select_label(LineCounts("votre espace lecteurs", 41, 0, 39, "Votre espace lecteurs"), 50)
    <Label.OTHER: 'other'>
    >>> select_label(LineCounts("le contexte", 2, 0, 0, "Le contexte"), 50) is None
    True
    """
    if counts.articles < MIN_ARTICLES_SURE:
        return None
    bound = wilson_lower_bound(counts.articles, total)
    if bound < FLOOR_SURE or (is_masked(counts.key) and not masked_anchors(counts.key)):
        return None
    guess = guess_label(counts.example)
    if guess.label in CONTENT or counts.articles < (MIN_ARTICLES_SURE if guess.sure else MIN_ARTICLES):
        return None
    return guess.label if bound >= _floor(counts, guess) else None


def _floor(counts: LineCounts, guess: LabelGuess) -> float:
    """Return the share of the articles from which a line is kept: the more an article's own line could look like it, the higher."""
    form = form_of(counts.example)
    if is_prose(form):
        return FLOOR_PROSE
    if guess.sure:
        return FLOOR_SURE
    settled = SETTLED * counts.articles
    if guess.label in FURNITURE and guess.label != Label.OTHER:
        return FLOOR_SETTLED
    if guess.label == Label.BYLINE and max(counts.head, counts.tail) >= settled:
        return FLOOR_SURE
    if counts.tail >= settled:
        return FLOOR_SETTLED
    return FLOOR_KICKER if counts.head >= settled and form.words <= _KICKER_WORDS else FLOOR_ANYWHERE


class LabelGuess(NamedTuple):
    """What a line is by itself.

    Attributes:
        label: The label of the rule that matches it, or of its metadata; `other` if nothing is known.
        sure: Whether a strong rule or a reader of metadata says so.
    """

    label: Label
    sure: bool = False


def guess_label(example: str) -> LabelGuess:
    """Return what the built-in rules and the readers of metadata take a line for.

    Args:
        example: The line as it was written.

    >>> [str(guess_label(line).label) for line in ("Partager", "Par Jean Dupont", "ANNA KELLER", "Votre espace lecteurs")]
    ['share', 'byline', 'byline', 'other']
    """
    rules = _matcher().match(example)
    for strength in Strength:
        labels = [rule.label for rule in rules if rule.strength is strength]
        content = next((label for label in labels if label in CONTENT), None)
        furniture = content or next((label for label in labels if label in FURNITURE), None)
        if furniture:
            return LabelGuess(furniture, strength is Strength.STRONG)
    metadata = read_line(example)
    if metadata.label is not None and metadata.label in _METADATA:
        return LabelGuess(metadata.label, sure=True)
    if len(example) <= _NAMES_LENGTH and len(words(example)) > 1 and read_authors(example):
        return LabelGuess(Label.BYLINE)
    return LabelGuess(Label.OTHER)


@language_cache()
def _matcher() -> Matcher:
    """Return the matcher of all built-in rules, whatever their language: a corpus mixes them."""
    return Matcher(rule for pack in builtin_packs() for rule in pack.rules)
