"""News agencies as signatures: "(ats/afp)", "/ATS", "© 2019 AFP", "LIBERATION avec AFP"; never the word in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.words import agency_rows, alternatives, word_lists
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_MAX_SIGNATURE = 80  # characters of what stands between brackets
_MAX_HYPHENATED = 3  # agencies joined by hyphens: "keystone-ats"
_INITIALS = lazy_regex(r"[a-zà-ÿ]{2,5}(?:-[a-zà-ÿ]{2,5}){0,4}\.?")


class Agency(NamedTuple):
    """One agency as the data has it.

    Attributes:
        id: Its usual short name.
        unsure: The short form means other things too, so it does not sign alone.
        photo: It signs pictures only.
        lower: It signs alone in small letters.
        after_slash: How it signs behind a slash when not in capitals.

    >>> agencies()["sda"].id, agencies()["sda"].unsure
    ('SDA', False)
    """

    id: str
    unsure: bool
    photo: bool
    lower: bool
    after_slash: tuple[str, ...]


class AgencySignature(NamedTuple):
    """Agencies and initials that sign together.

    Attributes:
        agencies: The ids of the agencies, in order.
        initials: Initials and words for a newsroom.
        sure: It can be nothing else.
        parts: The number of agencies, initials and words.

    >>> read_agency_signature("ats/nxp")
    AgencySignature(agencies=('ATS', 'NXP'), initials=(), sure=True, parts=2)
    """

    agencies: tuple[str, ...]
    initials: tuple[str, ...]
    sure: bool
    parts: int = 1


@language_cache()
def agencies() -> dict[str, Agency]:
    """Return the agency of every way to write one, folded."""
    found: dict[str, Agency] = {}
    for row in agency_rows():
        agency = Agency(
            row["id"],
            row.get("unsure", False),
            row.get("photo", False),
            row.get("lower", False),
            tuple(row.get("after_slash", ())),
        )
        for name in row["names"]:
            found[name] = agency._replace(unsure=False)
        for name in row["short"]:
            found.setdefault(name, agency)
    return found


@language_cache()
def agencies_by_id() -> Mapping[str, Agency]:
    """Return the agencies by their ids.

    >>> agencies_by_id()["Keystone"].photo, agencies_by_id()["AFP"].photo
    (True, False)
    """
    return {agency.id: agency for agency in reversed(agencies().values())}


class _Grammar(NamedTuple):
    lead: regex.Pattern[str]
    joiner: regex.Pattern[str]
    article: regex.Pattern[str]
    nouns: tuple[str, ...]
    desks: frozenset[str]
    not_initials: frozenset[str]


@language_cache()
def _grammar() -> _Grammar:
    words = word_lists("agencies")
    articles = alternatives(words["articles"])
    source, with_ = alternatives(words["source_heads"]), alternatives(words["with_heads"])
    return _Grammar(
        lead=lazy_regex(rf"(?:(?:{source})\s?:\s?|(?:{with_})\s)(?:{articles})?"),
        joiner=lazy_regex(rf"\s{{0,3}}(?:[/,;+|&]|\s[–—-]\s|\s(?:{alternatives(words['joiners'])})\s)\s{{0,3}}"),
        article=lazy_regex(rf"^(?:{articles})(?={alternatives(words['name_starts'])})"),
        nouns=tuple(f"{noun} " for noun in words["nouns"]),
        desks=frozenset(words["desks"]),
        not_initials=frozenset(words["not_initials"]),
    )


def read_agency_signature(text: str) -> AgencySignature | None:
    """Read agencies and initials that sign together.

    Args:
        text: What stands between brackets or alone on a line: "ats/nxp", "Avec AFP", "Source: dpa".

    Returns:
        The signature, or None if the text holds anything else.
    """
    if len(text) > _MAX_SIGNATURE:
        return None
    folded = fold(text).strip(" ./-–—")
    grammar = _grammar()
    lead = grammar.lead.match(folded)
    folded = folded[lead.end() :] if lead else folded
    if folded in grammar.not_initials:
        return None
    ids: list[str] = []
    initials: list[str] = []
    sure = bool(lead)
    parts = grammar.joiner.split(folded)
    for part in parts:
        names = agencies_named(part)
        if names:
            ids += [n.id for n in names if n.id not in ids]
            sure = sure or not all(n.unsure for n in names)
        elif part in grammar.desks or _are_initials(part, text):
            initials.append(part)
        else:
            return None
    if not ids and lead:
        return None
    return AgencySignature(tuple(ids), tuple(initials), sure or len(ids) > 1, len(parts))


def _are_initials(part: str, text: str) -> bool:
    """Return True if a folded part is initials, in small letters in the text too."""
    return bool(_INITIALS.fullmatch(part)) and part not in _grammar().not_initials and part in text


def agencies_named(folded: str) -> list[Agency]:
    """Return the agencies that a folded name stands for: two for "keystone-ats".

    >>> [a.id for a in agencies_named("keystone-ats")], agencies_named("le monde")
    (['Keystone', 'ATS'], [])
    """
    known, grammar = agencies(), _grammar()
    name = grammar.article.sub("", folded.strip(" ."))
    if name in known:
        return [known[name]]
    if name.startswith(grammar.nouns) and (short := name.split(" ", 1)[1]) in known:
        return [known[short]]
    if "-" in name:
        parts = [p.strip(" .") for p in name.split("-")]
        if len(parts) <= _MAX_HYPHENATED and all(p in known for p in parts):
            return [known[p] for p in parts]
    return []
