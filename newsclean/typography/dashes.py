"""Dashes and ellipses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from newsclean.languages import language_cache, words_of_all
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.typography.conventions import Conventions, RawEdit
    from newsclean.typography.text_style import TextStyle

_SPACE = "[ \u00a0\u2000-\u200a\u202f]"
_PARENTHETIC = lazy_regex(rf"(?<=[^\s\-–—|=+*]{_SPACE})(-{{1,2}})(?={_SPACE}[^\s\-–—|=+*])")
_PARENTHETIC_END = lazy_regex(r"(?<=[\p{L}\p{N})\]»”’\"'] )(--?)(?=[,.;:!?](?![\d)]))")
_GLUED_OPENING = lazy_regex(r"(?<=[\p{L}\p{N},;:] )-(?=\p{L})")
_SIX_DOTS = lazy_regex(r"(?<![./\\~])\.{6}(?![./\\])")
_DOUBLE = lazy_regex(r"(?<=[^\s\-–—<>|+=!])--(?=[\p{L}\p{N}(«“\"'‘]|[ ]|$)|(?<=[ ])--(?=[\p{L}\p{N}(«“\"'‘])")
_SIGNATURE = lazy_regex(r"(--?) (?=[^()\n]{1,60} \(@\w{1,15}\))")
# by the column `dialogue` of the locale
_LEADING = {
    "double": lazy_regex(r"(--)(?=\p{Lu})"),
    "spaced": lazy_regex(r"(--?) (?=[\p{Lu}«“\"'])"),
    "glued": lazy_regex(r"(--?)(?=[¿¡\p{Lu}])"),
}
_THREE_DOTS = lazy_regex(r"(?<![./\\~])\.{3}(?![./\\])|(?<=\p{L})\.{3}(?=/\p{L})")
_FOUR_TO_SIX_DOTS = lazy_regex(r"(?<=[\p{L}\p{M}\p{N}!?»”\"')\]…])\.{4,6}(?![./\\])")
_SPACED_DOTS = lazy_regex(r"(?<![.])\. \. \.(?! ?\.)")


def has_dash_candidate(text: str) -> bool:
    """Return True if any hyphen is followed by something else than a letter or digit.

    >>> has_dash_candidate("dit-il"), has_dash_candidate("lui - hier")
    (False, True)
    """
    at = text.find("-")
    while at >= 0:
        if not text[at + 1 : at + 2].isalnum():
            return True
        at = text.find("-", at + 1)
    return False


def set_dashes(text: str, conventions: Conventions, style: TextStyle) -> list[RawEdit]:
    """Turn spaced hyphens between words into the dash of the text or of the locale; in English, `--` into an em dash.

    "5 - 3", a dash at the head of a line and one glued to a quote stay.

    >>> from newsclean.typography.text_style import TextStyle
    >>> from newsclean.typography.conventions import resolve_conventions
    >>> set_dashes("lui - hier", resolve_conventions("fr-FR"), TextStyle())
    [(4, 5, '-', '–', 'dash', None)]
    """
    dash = style.dash or conventions.row.dash
    out: list[RawEdit] = []
    found = False
    for match in _PARENTHETIC.finditer(text):
        start, end = match.span()
        if text[start - 2].isdigit() and text[end + 1].isdigit() and not _is_range_of_years(text, start, end):
            continue
        found = True
        out.append((start, end, match[0], dash, "dash", None))
    if found or _GLUED_OPENING.search(text):
        out += [(m.start(), m.end(), m[0], dash, "dash", None) for m in _PARENTHETIC_END.finditer(text)]
    if "--" in text:
        glued = conventions.row.double_dash or dash
        for match in _DOUBLE.finditer(text):
            spaced = text[match.start() - 1] in " \u00a0" and text[match.end() : match.end() + 1] in ("", " ", "\u00a0")
            if not spaced and (text[match.start() - 1] != " " or _closes_parenthesis(text, match.start())):
                out.append((match.start(), match.end(), "--", glued, "dash", None))
    return out


def _is_range_of_years(text: str, start: int, end: int) -> bool:
    """Return True if the numbers around a hyphen are two years, or two pages after "S." or "p."."""
    left, right = (
        _number_before().search(text[max(0, start - 10) : start - 1]),
        regex.match(r"\d+(?![\d.,:]*[\d:]| ?[=-])", text[end + 1 : end + 12]),
    )
    if left is None or right is None:
        return False
    if not left[0].isdigit():
        return len(right[0]) < 5
    return len(left[0]) == len(right[0]) == 4 and "1000" <= left[0] < right[0] <= "2100"


@language_cache()
def _number_before() -> regex.Pattern[str]:
    """Return the pattern of a number at the end, with the abbreviation of "page" before it."""
    pages = "|".join(sorted(words_of_all("typography", "page_abbreviations")))
    return lazy_regex(rf"(?:\b(?:{pages})\. ?)?\d+$")


def _closes_parenthesis(text: str, at: int) -> bool:
    """Return True if another dash is shortly before: then `word --word` is a dash, otherwise `cmd --option` is possible."""
    window = text[max(0, at - 200) : at]
    return "--" in window or "–" in window or "—" in window


def set_leading_dash(text: str, conventions: Conventions) -> list[RawEdit]:
    """Turn the hyphen at the head of a line of dialogue or of a list of sentences into a dash.

    A heading between hyphens (`- Un espoir -`), a bare list item, a negative number stay.
    Source: Lexique de l'Imprimerie nationale (en dash, spaced) for French, RAE (raya, glued) for Spanish.

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> set_leading_dash("- Je ne viens pas.", resolve_conventions("fr-FR"))
    [(0, 1, '-', '–', 'dialogue', None)]
    """
    signature = _SIGNATURE.match(text)
    if signature:
        return [(0, signature.end(1), signature[1], "—", "dialogue", None)]
    pattern = _LEADING.get(conventions.row.dialogue)
    match = pattern.match(text) if pattern else None
    if not match:
        return []
    end = text.rstrip()
    if end[-1] in "-–—" or (conventions.row.dialogue == "spaced" and end[-1] not in ".!?…»”\"')" and len(end) < 60):
        return []
    dash = conventions.row.dialogue_dash or conventions.row.dash
    return [(match.start(1), match.end(1), match[1], dash, "dialogue", None)]


def set_ellipses(text: str, conventions: Conventions) -> list[RawEdit]:
    """Turn three dots into an ellipsis, in French also four to six after a word; `1...10`, `../` and code stay.

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> set_ellipses("Et puis...", resolve_conventions("fr-FR"))
    [(7, 10, '...', '…', 'ellipsis', None)]
    """
    out: list[RawEdit] = []
    if "..." in text:
        for match in _THREE_DOTS.finditer(text):
            start, end = match.span()
            if text[start - 1 : start].isdigit() and text[end : end + 1].isdigit():
                continue
            out.append((start, end, "...", "…", "ellipsis", None))
        if conventions.row.long_ellipsis and "...." in text:
            out += [(m.start(), m.end(), m[0], "…", "ellipsis", None) for m in _FOUR_TO_SIX_DOTS.finditer(text)]
        elif "......" in text:
            out += [(m.start(), m.end(), m[0], "……", "ellipsis", None) for m in _SIX_DOTS.finditer(text)]
    if ". . ." in text:
        out += [(m.start(), m.end(), m[0], "…", "ellipsis", None) for m in _SPACED_DOTS.finditer(text)]
    return out
