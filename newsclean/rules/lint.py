"""Checks of a pack: is it well formed, do its examples hold, is every pattern safe to run on any line?"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple

from newsclean.errors import NewscleanError
from newsclean.rules.matcher import Matcher
from newsclean.rules.pack import Pack, PackError
from newsclean.rules.redos import find_slow_input, unbounded_repeat
from newsclean.rules.rule import Rule

_HEADER = re.compile(r"\s*\[\[\s*rule\s*\]\]")
_TOML_LINE = re.compile(r"\(at line (\d+)")


class Finding(NamedTuple):
    """What is wrong in a pack, and the line of the file where it stands, from 1."""

    line: int
    message: str


class _Problem(NamedTuple):
    """What is wrong with a rule, the key that is wrong and, for an example, the example."""

    message: str
    key: str = ""
    example: str = ""


def lint_pack(text: str, name: str = "pack", taken: Container[str] = frozenset()) -> list[Finding]:
    """Return all that is wrong in a pack written in TOML, in the order of the file.

    Args:
        text: The text of the file.
        name: What messages call the pack.
        taken: Ids of packs and rules that it may not have.

    >>> lint_pack('id = "mine"\\n[[rule]]\\nid = "share.bar"\\nlabel = "share"\\nlines = ["Teilen"]\\n'
    ...           'matches = ["Teilen!"]\\nkeeps = ["Teilen"]')
    [Finding(line=7, message="mine.share.bar: matches its counter-example 'Teilen'")]
    """
    try:
        data = tomllib.loads(text)
        Pack.of({**data, "rule": []}, name)
    except tomllib.TOMLDecodeError as error:
        at = _TOML_LINE.search(str(error))
        return [Finding(int(at[1]) if at else max(1, len(text.splitlines())), f"not valid TOML: {error}")]
    except NewscleanError as error:
        return [Finding(1, _without_name(error, name))]
    found = [Finding(1, f"the id {data['id']!r} is taken; give the pack another")] if data["id"] in taken else []
    rows = data.get("rule", [])
    if not isinstance(rows, list):
        return [*found, Finding(1, "rules are written as tables; begin each with [[rule]]")]
    source = _Source(text, len(rows))
    seen: set[str] = set()
    return found + [
        Finding(source.line_of(number, problem), problem.message)
        for number, row in enumerate(rows)
        for problem in _rule_problems({**data, "rule": [row]}, name, seen, taken)
    ]


def _rule_problems(data: Mapping[str, Any], name: str, seen: set[str], taken: Container[str]) -> Iterator[_Problem]:
    """Yield what is wrong with the one rule of a pack."""
    try:
        (rule,) = Pack.of(data, name).rules
    except PackError as error:
        yield _Problem(_without_name(error, name), error.key)
        return
    if rule.id in seen or rule.id in taken:
        yield _Problem(f"{rule.id}: the id is taken; rename the rule", "id")
    seen.add(rule.id)
    repeat = unbounded_repeat(rule.pattern)
    if repeat:
        yield _Problem(f"{rule.id}: the repeat in {repeat!r} has no end; give it one, such as {{0,40}}", "pattern")
    slow = find_slow_input(rule)
    if slow:
        advice = "let no repeat stand in another, and let repeats side by side differ"
        yield _Problem(f"{rule.id}: the pattern takes too long on {slow!r}; {advice}", "pattern")
        return  # its examples could take as long
    yield from _example_problems(rule)


def _example_problems(rule: Rule) -> Iterator[_Problem]:
    matcher = Matcher([rule])
    for key, wanted, message in (
        ("matches", True, "does not match its example"),
        ("keeps", False, "matches its counter-example"),
    ):
        for example in getattr(rule, key):
            found = rule.find(example) is not None if rule.cut else bool(matcher.match(example))
            if found is not wanted:
                yield _Problem(f"{rule.id}: {message} {example!r}", key, example)


class _Source:
    """The lines of a file on which its rules, their keys and their examples stand.

    Args:
        text: The text of the file.
        count: How many rules it has.
    """

    def __init__(self, text: str, count: int) -> None:
        self._lines = text.splitlines()
        heads = [n for n, line in enumerate(self._lines, 1) if _HEADER.match(line)]
        # rules may also be written as an array of inline tables: then every finding is on the first line
        self._heads = [*heads, len(self._lines) + 1] if len(heads) == count else [1] * (count + 1)

    def line_of(self, number: int, problem: _Problem) -> int:
        """Return the line, from 1, on which the key or example stands that is wrong in a rule; that of its head if it is not found."""
        head, end = self._heads[number], self._heads[number + 1]
        if not problem.key:
            return head
        key = rf"\s*{re.escape(problem.key)}\s*="
        start = next((n for n in range(head, end) if re.match(key, self._lines[n - 1])), head)
        example = problem.example
        written = (example, example.replace("\\", "\\\\").replace('"', '\\"')) if example else ()
        return next((n for n in range(start, end) if any(form in self._lines[n - 1] for form in written)), start)


def _without_name(error: NewscleanError, name: str) -> str:
    """Return a message without the name of the file and the number of the rule, since each rule is checked alone."""
    message = re.sub(rf"^{re.escape(name)}(?:, rule 1)?[:,]? ?", "", str(error))
    return message.replace(f"{name}, rule 1", "the rule")
