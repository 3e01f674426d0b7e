"""Is a pattern safe to run on any line? Repeats without an end are found by reading it, backtracking by running it on floods.

A flood is a long line of what the pattern nearly matches: beginnings of its own examples, then its own words and the characters it
speaks of, over and over, and an end that nothing matches. A search is given up at once on a line without the letters that every match
has, so each flood comes also with these letters, out of their place; and a short one, for a repeat that ends before a long one does. Time
is compared with that of a plain pattern on a line as long, so that the verdict does not depend on the machine.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import regex

from newsclean.normal_forms import straighten
from newsclean.rules.bait import TOKEN, needed, pieces
from newsclean.rules.rule import LIMIT, REACH, Rule, compiled

PATIENCE = 0.25  # seconds for one search
COSTLY = 100  # times the plain pattern; those of newsclean stay below 50
NOTICED = 0.001  # seconds of CPU: below, no flood is slow whatever its ratio
RUNS = 3
STALLS = 5  # searches in which the machine may have been busy with other things
PARAGRAPH = 2_000  # characters in which a cut inside a paragraph is tried
FEW = 40  # characters of a short flood: enough for all that doubles with each
MOST = 40  # words, and half of the pieces, of a pattern of which floods are made
END = "§"
PLAIN = regex.compile(r"\b[\w']{1,20} [\w']{1,20} \d{4}§{2}", regex.IGNORECASE | regex.V0)
UNITS = ("a", "a ", "ab, ", "1", "1 ", "1.", "A. ", " ", "-", "é'a ", ".", "/a")
_WORD = regex.compile(r"(?<!\\)\p{L}{2,20}")


def endless(pattern: str) -> str:
    """The first repeat without an end, with the piece of the pattern before it; "" when there is none.

    >>> endless(r"^lire .{0,40}$"), endless(r"^lire .*$"), endless(r"^[*+]\\+$")
    ('', '^lire .*', '')
    """
    for token in TOKEN.finditer(pattern):
        repeat = token["repeat"]
        if repeat and _most(repeat.rstrip("?+") or repeat[0]) > LIMIT:
            return pattern[max(0, token.end() - 24) : token.end()]
    return ""


def slow(rule: Rule) -> str:
    """The flood on which the pattern of the rule takes too long, shortened; "" when there is none.

    >>> from newsclean.article import Label
    >>> rule = Rule("mine.date", Label.DATE, pattern=r"^(?:[a-z']{1,30} ?){1,30}$", anchors=("le",), matches=("le bac",))
    >>> slow(rule) != ""
    True
    """
    if not rule.pattern:
        return ""
    pattern = compiled(rule.pattern)
    return next((f"{flood[:40]}…" for flood in floods(rule) if _is_slow(pattern, flood)), "")


def floods(rule: Rule) -> Iterator[str]:
    """Lines, short ones and as long as the rule looks at, that tempt its pattern.

    >>> from newsclean.article import Label
    >>> flood = next(floods(Rule("a", Label.AD, pattern="^annonce", anchors=("annonce",), matches=("annonce",), longest=80)))
    >>> len(flood), flood[:12], flood[-1]
    (80, 'aaaaaaaaaaaa', '§')
    """
    size = {"": rule.longest, "inside": PARAGRAPH}.get(rule.cut, REACH)
    words = dict.fromkeys((*rule.anchors, *_WORD.findall(rule.pattern.lower())))
    units = dict.fromkeys((*UNITS, *(f"{word} " for word in list(words)[:MOST]), *pieces(rule.pattern)[: 2 * MOST]))
    letters = needed(rule.pattern)
    heads = [
        "",
        *(example[: len(example) * n // 4] for example in map(straighten, rule.matches[:4]) for n in (1, 2, 3, 4)),
    ]
    for head in dict.fromkeys(heads):
        for unit in units if not head else (*UNITS, *(f"{anchor} " for anchor in rule.anchors[:4])):
            for length in sorted({size, min(size, FEW)}, reverse=True):
                bait = letters[: length // 3]
                for end in dict.fromkeys((END, f"{END}{END}{bait}", f"{bait}{END}")):
                    yield (head + unit * length)[: length - len(end)] + end


def _is_slow(pattern: regex.Pattern[str], flood: str) -> bool:
    taken = _time(pattern, flood, runs=1)
    if taken < NOTICED or taken == float("inf"):
        return taken > NOTICED
    plain = _time(PLAIN, ("ab " * len(flood))[: len(flood)])
    return min(taken, _time(pattern, flood)) > COSTLY * plain


def _time(pattern: regex.Pattern[str], flood: str, runs: int = RUNS) -> float:
    """Seconds of CPU, the least of some runs; endless when it does not end."""
    least = float("inf")
    for _ in range(runs + STALLS):
        start = time.process_time()
        try:
            pattern.search(flood, timeout=PATIENCE)
        except TimeoutError:
            if time.process_time() - start > PATIENCE / 2:
                return float("inf")
            continue
        least = min(least, time.process_time() - start)
        runs -= 1
        if not runs:
            break
    return least


def _most(repeat: str) -> float:
    """The most times that a repeat allows, written without what makes it lazy or possessive."""
    if repeat == "?":
        return 1
    low, comma, high = repeat.strip("{}").partition(",")
    if low.isdigit() and not comma:
        return int(low)
    return int(high) if high else float("inf")
