"""A pack put to the proof: is it well formed, do its examples hold, is every pattern safe to run on any line?"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple

from newsclean.errors import NewscleanError
from newsclean.rules.matcher import Matcher
from newsclean.rules.redos import endless, slow
from newsclean.rules.rule import KEYS, Pack, Rule

_HEADER = re.compile(r"\s*\[\[\s*rule\s*\]\]")
_AT = re.compile(r"\(at line (\d+)")


class Finding(NamedTuple):
    """What is wrong in a pack, and the line of the file where it stands, from 1."""

    line: int
    message: str


def check(text: str, name: str = "pack", taken: Container[str] = frozenset()) -> list[Finding]:
    """All that is wrong in a pack written in TOML, in the order of the file.

    Arguments: `name` is what messages call it; `taken` are ids of packs and rules that it may not have.

    >>> check('id = "mine"\\n[[rule]]\\nid = "share.bar"\\nlabel = "share"\\nlines = ["Teilen"]\\n'
    ...       'matches = ["Teilen!"]\\nkeeps = ["Teilen"]')
    [Finding(line=7, message="mine.share.bar: matches its counter-example 'Teilen'")]
    """
    try:
        data = tomllib.loads(text)
        Pack.of({**data, "rule": []}, name)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        return [Finding(int(at[1]) if at else max(1, len(text.splitlines())), f"not valid TOML: {error}")]
    except NewscleanError as error:
        return [Finding(1, _bare(error, name))]
    found = [Finding(1, f"the id {data['id']!r} is taken; give the pack another")] if data["id"] in taken else []
    rules = data.get("rule", [])
    if not isinstance(rules, list):
        return [*found, Finding(1, "rules are written as tables; begin each with [[rule]]")]
    places = _Places(text, len(rules))
    seen: set[str] = set()
    for number, row in enumerate(rules):
        for key, message in _of_rule({**data, "rule": [row]}, name, seen, taken):
            found.append(Finding(places.of(number, *key), message))
    return found


def _of_rule(
    data: Mapping[str, Any], name: str, seen: set[str], taken: Container[str]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is wrong with the one rule of a pack: where it stands (a key, perhaps an example), and what."""
    try:
        (rule,) = Pack.of(data, name).rules
    except NewscleanError as error:
        told = _bare(error, name)
        yield _key(told), told
        return
    if rule.id in seen or rule.id in taken:
        yield ("id",), f"{rule.id}: the id is taken; rename the rule"
    seen.add(rule.id)
    unbound = endless(rule.pattern)
    if unbound:
        yield ("pattern",), f"{rule.id}: the repeat in {unbound!r} has no end; give it one, such as {{0,40}}"
    flood = slow(rule)
    if flood:
        told = f"the pattern takes too long on {flood!r}; let no repeat stand in another, and let repeats side by side differ"
        yield ("pattern",), f"{rule.id}: {told}"
        return  # its examples could take as long
    yield from _examples(rule)


def _examples(rule: Rule) -> Iterator[tuple[tuple[str, ...], str]]:
    matcher = Matcher([rule])
    for key, right, told in (
        ("matches", True, "does not match its example"),
        ("keeps", False, "matches its counter-example"),
    ):
        for example in getattr(rule, key):
            found = rule.find(example) is not None if rule.cut else bool(matcher.match(example))
            if found is not right:
                yield (key, example), f"{rule.id}: {told} {example!r}"


def _key(message: str) -> tuple[str, ...]:
    """The key that a message about a rule speaks of."""
    wrong = re.search(r"unknown key in .* '(\w+)'", message)
    named = wrong or re.search(rf"\b({'|'.join(KEYS)})\b", re.sub(r"\([^)]*\)", "", message))
    return (named[1],) if named else ()


class _Places:
    """The lines on which the rules of a pack, their keys and their examples stand."""

    def __init__(self, text: str, count: int) -> None:
        self._lines = text.splitlines()
        heads = [n for n, line in enumerate(self._lines, 1) if _HEADER.match(line)]
        # rules may also be written as an array of inline tables: then the file is all that can be told
        self._heads = [*heads, len(self._lines) + 1] if len(heads) == count else [1] * (count + 1)

    def of(self, number: int, key: str = "", example: str = "") -> int:
        head, end = self._heads[number], self._heads[number + 1]
        if not key:
            return head
        start = next((n for n in range(head, end) if re.match(rf"\s*{key}\s*=", self._lines[n - 1])), head)
        written = (example, example.replace("\\", "\\\\").replace('"', '\\"')) if example else ()
        return next((n for n in range(start, end) if any(form in self._lines[n - 1] for form in written)), start)


def _bare(error: NewscleanError, name: str) -> str:
    """The message without the name of the file, which stands before it already."""
    return re.sub(rf"^{re.escape(name)}(?:, rule 1)?[:,]? ?", "", str(error)).replace(f"{name}, rule 1", "the rule")
