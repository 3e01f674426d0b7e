"""Proof that a pattern is safe to run on any line (ReDoS: a regular expression that backtracks without end on some text).

Repeats without a bound are found by reading the pattern, backtracking by running it on hostile lines. A hostile line is long and nearly
matches: beginnings of the examples of the rule, then words and characters that its pattern names, over and over, and an end that nothing
matches. A search gives up at once on a line without the letters that every match has, so each hostile line comes also with these letters
out of their place; and a short one comes for a repeat that ends before a long line does. Time is compared with that of a plain pattern on
a line as long, so that the verdict does not depend on the machine.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import regex

from newsclean.normal_forms import straighten
from newsclean.rules.rule import CUT_REACH, MAX_LENGTH, Cut, Rule, compiled

_TIMEOUT = 0.25  # seconds for one search
_MAX_RATIO = 100  # times the plain pattern takes; the patterns of newsclean stay below 50
_NOTICEABLE = 0.001  # seconds of CPU: below, no line is slow whatever its ratio
_RUNS = 3  # searches of which the fastest counts
_RETRIES = 5  # searches that may time out because the machine was busy with other things
_PARAGRAPH = 2_000  # characters in which a cut inside a paragraph is tried
_SHORT_LINE = 40  # characters of a short hostile line: enough for all that doubles with each
_MAX_UNITS = 40  # words, and half of the pieces, of a pattern of which hostile lines are made
_MAX_PIECE = 20  # characters of a piece
_NO_MATCH = "§"  # no pattern matches it
_PLAIN_PATTERN = regex.compile(r"\b[\w']{1,20} [\w']{1,20} \d{4}§{2}", regex.IGNORECASE | regex.V0)
_UNITS = ("a", "a ", "ab, ", "1", "1 ", "1.", "A. ", " ", "-", "é'a ", ".", "/a")
_WORD = regex.compile(r"(?<!\\)\p{L}{2,20}")
_TOKEN = regex.compile(
    r"""\\[pPN]\{[^}]*\} | \\. | (?P<set>\[\^?\]?(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\]\\\[])*\]) | \(\?\#[^)]*\)
    | \(\?[\w-]{0,20}\) | (?P<open>\((?:\?(?:<?[=!]|P?<\w{1,40}>|[\w-]{0,20}:|[>|]))?) | \(\?
    | (?P<repeat>(?:[*+?] | \{\d*,?\d*\}) [?+]? ) | .""",
    regex.X | regex.S,
)
_IN_SET = regex.compile(r"\\\p{L}|\[:\w+:\]|\\?(.)", regex.S)
_CLASSES = {"d": "1", "s": " ", "W": "-", "D": "a", "S": "a"}


def has_unbounded_repeat(pattern: str) -> bool:
    """Return True if some repeat of a pattern has no end, or one beyond the longest line that a rule looks at.

    >>> has_unbounded_repeat(r"^lire .{0,40}$"), has_unbounded_repeat(r"^lire .*$"), has_unbounded_repeat(r"^[*+]\\+$")
    (False, True, False)
    """
    return bool(unbounded_repeat(pattern))


def unbounded_repeat(pattern: str) -> str:
    """Return the first repeat without an end, with the piece of the pattern before it; "" if there is none.

    >>> unbounded_repeat(r"^lire .*$")
    '^lire .*'
    """
    for token in _TOKEN.finditer(pattern):
        repeat = token["repeat"]
        if repeat and _most_times(repeat.rstrip("?+") or repeat[0]) > MAX_LENGTH:
            return pattern[max(0, token.end() - 24) : token.end()]
    return ""


def find_slow_input(rule: Rule) -> str:
    """Return the hostile line on which the pattern of a rule takes too long, shortened; "" if there is none.

    >>> from newsclean.article import Label
    >>> rule = Rule("mine.date", Label.DATE, pattern=r"^(?:[a-z']{1,30} ?){1,30}$", anchors=("le",), matches=("le bac",))
    >>> find_slow_input(rule) != ""
    True
    """
    if not rule.pattern:
        return ""
    pattern = compiled(rule.pattern)
    return next((f"{line[:40]}…" for line in hostile_lines(rule) if _is_slow(pattern, line)), "")


def hostile_lines(rule: Rule) -> Iterator[str]:
    """Yield lines that tempt the pattern of a rule: short ones, and some as long as the rule looks at.

    >>> from newsclean.article import Label
    >>> rule = Rule("a", Label.AD, pattern="^annonce", anchors=("annonce",), matches=("annonce",), longest=80)
    >>> line = next(hostile_lines(rule))
    >>> len(line), line[:12], line[-1]
    (80, 'aaaaaaaaaaaa', '§')
    """
    size = {Cut.NONE: rule.longest, Cut.INSIDE: _PARAGRAPH}.get(rule.cut, CUT_REACH)
    words = dict.fromkeys((*rule.anchors, *_WORD.findall(rule.pattern.lower())))
    pieces = matching_pieces(rule.pattern)[: 2 * _MAX_UNITS]
    units = dict.fromkeys((*_UNITS, *(f"{word} " for word in list(words)[:_MAX_UNITS]), *pieces))
    required = required_literals(rule.pattern)
    examples = map(straighten, rule.matches[:4])
    heads = ["", *(example[: len(example) * n // 4] for example in examples for n in (1, 2, 3, 4))]
    for head in dict.fromkeys(heads):
        for unit in units if not head else (*_UNITS, *(f"{anchor} " for anchor in rule.anchors[:4])):
            for length in sorted({size, min(size, _SHORT_LINE)}, reverse=True):
                bait = required[: length // 3]
                for end in dict.fromkeys((_NO_MATCH, f"{_NO_MATCH}{_NO_MATCH}{bait}", f"{bait}{_NO_MATCH}")):
                    yield (head + unit * length)[: length - len(end)] + end


def matching_pieces(pattern: str) -> list[str]:
    """Return texts that the groups of a pattern match, one for each of their choices, and the single letters and marks that it names.

    >>> matching_pieces(r"^(?:#\\w{1,9}|x): [.!]")
    ['#a', 'x', '#', ':', ' ', '.', '!']
    """
    found: dict[str, None] = {}
    levels = [["", ""]]  # for each open group the piece that is read, and that of its first choice
    letters: list[str] = []
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if token["open"]:
            levels.append(["", ""])
        elif text == "|" or (text == ")" and len(levels) > 1):
            read, first = levels[-1]
            found[read[:_MAX_PIECE]] = None
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


def required_literals(pattern: str) -> str:
    """Return the letters that stand in every match of a pattern, in their order: those that are not one choice of several.

    >>> required_literals(r"^(?:lire|voir) aussi(?: ici)?:$")
    ' aussi ici:'
    """
    levels = [("", False)]  # the letters of each open group, and whether it has choices
    for token in _TOKEN.finditer(pattern):
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
    """Return the character that a token stands for, "" if it stands for several."""
    if len(token) == 1:
        return token.replace(".", "")
    return token[1] if len(token) == 2 and token[0] == "\\" and not token[1].isalnum() else ""


def _most_times(repeat: str) -> float:
    """Return the most times that a repeat allows, written without what makes it lazy or possessive."""
    if repeat == "?":
        return 1
    low, comma, high = repeat.strip("{}").partition(",")
    if low.isdigit() and not comma:
        return int(low)
    return int(high) if high else float("inf")


def _is_slow(pattern: regex.Pattern[str], line: str) -> bool:
    taken = _seconds(pattern, line, runs=1)
    if taken < _NOTICEABLE or taken == float("inf"):
        return taken > _NOTICEABLE
    plain = _seconds(_PLAIN_PATTERN, ("ab " * len(line))[: len(line)])
    return min(taken, _seconds(pattern, line)) > _MAX_RATIO * plain


def _seconds(pattern: regex.Pattern[str], line: str, runs: int = _RUNS) -> float:
    """Return the seconds of CPU of a search, the least of some runs; infinity if it does not end."""
    least = float("inf")
    for _ in range(runs + _RETRIES):
        start = time.process_time()
        try:
            pattern.search(line, timeout=_TIMEOUT)
        except TimeoutError:
            if time.process_time() - start > _TIMEOUT / 2:
                return float("inf")
            continue
        least = min(least, time.process_time() - start)
        runs -= 1
        if not runs:
            break
    return least
