"""Dashes and ellipses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.typography.evidence import Evidence
    from newsclean.typography.plan import Plan, Raw

_S = "[ \u00a0\u2000-\u200a\u202f]"
_INCISE = lazy_regex(rf"(?<=[^\s\-–—|=+*]{_S})(-{{1,2}})(?={_S}[^\s\-–—|=+*])")
_INCISE_END = lazy_regex(r"(?<=[\p{L}\p{N})\]»”’\"'] )(--?)(?=[,.;:!?](?![\d)]))")
_GLUED_OPENING = lazy_regex(r"(?<=[\p{L}\p{N},;:] )-(?=\p{L})")
_SIX = lazy_regex(r"(?<![./\\~])\.{6}(?![./\\])")
_DOUBLE = lazy_regex(r"(?<=[^\s\-–—<>|+=!])--(?=[\p{L}\p{N}(«“\"'‘]|[ ]|$)|(?<=[ ])--(?=[\p{L}\p{N}(«“\"'‘])")
_SIGNATURE = lazy_regex(r"(--?) (?=[^()\n]{1,60} \(@\w{1,15}\))")
_HEADS = {
    "en": lazy_regex(r"(--)(?=\p{Lu})"),
    "fr": lazy_regex(r"(--?) (?=[\p{Lu}«“\"'])"),
    "es": lazy_regex(r"(--?)(?=[¿¡\p{Lu}])"),
}
_THREE = lazy_regex(r"(?<![./\\~])\.{3}(?![./\\])|(?<=\p{L})\.{3}(?=/\p{L})")
_LONG = lazy_regex(r"(?<=[\p{L}\p{M}\p{N}!?»”\"')\]…])\.{4,6}(?![./\\])")
_SPACED = lazy_regex(r"(?<![.])\. \. \.(?! ?\.)")


def worth_a_look(text: str) -> bool:
    """Is any hyphen next to another one or to a space?

    >>> worth_a_look("dit-il"), worth_a_look("lui - hier")
    (False, True)
    """
    at = text.find("-")
    while at >= 0:
        if not text[at + 1 : at + 2].isalnum():
            return True
        at = text.find("-", at + 1)
    return False


def dashes(text: str, plan: Plan, evidence: Evidence) -> list[Raw]:
    """Spaced hyphens between words become the text's own dash, or the locale's; `--` in English an em dash.

    Source: section 5 of the rules; "5 - 3", a dash at the head of a line and one glued to a quote stay.

    >>> from newsclean.typography.evidence import Evidence
    >>> from newsclean.typography.plan import make_plan
    >>> dashes("lui - hier", make_plan("fr-FR"), Evidence())
    [(4, 5, '-', '–', 'dash', None)]
    """
    dash = evidence.dash or plan.row.dash
    out: list[Raw] = []
    found = False
    for match in _INCISE.finditer(text):
        start, end = match.span()
        if text[start - 2].isdigit() and text[end + 1].isdigit() and not _years(text, start, end):
            continue
        found = True
        out.append((start, end, match[0], dash, "dash", None))
    if found or _GLUED_OPENING.search(text):
        out += [(m.start(), m.end(), m[0], dash, "dash", None) for m in _INCISE_END.finditer(text)]
    if "--" in text:
        glued = "—" if plan.row.language == "en" else dash
        for match in _DOUBLE.finditer(text):
            spaced = text[match.start() - 1] in " \u00a0" and text[match.end() : match.end() + 1] in ("", " ", "\u00a0")
            if not spaced and (text[match.start() - 1] != " " or _closes_incise(text, match.start())):
                out.append((match.start(), match.end(), "--", glued, "dash", None))
    return out


def _years(text: str, start: int, end: int) -> bool:
    """Are the numbers round a hyphen two years, or the two pages after "S." or "p."?"""
    left, right = (
        regex.search(r"(?:\b(?:S|p|pp)\. ?)?\d+$", text[max(0, start - 10) : start - 1]),
        regex.match(r"\d+(?![\d.,:]*[\d:]| ?[=-])", text[end + 1 : end + 12]),
    )
    if left is None or right is None:
        return False
    if not left[0].isdigit():
        return len(right[0]) < 5
    return len(left[0]) == len(right[0]) == 4 and "1000" <= left[0] < right[0] <= "2100"


def _closes_incise(text: str, at: int) -> bool:
    """`word --word` is a dash, `cmd --option` is not: the first has other dashes before it."""
    window = text[max(0, at - 200) : at]
    return "--" in window or "–" in window or "—" in window


def head(text: str, plan: Plan) -> list[Raw]:
    """The hyphen at the head of a line of dialogue or of a list of sentences becomes a dash.

    A heading between hyphens (`- Un espoir -`), a bare list item, a negative number stay.
    Source: Lexique de l'Imprimerie nationale (en dash, spaced) for French, RAE (raya, glued) for Spanish.

    >>> from newsclean.typography.plan import make_plan
    >>> head("- Je ne viens pas.", make_plan("fr-FR"))
    [(0, 1, '-', '–', 'dialogue', None)]
    """
    signature = _SIGNATURE.match(text)
    if signature:
        return [(0, signature.end(1), signature[1], "—", "dialogue", None)]
    pattern = _HEADS.get(plan.row.language)
    match = pattern.match(text) if pattern else None
    if not match:
        return []
    end = text.rstrip()
    if end[-1] in "-–—" or (plan.row.language == "fr" and end[-1] not in ".!?…»”\"')" and len(end) < 60):
        return []
    dash = "—" if plan.row.language == "es" else plan.row.dash
    return [(match.start(1), match.end(1), match[1], dash, "dialogue", None)]


def ellipses(text: str, plan: Plan) -> list[Raw]:
    """Three dots become an ellipsis; four to six after a word, too, in French.

    Source: section 6 of the rules ("always three"); `1...10`, `../` and code stay.

    >>> from newsclean.typography.plan import make_plan
    >>> ellipses("Et puis...", make_plan("fr-FR"))
    [(7, 10, '...', '…', 'ellipsis', None)]
    """
    out: list[Raw] = []
    if "..." in text:
        for match in _THREE.finditer(text):
            start, end = match.span()
            if text[start - 1 : start].isdigit() and text[end : end + 1].isdigit():
                continue
            out.append((start, end, "...", "…", "ellipsis", None))
        if plan.row.long_ellipsis and "...." in text:
            out += [(m.start(), m.end(), m[0], "…", "ellipsis", None) for m in _LONG.finditer(text)]
        elif "......" in text:
            out += [(m.start(), m.end(), m[0], "……", "ellipsis", None) for m in _SIX.finditer(text)]
    if ". . ." in text:
        out += [(m.start(), m.end(), m[0], "…", "ellipsis", None) for m in _SPACED.finditer(text)]
    return out
