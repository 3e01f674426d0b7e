"""Rules and packs: data that gives evidence for a label, with the examples that prove it.

A pack is a TOML file (docs/rules.md is its reference); `Pack.load` reads one, `builtin` those that come with newsclean.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from newsclean.article import Label
from newsclean.errors import NewscleanError, unknown
from newsclean.hosts import ascii_host
from newsclean.languages import read_language_table
from newsclean.normal_forms import line_key, phrase_of, straighten, words

STRENGTHS = ("strong", "weak")
CUTS = ("head", "tail", "inside")
LEARNED = "profile."  # how the ids of the rules begin that were learned of a site
LONGEST = 200  # characters of a line that a rule looks at, unless it says otherwise
LIMIT = 1_000  # no rule may look at longer lines: such a line is prose or junk, never a footer
PATIENCE = (
    1.0  # seconds that a pattern of a pack of your own may look at one line: a thousand times what a good one takes
)
REACH = 240  # characters at the head or tail of a paragraph in which a cut looks
_DOMAIN = regex.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,20}")
EXAMPLES = frozenset({"matches", "keeps"})
_WORDS = ("lines", "starts", "ends", "anchors", "matches", "keeps")
KEYS = ("label", "strength", "pattern", "cut", "section", "longest", *_WORDS, "id")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One piece of evidence: what it looks for, the label it speaks for, and its examples.

    >>> rule = Rule("fr.related.also", Label.RELATED, lines=("lire aussi",), starts=("lire aussi :",))
    >>> rule.matches_line("Lire aussi : Cinq clubs de lecture"), rule.matches_line("Lire aussi bien Proust")
    (True, False)
    """

    id: str
    label: Label
    strength: str = "strong"
    lines: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    pattern: str = ""
    anchors: tuple[str, ...] = ()
    cut: str = ""
    section: bool = False
    longest: int = LONGEST
    matches: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    patience: float | None = None

    def matches_line(self, line: str) -> bool:
        """Does the rule speak for this line, or, for a cut, find a piece to take out of it?"""
        if self.cut:
            return self.find(line) is not None
        if len(line) > self.longest:
            return False
        key = line_key(line)
        if key in map(line_key, self.lines):
            return True
        spaced = phrase_of(straighten(line).lower())
        if any(starts_with(spaced, start) for start in self.starts) or any(ends_with(spaced, end) for end in self.ends):
            return True
        if not self.pattern or (self.anchors and not set(self.anchors).intersection(words(line))):
            return False
        return self.searched(straighten(line)) is not None

    def searched(self, text: str) -> regex.Match[str] | None:
        """What the pattern finds in a text.

        Raises `NewscleanError` when it takes longer than the rule's `patience`, in seconds; rules that come with newsclean were tested and have none.
        """
        try:
            return compiled(self.pattern).search(text, timeout=self.patience)
        except TimeoutError as error:
            raise NewscleanError(
                f"rule {self.id}: its pattern looked at one line for more than {self.patience} s; "
                "newsclean check-rules tells why, or leave the rule out"
            ) from error

    def find(self, text: str) -> tuple[int, int] | None:
        """The span in `text` that a cut takes out, or None."""
        low = max(0, len(text) - REACH) if self.cut == "tail" else 0
        high = REACH if self.cut == "head" else len(text)
        piece = straighten(text[low:high])
        folded = piece.lower()
        if self.anchors and not any(anchor in folded for anchor in self.anchors):
            return None
        found = self.searched(piece)
        if found is None or found.start() == found.end():
            return None
        return found.start() + low, found.end() + low


@functools.lru_cache(maxsize=4096)
def compiled(pattern: str) -> regex.Pattern[str]:
    """The compiled pattern, on first use: most patterns of a pack are never needed for a given text.

    >>> compiled("^lire").search("Lire aussi") is not None
    True
    """
    # not V1: its full case folding, under which "ß" is "ss", makes sets such as [\w '] backtrack without end
    return regex.compile(pattern, regex.IGNORECASE | regex.V0)


