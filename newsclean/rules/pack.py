"""Packs: lists of rules in TOML files, read and checked (docs/rules.md is the reference of the format)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from newsclean.article import Label
from newsclean.errors import NewscleanError, unknown
from newsclean.hosts import ascii_host
from newsclean.normal_forms import straighten
from newsclean.rules.rule import DEFAULT_LENGTH, MAX_LENGTH, Cut, Rule, Strength, compiled

# seconds that a pattern of your own may search one line: a thousand times what a good one takes on a slow machine
SEARCH_TIMEOUT = 1.0
EXAMPLE_KEYS = frozenset({"matches", "keeps"})
_WORD_LISTS = ("lines", "starts", "ends", "anchors")
_LISTS = (*_WORD_LISTS, *sorted(EXAMPLE_KEYS, reverse=True))
_TEXTS = ("label", "strength", "pattern", "cut")
RULE_KEYS = ("label", "strength", "pattern", "cut", "section", "longest", *_LISTS, "id")
_PACK_KEYS = ("id", "language", "sites", "rule")
_DOMAIN = regex.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,20}")


class PackError(NewscleanError):
    """A pack that is not well formed.

    Attributes:
        key: The key of the rule that is wrong, "" if it is the rule or the pack as a whole.
    """

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key

    def __reduce__(self) -> tuple[type[PackError], tuple[str, str]]:
        return PackError, (str(self), self.key)


@dataclass(frozen=True, slots=True)
class Pack:
    """A named list of rules for one language, region or site.

    Attributes:
        id: The name, with which the ids of its rules begin.
        rules: The rules, in the order of the file.
        language: A code such as "fr", "" for every language.
        sites: The domains of a site pack; none for a pack that applies everywhere.

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
        """Read a pack from a TOML file.

        Raises:
            NewscleanError: The file cannot be read, or a rule in it is not well formed; the message names the file and the line or rule.
        """
        try:
            text = Path(path).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or error
            raise NewscleanError(
                f"{path}: the pack cannot be read ({reason}); give the path of a UTF-8 file"
            ) from error
        return cls.parse(text, str(path))

    @classmethod
    def parse(cls, text: str, name: str = "pack") -> Pack:
        """Read a pack from a TOML text.

        Args:
            text: The text.
            name: What errors call the pack.

        Raises:
            NewscleanError: The text is not valid TOML, or a rule in it is not well formed.
        """
        import tomllib

        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise NewscleanError(f"{name}: not valid TOML: {error}") from error
        return cls.of(data, name)

    @classmethod
    def of(cls, data: Mapping[str, Any], name: str = "pack") -> Pack:
        """Make a pack from plain data, as TOML gives it.

        Args:
            data: The data.
            name: What errors call the pack.

        Raises:
            NewscleanError: A rule is not well formed.
        """
        pack = _checked_pack(data, name)
        for n, rule in enumerate(pack.rules, 1):
            try:
                compiled(rule.pattern)
            except regex.error as error:
                where = f"{name}, rule {n} ({rule.id.removeprefix(pack.id + '.')})"
                raise PackError(f"{where}: the pattern is not well formed: {error}", "pattern") from error
        return pack

    @classmethod
    def trusted(cls, data: Mapping[str, Any]) -> Pack:
        """Make a pack from data that tests have checked, which takes a fraction of the time: nothing is checked or compiled."""
        rules = tuple(_trusted_rule(row, data["id"], None) for row in data["rule"])
        return cls(data["id"], rules, data.get("language", ""), tuple(data.get("sites", ())))


def _checked_pack(data: Mapping[str, Any], name: str) -> Pack:
    _check_keys(data, _PACK_KEYS, name)
    pack_id, rows, language = data.get("id"), data.get("rule", []), data.get("language", "")
    if not isinstance(pack_id, str) or not pack_id:
        raise PackError(f'{name}: the pack has no id; add id = "my-pack" at the top')
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PackError(f"{name}: rules are written as tables; begin each with [[rule]]")
    if not isinstance(language, str):
        raise PackError(f'{name}: language must be a code such as "fr"')
    sites = tuple(_domain(site, name) for site in _strings(data, "sites", name))
    rules = tuple(_checked_rule(row, pack_id, f"{name}, rule {n}") for n, row in enumerate(rows, 1))
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise PackError(f"{name}: two rules are called {rule.id!r}; rename one")
        seen.add(rule.id)
    return Pack(pack_id, rules, language, sites)


