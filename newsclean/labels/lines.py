"""What is known of one line before its neighbours are looked at: form, rules, metadata, key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsclean.labels.folding import key_of, unset
from newsclean.labels.form import Form, form_of, is_prose
from newsclean.labels.matching import Matcher
from newsclean.labels.rules import Rule
from newsclean.labels.texts import Text, text_of
from newsclean.metadata import Reading, read_line

KEYED = 400  # characters of a line that tell it from another


class Line(NamedTuple):
    """One line with all that it says by itself.

    `kind` is its class for the neighbours: "p" prose, "f" furniture by a strong rule, "w" by a weak one, "m" metadata, "b" bullet,
    "t" bullet of three words or fewer, "r" row of a table, "h" headline-like, "s" three words or fewer.
    """

    text: str
    key: str
    form: Form
    rules: tuple[Rule, ...]
    reading: Reading
    kind: str
    mark: str = ""

    @property
    def prose(self) -> bool:
        """Does the line read like sentences of an article, whatever the rules say of it?"""
        return is_prose(self.form)


def lines_of(texts: Iterable[str], matcher: Matcher, language: str | None, marks: Sequence[str] = ()) -> list[Line]:
    """A line for each text.

    >>> from newsclean.labels.rules import Rule
    >>> from newsclean.article import Label
    >>> matcher = Matcher([Rule("fr.share.bar", Label.SHARE, lines=("partager",))])
    >>> [line.kind for line in lines_of(["Partager", "Longue incertitude à Genève"], matcher, "fr")]
    ['f', 'h']
    """
    return [
        line_of(text, read_line(text, language), matcher, marks[n] if marks else "") for n, text in enumerate(texts)
    ]


def line_of(text: str, reading: Reading, matcher: Matcher, mark: str = "", known: Text | None = None) -> Line:
    """The line of a text whose metadata have been read; `known` is `text_of(text)`, when the caller has it."""
    known = known or text_of(text)
    form = form_of(known.bare)
    key = key_of(known.bare if len(text) <= KEYED else unset(text[:KEYED]))
    rules = tuple(matcher.match(text, key if len(text) <= KEYED else None, known))
    kind = _kind(form, rules, reading, row=text.count("|") > 1)
    return Line(text, key or text[:KEYED], form, rules, reading, kind, mark)


def _kind(form: Form, rules: tuple[Rule, ...], reading: Reading, *, row: bool) -> str:
    if any(rule.strength == "strong" for rule in rules):
        return "f"
    if reading.label:
        return "m"
    if is_prose(form):
        return "p"
    if rules:
        return "w"
    if row:
        return "r"
    if form.bullet:
        return "b" if form.words > 3 else "t"
    return "h" if form.words > 3 else "s"