def starts_with(spaced: str, start: str) -> bool:
    """Does the line begin with these words?"""
    if not spaced.startswith(start):
        return False
    return len(spaced) == len(start) or not (start[-1].isalnum() and spaced[len(start)].isalnum())


def ends_with(spaced: str, end: str) -> bool:
    """Does the line end with these words?"""
    if not spaced.endswith(end):
        return False
    return len(spaced) == len(end) or not (end[0].isalnum() and spaced[-len(end) - 1].isalnum())


@dataclass(frozen=True, slots=True)
class Pack:
    """A named list of rules for one language, region or site.

    `language` is a code such as "fr", or "" for every language; `sites` are the domains of a site pack.

    >>> pack = Pack.parse('id = "mine"\\n[[rule]]\\nid = "share.bar"\\nlabel = "share"\\nlines = ["Teilen"]\\n'
    ...                   'matches = ["Teilen"]\\nkeeps = ["Teilen ist schön."]')
    >>> pack.rules[0].id, pack.language
    ('mine.share.bar', '')
    """

    id: str
    rules: tuple[Rule, ...]
    language: str = ""
    sites: tuple[str, ...] = ()

    def __hash__(self) -> int:  # of what tells packs apart, so that a pack of many rules is a cheap key
        return hash((self.id, self.language, self.sites, len(self.rules)))

    @classmethod
    def load(cls, path: str | Path) -> Pack:
        """The pack in a TOML file.

        Raises `NewscleanError` (file, line or rule, what to do) when it cannot be read or a rule is not well formed.
        """
        try:
            text = Path(path).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            told = getattr(error, "strerror", None) or error
            raise NewscleanError(f"{path}: the pack cannot be read ({told}); give the path of a UTF-8 file") from error
        return cls.parse(text, str(path))

    @classmethod
    def parse(cls, text: str, name: str = "pack") -> Pack:
        """The pack written in a TOML text; `name` is what errors call it."""
        import tomllib

        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise NewscleanError(f"{name}: not valid TOML: {error}") from error
        return cls.of(data, name)

    @classmethod
    def of(cls, data: Mapping[str, Any], name: str = "pack") -> Pack:
        """The pack in plain data, as TOML gives it; `name` is what errors call it."""
        pack = cls._of(data, name)
        for n, rule in enumerate(pack.rules, 1):
            _compile(rule.pattern, f"{name}, rule {n} ({rule.id.removeprefix(pack.id + '.')})")
        return pack

    @classmethod
    def shipped(cls, name: str, without: frozenset[str] = frozenset()) -> Pack:
        """The pack of this name that comes with newsclean, `without` some keys of its rules.

        Tests check it and compile its patterns, so that this takes little time.
        """
        data = read_language_table(*file_of(name), without)
        return cls(
            data["id"], tuple(_sound_rule(row, data["id"], None) for row in data["rule"]), data.get("language", "")
        )

    @classmethod
    def _of(cls, data: Mapping[str, Any], name: str) -> Pack:
        wrong = set(data) - {"id", "language", "sites", "rule"}
        if wrong:
            raise unknown(f"key in {name}", min(wrong), ["id", "language", "sites", "rule"])
        pack_id = data.get("id")
        if not isinstance(pack_id, str) or not pack_id:
            raise NewscleanError(f'{name}: the pack has no id; add id = "my-pack" at the top')
        if not isinstance(data.get("rule", []), list) or not all(isinstance(row, dict) for row in data.get("rule", [])):
            raise NewscleanError(f"{name}: rules are written as tables; begin each with [[rule]]")
        if not isinstance(data.get("language", ""), str):
            raise NewscleanError(f'{name}: language must be a code such as "fr"')
        sites = tuple(_site(site, name) for site in _strings(data.get("sites", []), f"{name}, sites"))
        rules = tuple(_rule(row, pack_id, f"{name}, rule {n}") for n, row in enumerate(data.get("rule", ()), 1))
        seen: set[str] = set()
        for rule in rules:
            if rule.id in seen:
                raise NewscleanError(f"{name}: two rules are called {rule.id!r}; rename one")
            seen.add(rule.id)
        return cls(pack_id, rules, data.get("language", ""), sites)