def _checked_rule(row: Mapping[str, Any], pack_id: str, where: str) -> Rule:
    """Make a rule from its TOML table; `where` is how errors begin."""
    name = row.get("id")
    if not isinstance(name, str) or not name:
        raise PackError(f'{where}: the rule has no id; add id = "label.name"', "id")
    where = f"{where} ({name})"
    _check_keys(row, RULE_KEYS, where)
    for key in _TEXTS:
        if not isinstance(row.get(key, ""), str):
            raise PackError(f"{where}: {key} must be a text in quotes", key)
    _check_choice(row.get("label"), "label", [label.value for label in Label], where)
    _check_choice(row.get("strength", Strength.STRONG), "strength", [strength.value for strength in Strength], where)
    if "cut" in row:
        _check_choice(row["cut"], "cut", [cut.value for cut in Cut if cut], where)
    lists = {key: _strings(row, key, where) for key in _LISTS}
    for key in _WORD_LISTS:
        lists[key] = tuple(" ".join(straighten(word).lower().split()) for word in lists[key])
    if not (lists["matches"] and lists["keeps"]):
        raise PackError(f"{where}: give at least one example under matches and one under keeps", "matches")
    if not isinstance(row.get("section", False), bool):
        raise PackError(f"{where}: section must be true or false", "section")
    longest = row.get("longest", DEFAULT_LENGTH)
    if not isinstance(longest, int) or isinstance(longest, bool) or not 1 <= longest <= MAX_LENGTH:
        raise PackError(f"{where}: longest must be a number of characters from 1 to {MAX_LENGTH}", "longest")
    _check_search(row, lists, where)
    return _trusted_rule({**row, **lists}, pack_id, SEARCH_TIMEOUT)


def _check_search(row: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]], where: str) -> None:
    """Check that a rule looks for something, and that a pattern has its anchors."""
    pattern = row.get("pattern", "")
    if not (pattern or lists["lines"] or lists["starts"] or lists["ends"]):
        raise PackError(f"{where}: the rule looks for nothing; give lines, starts, ends or a pattern", "lines")
    if row.get("cut") and not pattern:
        raise PackError(f"{where}: a cut needs a pattern", "cut")
    if pattern and not lists["anchors"]:
        raise PackError(
            f"{where}: a pattern needs anchors, words one of which stands in every line it matches", "pattern"
        )


def _trusted_rule(row: Mapping[str, Any], pack_id: str, timeout: float | None) -> Rule:
    """Make a rule from a TOML table that is well formed."""
    return Rule(
        f"{pack_id}.{row['id']}",
        Label(row["label"]),
        Strength(row.get("strength", Strength.STRONG)),
        pattern=row.get("pattern", ""),
        cut=Cut(row.get("cut", Cut.NONE)),
        section=row.get("section", False),
        longest=row.get("longest", DEFAULT_LENGTH),
        timeout=timeout,
        **{key: tuple(row.get(key, ())) for key in _LISTS},
    )


def _check_keys(row: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in row:
        if key not in known:
            raise PackError(str(unknown(f"key in {where}", key, known)), key)


def _check_choice(value: object, key: str, known: list[str], where: str) -> None:
    if value not in known:
        raise PackError(str(unknown(f"{key} in {where}", value, known)), key)


def _strings(row: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise PackError(f"{where}, {key}: expected a list of non-empty strings", key)
    return tuple(value)


def _domain(site: str, where: str) -> str:
    """Return the domain of a site pack, as hosts are compared."""
    domain = ascii_host(site).removeprefix("www.")
    if not _DOMAIN.fullmatch(domain):
        raise PackError(
            f'{where}: {site!r} is not a domain; write sites = ["example.ch"], without https:// and path', "sites"
        )
    return domain
