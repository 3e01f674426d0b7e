"""Lost quotation marks: pairs of them, one before a word and one after, and single marks whose place tells what they were."""

from __future__ import annotations

import itertools
import re

from newsclean.edits import Edit
from newsclean.encoding.orthography import Orthography
from newsclean.patterns import lazy_re

RULE = "lost"
_OPENS = {"“": True, "„": True, "«": True, "”": False, "»": False}
_PARTNER = {"“": "”", "”": "“", "„": "“", "«": "»", "»": "«"}
_INTACT = lazy_re("[“”„«»]")


def paired_quotes(line: str, mark: str, size: int, orthography: Orthography) -> list[Edit]:
    """Return edits for the lost characters of a line that stand like an opening and a closing quotation mark.

    Args:
        line: The line.
        mark: What stands for a lost character, U+FFFD or "?".
        size: Number of marks that one lost quotation mark left.
        orthography: The language, for its quotation marks.

    >>> from newsclean.encoding.orthography import find_orthography
    >>> [e.after for e in paired_quotes("er sagte ??ja??, nein", "?", 2, find_orthography("", "de"))]
    ['„', '“']
    """
    lost = re.escape(mark) + f"{{{size}}}"
    other = f"(?<!{re.escape(mark)})"
    opening = lazy_re(rf"(?:^|(?<=[\s(\[/\"'’:–—-])){other}{lost}(?=[^\W_])")
    closing = lazy_re(rf"(?<=[\w.!…,%)]){lost}(?!{re.escape(mark)})(?=[\s.,;:!?)\]/»”’-]|$)")
    if mark == "?":
        closing = lazy_re(rf"(?<=[\w.!…,%)]){lost}(?!{re.escape(mark)})(?=[.,;:)\]]|\s[a-zà-ÿ])")
    events = sorted(
        [(m.start(), m.end(), True) for m in opening.finditer(line)]
        + [(m.start(), m.end(), False) for m in closing.finditer(line)]
        + [(m.start(), m.end(), _OPENS[m.group()]) for m in _INTACT.finditer(line)]
    )
    edits: list[Edit] = []
    for (a, b, opens), (c, d, opens_too) in itertools.pairwise(events):
        if not opens or opens_too or (edits and edits[-1].end > a):
            continue
        if mark == "?" and orthography.inverted_marks and line[c : d + 1].endswith("?"):
            continue
        first, last = line[a:b], line[c:d]
        if first in _PARTNER and last in _PARTNER:
            continue
        left, right = _PARTNER.get(last), _PARTNER.get(first)
        if left is None and right is None:
            left, right = orthography.quotes
        if left is not None and first not in _PARTNER:
            edits.append(Edit(a, b, first, left, RULE))
        if right is not None and last not in _PARTNER:
            edits.append(Edit(c, d, last, right, RULE))
    return edits


def unpaired_marks(line: str, mark: str, size: int, orthography: Orthography, *, letters_survive: bool) -> list[Edit]:
    """Return edits for lost marks that need no partner: before a capitalised word, after a full stop, alone as a dash.

    Args:
        line: As for `paired_quotes`.
        mark: As for `paired_quotes`.
        size: As for `paired_quotes`.
        orthography: As for `paired_quotes`.
        letters_survive: Whether other letters of the text are intact.

    >>> from newsclean.encoding.orthography import find_orthography
    >>> [e.after for e in unpaired_marks("?Wir ? sagt er ? gehen.?", "?", 1, find_orthography("", "de"), letters_survive=True)]
    ['„', '–', '–', '“']
    """
    lost = f"(?<!{re.escape(mark)}){re.escape(mark)}{{{size}}}(?!{re.escape(mark)})"
    left, right = orthography.quotes
    rules = [
        (rf"(?:^|(?<=[\s(])){lost}(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ ])", left),
        (rf"(?<=[\w][.,!…]){lost}(?=[\s.,;)]|$)", right),
        (rf"(?<=[0-9]){lost}(?=[0-9]00(?![0-9]))", "’" if orthography.apostrophe_thousands else ""),
    ]
    if orthography.spaced_dash or (letters_survive and not orthography.one_letter_words):
        rules.append((rf"(?<=[a-zß-öø-ÿ,»”“\"] ){lost}(?= [a-zß-öø-ÿ])", orthography.dash))
    edits: list[Edit] = []
    for pattern, after in rules:
        for match in re.finditer(pattern, line) if after else ():
            text = _inverted(line, match.end()) if after == left and orthography.inverted_marks else after
            if text:
                edits.append(Edit(match.start(), match.end(), match.group(), text, RULE))
    return sorted(edits)


def _inverted(line: str, at: int) -> str:
    """Return the Spanish mark that opens the sentence at an offset: the inverted one if it ends in `?` or `!`."""
    end = lazy_re(r"[.?!”»\"]").search(line, at)
    if end is None or end.group() not in "?!":
        return "“"
    return {"?": "¿", "!": "¡"}[end.group()]
