"""Quotes: pairs of lost quotation marks, one before a word and one after, found in one line."""

from __future__ import annotations

import itertools
import re

from newsclean.edits import Edit
from newsclean.encoding.languages import Language
from newsclean.patterns import lazy_re

RULE = "lost"
_OPENS = {"“": True, "„": True, "«": True, "”": False, "»": False}
_PARTNER = {"“": "”", "”": "“", "„": "“", "«": "»", "»": "«"}
_INTACT = lazy_re("[“”„«»]")
_ONE_LETTER = frozenset(("fr", "it", "es", "pt", "ca", "cs", "sk", "sv", "da", "no", "is"))  # they have words like "à"
_PAIRS = {
    "de": ("„", "“"),
    "pl": ("„", "”"),
    "cs": ("„", "“"),
    "hu": ("„", "”"),
    "ro": ("„", "”"),
    "sv": ("”", "”"),
    "fi": ("”", "”"),
}


def paired(line: str, mark: str, size: int, language: Language) -> list[Edit]:
    """Edits for the lost marks of a line that stand as an opening and a closing quotation mark do.

    Arguments: `size` is how many `mark`s one lost character left.

    >>> from newsclean.encoding.languages import language_of
    >>> [e.after for e in paired("er sagte ??ja??, nein", "?", 2, language_of("", "de"))]
    ['„', '“']
    """
    hole = re.escape(mark) + f"{{{size}}}"
    other = f"(?<!{re.escape(mark)})"
    opening = lazy_re(rf"(?:^|(?<=[\s(\[/\"'’:–—-])){other}{hole}(?=[^\W_])")
    closing = lazy_re(rf"(?<=[\w.!…,%)]){hole}(?!{re.escape(mark)})(?=[\s.,;:!?)\]/»”’-]|$)")
    if mark == "?":
        closing = lazy_re(rf"(?<=[\w.!…,%)]){hole}(?!{re.escape(mark)})(?=[.,;:)\]]|\s[a-zà-ÿ])")
    events = sorted(
        [(m.start(), m.end(), True) for m in opening.finditer(line)]
        + [(m.start(), m.end(), False) for m in closing.finditer(line)]
        + [(m.start(), m.end(), _OPENS[m.group()]) for m in _INTACT.finditer(line)]
    )
    edits: list[Edit] = []
    for (a, b, opens), (c, d, opens_too) in itertools.pairwise(events):
        if not opens or opens_too or (edits and edits[-1].end > a):
            continue
        if mark == "?" and language.code == "es" and line[c : d + 1].endswith("?"):
            continue
        first, last = line[a:b], line[c:d]
        if first in _PARTNER and last in _PARTNER:
            continue
        left, right = _PARTNER.get(last), _PARTNER.get(first)
        if left is None and right is None:
            left, right = _PAIRS.get(language.code, ("“", "”"))
        if left is not None and first not in _PARTNER:
            edits.append(Edit(a, b, first, left, RULE))
        if right is not None and last not in _PARTNER:
            edits.append(Edit(c, d, last, right, RULE))
    return edits


def single(line: str, mark: str, size: int, language: Language, *, some: bool) -> list[Edit]:
    """Edits for lost marks that need no partner: before a capitalised word, after a full stop, alone as a dash.

    Arguments: as for `paired`; `some` tells that other letters of the text are whole.

    >>> from newsclean.encoding.languages import language_of
    >>> [e.after for e in single("?Wir ? sagt er ? gehen.?", "?", 1, language_of("", "de"), some=True)]
    ['„', '–', '–', '“']
    """
    hole = f"(?<!{re.escape(mark)}){re.escape(mark)}{{{size}}}(?!{re.escape(mark)})"
    left, right = _PAIRS.get(language.code, ("“", "”"))
    rules = [
        (rf"(?:^|(?<=[\s(])){hole}(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ ])", left),
        (rf"(?<=[\w][.,!…]){hole}(?=[\s.,;)]|$)", right),
        (rf"(?<=[0-9]){hole}(?=[0-9]00(?![0-9]))", "’" if language.code == "de" else ""),
    ]
    if language.code in ("de", "en", "nl") or (some and language.code not in _ONE_LETTER):
        rules.append((rf"(?<=[a-zß-öø-ÿ,»”“\"] ){hole}(?= [a-zß-öø-ÿ])", language.dash))
    edits: list[Edit] = []
    for pattern, after in rules:
        for match in re.finditer(pattern, line) if after else ():
            text = _inverted(line, match.end()) if after == left and language.code == "es" else after
            if text:
                edits.append(Edit(match.start(), match.end(), match.group(), text, RULE))
    return sorted(edits)


def _inverted(line: str, at: int) -> str:
    """Spanish: a sentence that ends in `?` or `!` may have begun with its own mark."""
    end = lazy_re(r"[.?!”»\"]").search(line, at)
    if end is None or end.group() not in "?!":
        return "“"
    return {"?": "¿", "!": "¡"}[end.group()]
