"""Quotes: pairs of lost quotation marks, one before a word and one after, found in one line."""

from __future__ import annotations

import re

from newsclean.edits import Edit
from newsclean.encoding.languages import Language

RULE = "lost"
_OPENS = {"“": True, "„": True, "«": True, "”": False, "»": False}
_PARTNER = {"“": "”", "”": "“", "„": "“", "«": "»", "»": "«"}
_INTACT = re.compile("[“”„«»]")
_PAIRS = {"de": ("„", "“"), "pl": ("„", "”"), "cs": ("„", "“"), "hu": ("„", "”"), "ro": ("„", "”"), "sv": ("”", "”"), "fi": ("”", "”")}


def paired(line: str, mark: str, size: int, language: Language) -> list[Edit]:
    """Edits for the lost marks of a line that stand as an opening and a closing quotation mark do.

    Arguments: `size` is how many `mark`s one lost character left.

    >>> from newsclean.encoding.languages import language_of
    >>> [e.after for e in paired("er sagte ??ja??, nein", "?", 2, language_of("", "de"))]
    ['„', '“']
    """
    hole = re.escape(mark) + f"{{{size}}}"
    other = f"(?<!{re.escape(mark)})"
    opening = re.compile(rf"(?:^|(?<=[\s(\[/\"'’:–—-])){other}{hole}(?=[^\W_])")
    closing = re.compile(rf"(?<=[\w.!…,%)]){hole}(?!{re.escape(mark)})(?=[\s.,;:!?)\]/»”’-]|$)")
    if mark == "?":
        closing = re.compile(rf"(?<=[\w.!…,%)]){hole}(?!{re.escape(mark)})(?=[.,;:)\]]|\s[a-zà-ÿ])")
    events = sorted(
        [(m.start(), m.end(), True) for m in opening.finditer(line)]
        + [(m.start(), m.end(), False) for m in closing.finditer(line)]
        + [(m.start(), m.end(), _OPENS[m.group()]) for m in _INTACT.finditer(line)]
    )
    edits: list[Edit] = []
    for (a, b, opens), (c, d, opens_too) in zip(events, events[1:], strict=False):
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