def file_of(name: str) -> tuple[str, str]:
    """Return the folder of a pack that comes with newsclean below `newsclean/languages`, and its file there without suffix.

    >>> file_of("fr"), file_of("fr-CH")
    (('fr', 'rules'), ('fr', 'rules-CH'))
    """
    language, hyphen, region = name.partition("-")
    return language, f"rules{hyphen}{region}"


def _rule(row: Mapping[str, Any], pack: str, where: str) -> Rule:
    """A rule from its TOML table, checked."""
    name = row.get("id")
    if not isinstance(name, str) or not name:
        raise NewscleanError(f'{where}: the rule has no id; add id = "label.name"')
    where = f"{where} ({name})"
    for key in row:
        if key not in KEYS:
            raise unknown(f"key in {where}", key, KEYS)
    for key in ("label", "strength", "pattern", "cut"):
        if not isinstance(row.get(key, ""), str):
            raise NewscleanError(f"{where}: {key} must be a text in quotes")
    if row.get("label") not in Label._value2member_map_:
        raise unknown(f"label in {where}", row.get("label"), [label.value for label in Label])
    for key, allowed in (("strength", STRENGTHS), ("cut", CUTS)):
        if key in row and row[key] not in allowed:
            raise unknown(f"{key} in {where}", row[key], allowed)
    lists = {key: _strings(row.get(key, []), f"{where}, {key}") for key in _WORDS}
    for key in ("lines", "starts", "ends", "anchors"):
        lists[key] = tuple(" ".join(straighten(word).lower().split()) for word in lists[key])
    if not (lists["matches"] and lists["keeps"]):
        raise NewscleanError(f"{where}: give at least one example under matches and one under keeps")
    pattern = row.get("pattern", "")
    if not (pattern or lists["lines"] or lists["starts"] or lists["ends"]):
        raise NewscleanError(f"{where}: the rule looks for nothing; give lines, starts, ends or a pattern")
    longest = row.get("longest", LONGEST)
    if not isinstance(longest, int) or not 1 <= longest <= LIMIT:
        raise NewscleanError(f"{where}: longest must be a number of characters from 1 to {LIMIT}")
    _check_pattern(pattern, lists["anchors"], str(row.get("cut", "")), where)
    return _sound_rule({**row, **lists}, pack, PATIENCE)


def _sound_rule(row: Mapping[str, Any], pack: str, patience: float | None) -> Rule:
    """A rule from its TOML table, of which all is well formed."""
    return Rule(
        f"{pack}.{row['id']}",
        Label(row["label"]),
        row.get("strength", "strong"),
        pattern=row.get("pattern", ""),
        cut=row.get("cut", ""),
        section=bool(row.get("section", False)),
        longest=row.get("longest", LONGEST),
        patience=patience,
        **{key: tuple(row.get(key, ())) for key in _WORDS},
    )


def _check_pattern(pattern: str, anchors: tuple[str, ...], cut: str, where: str) -> None:
    if cut and not pattern:
        raise NewscleanError(f"{where}: a cut needs a pattern")
    if not pattern:
        return
    if not anchors:
        raise NewscleanError(f"{where}: a pattern needs anchors, words one of which stands in every line it matches")


def _compile(pattern: str, where: str) -> None:
    try:
        compiled(pattern)
    except regex.error as error:
        raise NewscleanError(f"{where}: the pattern is not well formed: {error}") from error


def _strings(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise NewscleanError(f"{where}: expected a list of non-empty strings")
    return tuple(value)


def _site(site: str, where: str) -> str:
    """The domain of a site pack, as hosts are compared."""
    domain = ascii_host(site).removeprefix("www.")
    if not _DOMAIN.fullmatch(domain):
        raise NewscleanError(f'{where}: {site!r} is no domain; write sites = ["example.ch"], without https:// and path')
    return domain
