"""What tempts a pattern: pieces that its groups match, and the letters that every match of it has."""

from __future__ import annotations

import regex

TOKEN = regex.compile(
    r"""\\[pPN]\{[^}]*\} | \\. | (?P<set>\[\^?\]?(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\]\\\[])*\]) | \(\?\#[^)]*\)
    | \(\?[\w-]{0,20}\) | (?P<open>\((?:\?(?:<?[=!]|P?<\w{1,40}>|[\w-]{0,20}:|[>|]))?) | \(\?
    | (?P<repeat>(?:[*+?] | \{\d*,?\d*\}) [?+]? ) | .""",
    regex.X | regex.S,
)
_IN_SET = regex.compile(r"\\\p{L}|\[:\w+:\]|\\?(.)", regex.S)
_CLASSES = {"d": "1", "s": " ", "W": "-", "D": "a", "S": "a"}
LONGEST = 20  # characters of a piece


def pieces(pattern: str) -> list[str]:
    """Texts that the groups of a pattern match, one for each of their choices, and the single letters and marks that it names.

    >>> pieces(r"^(?:#\\w{1,9}|x): [.!]")
    ['#a', 'x', '#', ':', ' ', '.', '!']
    """
    found: dict[str, None] = {}
    levels = [["", ""]]  # for each open group the piece that is read, and that of its first choice
    letters: list[str] = []
    for token in TOKEN.finditer(pattern):
        text = token[0]
        if token["open"]:
            levels.append(["", ""])
        elif text == "|" or (text == ")" and len(levels) > 1):
            read, first = levels[-1]
            found[read[:LONGEST]] = None
            levels[-1] = ["", first or read]
            if text == ")":
                levels[-2][0] += levels.pop()[1]
        elif token["set"]:
            inside = [match[1] for match in _IN_SET.finditer(text[1:-1]) if match[1]]
            letters += inside
            levels[-1][0] += "a" if not inside or text[1] == "^" else inside[0]
        elif not token["repeat"] and text not in ("^", "$"):
            letter = _literal(text)
            letters += [letter] if letter else []
            levels[-1][0] += letter or _CLASSES.get(text[1:2], "a")
    return [piece for piece in dict.fromkeys((*found, *letters)) if piece]


def needed(pattern: str) -> str:
    """The letters that stand in every match of a pattern, in their order: those that are not one choice of several.

    >>> needed(r"^(?:lire|voir) aussi(?: ici)?:$")
    ' aussi ici:'
    """
    levels = [("", False)]  # the letters of each open group, and whether it has choices
    for token in TOKEN.finditer(pattern):
        letters, choices = levels[-1]
        if token["open"]:
            levels.append(("", False))
        elif token[0] == "|":
            levels[-1] = (letters, True)
        elif token[0] == ")" and len(levels) > 1:
            levels.pop()
            above, several = levels[-1]
            levels[-1] = (above if choices else above + letters, several)
        elif not (token["set"] or token["repeat"] or token[0] in ("^", "$")):
            levels[-1] = (letters + _literal(token[0]), choices)
    letters, choices = levels[0]
    return "" if choices else letters


def _literal(token: str) -> str:
    """The character that a token stands for, "" when it stands for several."""
    if len(token) == 1:
        return token.replace(".", "")
    return token[1] if len(token) == 2 and token[0] == "\\" and not token[1].isalnum() else ""
