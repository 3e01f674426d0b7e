"""News agencies as signatures: "(ats/afp)", "/ATS", "© 2019 AFP", "LIBERATION avec AFP"; never the word in a sentence."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

import regex

from newsclean.metadata.words import alternatives, table
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_SPLIT = lazy_regex(r"\s{0,3}(?:[/,;+|&]|\s[–—-]\s|\s(?:et|und|and|e|ed|y|avec|mit|with|con)\s)\s{0,3}")
_ARTICLE = lazy_regex(
    r"^(?:l'|(?:die|der|the|la|l'|dell'|de la)\s)(?=agen|deutsche|associated|presse|canadian|press|schweiz|austria)"
)
_INITIALS = lazy_regex(r"[a-zà-ÿ]{2,5}(?:-[a-zà-ÿ]{2,5}){0,4}\.?")


class Agency(NamedTuple):
    """One agency as the data has it.

    >>> agencies()["sda"].id, agencies()["sda"].unsure
    ('SDA', False)
    """

    id: str
    unsure: bool
    photo: bool


@functools.lru_cache(maxsize=1)
def agencies() -> Mapping[str, Agency]:
    """Every way to write an agency, folded, and the agency."""
    found: dict[str, Agency] = {}
    for row in table("agencies")["agency"]:
        photo = row.get("photo", False)
        for name in row["names"]:
            found[name] = Agency(row["id"], unsure=False, photo=photo)
        for name in row["short"]:
            found.setdefault(name, Agency(row["id"], row.get("unsure", False), photo))
    return found


@functools.lru_cache(maxsize=1)
def _words() -> tuple[regex.Pattern[str], frozenset[str], frozenset[str]]:
    words = table("agencies")["words"]
    lead = lazy_regex(
        rf"(?:(?:{alternatives(words['source'])})\s?:\s?|(?:{alternatives(words['with'])})\s)(?:l')?(?:the\s|der\s|die\s|la\s)?"
    )
    return lead, frozenset(words["desks"]), frozenset(words["not_initials"])


class AgencySignature(NamedTuple):
    """What a mark such as "ats/nxp" says: agencies in order, initials, and how sure that makes it.

    >>> read_agency_signature("ats/nxp")
    AgencySignature(agencies=('ATS', 'NXP'), initials=(), sure=True, parts=2)
    """

    agencies: tuple[str, ...]
    initials: tuple[str, ...]
    sure: bool
    parts: int = 1


def read_agency_signature(text: str) -> AgencySignature | None:
    """Read a mark of agencies and initials; None when anything else is in it.

    Args:
        text: What stands between the brackets or alone on a line: "ats/nxp", "Avec AFP", "Source: dpa".
    """
    if len(text) > 80:
        return None
    folded = fold(text).strip(" ./-–—")
    lead, desks, stop = _words()
    said = lead.match(folded)
    folded = folded[said.end() :] if said else folded
    if folded in stop:
        return None
    ids: list[str] = []
    initials: list[str] = []
    sure = bool(said)
    parts = _SPLIT.split(folded)
    for part in parts:
        names = agencies_named(part)
        if names:
            ids += [n.id for n in names if n.id not in ids]
            sure = sure or not all(n.unsure for n in names)
        elif part in desks or (_INITIALS.fullmatch(part) and part not in stop and _lower(part, text)):
            initials.append(part)
        else:
            return None
    if not ids and said:
        return None
    return AgencySignature(tuple(ids), tuple(initials), sure or len(ids) > 1, len(parts))


def _lower(part: str, text: str) -> bool:
    """Are these letters written small?"""
    return part in text


def agencies_named(part: str) -> list[Agency]:
    """The agencies that a folded name stands for: "keystone-ats" for two of them.

    >>> [a.id for a in agencies_named("keystone-ats")], agencies_named("le monde")
    (['Keystone', 'ATS'], [])
    """
    part = _ARTICLE.sub("", part.strip(" ."))
    table_ = agencies()
    if part in table_:
        return [table_[part]]
    if part.startswith(("agence ", "agentur ", "agenzia ", "agencia ")) and (name := part.split(" ", 1)[1]) in table_:
        return [table_[name]]
    if "-" in part:
        parts = [p.strip(" .") for p in part.split("-")]
        if len(parts) <= 3 and all(p in table_ for p in parts):
            return [table_[p] for p in parts]
    return []
