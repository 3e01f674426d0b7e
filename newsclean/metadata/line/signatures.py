"""Lines that sign an article: "/ATS", "ats/nxp", "mla-vb/pg", "La rédaction", "LIBERATION avec AFP", "jj/sti (dpa, afp)".

A line of agencies is labelled "agency", one with the name of a person, a paper or a newsroom "byline". Names alone on a line are weak:
they may also be a heading, so they give a span and no label.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.agencies import (
    AgencySignature,
    agencies,
    agencies_by_id,
    agencies_named,
    read_agency_signature,
)
from newsclean.metadata.line.bylines import author_names, byline_head_end
from newsclean.metadata.line.names import (
    BylinePart,
    PartKind,
    is_initials,
    is_listed_outlet,
    looks_like_names,
    read_parts,
)
from newsclean.metadata.line.results import LineMetadata, MetadataSpan, stripped_span
from newsclean.metadata.words import alternatives, contains_any, word_lists
from newsclean.normal_forms import fold, plain_punctuation
from newsclean.patterns import lazy_regex
from newsclean.vocabulary import Label

MAX_SIGNATURE = 90  # characters of a line that signs
_MAX_SIGNATURE_WORDS = 12
_MAX_INITIALS = 40  # characters of a line of initials
_MAX_BRACKETED_INITIALS = 22  # characters of a line of small initials in brackets
_MAX_NAMES = 60  # characters of a line of names alone
_EDGES = " \t\u00a0\u202f*•|/–—-.,;()[]+"
_BULLETS = ("* ", "+ ", "• ", "- ", "o ")
_BRACKETED = lazy_regex(r"([^()]{2,60}?)\s{0,3}\(([^()]{2,40})\)")
_SMALL_INITIALS = lazy_regex(
    r"\((?P<signature>\p{Ll}{2,4}\.?(?:/\p{Ll}{2,4}\.?){0,3})\)|\[(?P<signature>\p{Ll}{2,4}(?:/\p{Ll}{2,4}){0,3})\]|/\s?(?P<signature>\p{Ll}{2,4})"
    r"|\((?P<signature>\p{Lu}\p{Ll}?\.[\s-]?\p{Lu}\p{Ll}{0,2}\.)\)"
)
_WORD = lazy_regex(r"[\p{L}\d]+")


class _Grammar(NamedTuple):
    signing_words: frozenset[str]
    copyright_words: tuple[str, ...]
    copyright_notice: regex.Pattern[str]
    with_agency: tuple[str, ...]


@language_cache()
def _grammar() -> _Grammar:
    bylines, agency_words = word_lists("bylines"), word_lists("agencies")
    names = (*agencies(), *bylines["desks"], *agency_words["desks"])
    signs = word_lists("credits")["copyright_words"]
    return _Grammar(
        signing_words=frozenset(words_in("\n".join(names))) - frozenset(agency_words["common_words"]),
        copyright_words=("©", "(c)", *signs),
        copyright_notice=lazy_regex(
            rf"\s{{0,40}}(?:©|\(c\)|{alternatives(signs)})\s{{0,3}}(?:(?:19|20)\d\d\s{{0,2}})(?P<agency>\p{{L}}[\p{{L}} .,&/-]{{1,60}})",
            regex.I,
        ),
        with_agency=tuple(f" {word} " for word in bylines["with"]),
    )


def words_in(folded: str) -> list[str]:
    """Return the words of a folded line, without its marks.

    >>> words_in("jj/sti (dpa, afp)")
    ['jj', 'sti', 'dpa', 'afp']
    """
    return _WORD.findall(folded)


def has_signing_word(words: Iterable[str]) -> bool:
    """Return True if a word is of the name of an agency or of a newsroom: a quick look before the grammar.

    >>> has_signing_word(["avec", "afp"]), has_signing_word(["il", "pleut"])
    (True, False)
    """
    return not _grammar().signing_words.isdisjoint(words)


def read_copyright(line: str, folded: str) -> LineMetadata | None:
    """Read the agency that holds the rights in the text, not in a picture: "© 2019 AFP".

    Args:
        line: The line.
        folded: The same line, folded.
    """
    grammar = _grammar()
    if not contains_any(folded, grammar.copyright_words):
        return None
    match = grammar.copyright_notice.match(line)
    if not match:
        return None
    holder = fold(match["agency"])
    found = agencies_named(holder.split(".")[0].strip()) or agencies_named(holder.strip(" ."))
    start, end = match.span("agency")
    spans = tuple(MetadataSpan(Label.AGENCY, start, end, x.id, "metadata.agency.copyright") for x in found)
    return LineMetadata(Label.AGENCY, spans) if spans else None


def read_signature(line: str, folded: str, words: Sequence[str]) -> LineMetadata | None:
    """Read a line of initials or agencies and nothing else.

    Args:
        line: The line.
        folded: The same line, folded.
        words: Its words (`words_in`).

    >>> read_signature("ats/nxp", "ats/nxp", ["ats", "nxp"]).label.value
    'agency'
    """
    start, end = stripped_span(line)
    if end - start > MAX_SIGNATURE or len(words) > _MAX_SIGNATURE_WORDS:
        return None
    if initials := _read_small_initials(line[start:end]):
        span = MetadataSpan(Label.BYLINE, start, end, initials, "metadata.byline.initials")
        return LineMetadata(Label.BYLINE, (span,))
    signing = has_signing_word(words)
    if not signing and (end - start > _MAX_INITIALS or ("." not in line and "/" not in line)):
        return None
    text = plain_punctuation(line[start:end])
    if ("." in text or "/" in text) and is_initials(text) and not agencies_named(folded[start:end].strip(_EDGES)):
        signature = read_agency_signature(text) if signing else None
        if signature is None or not signature.agencies:
            return LineMetadata(
                Label.BYLINE, (MetadataSpan(Label.BYLINE, start, end, text, "metadata.byline.initials"),)
            )
    if not signing:
        return None
    signature = read_agency_signature(text.strip(_EDGES))
    if signature and signature.agencies and _may_sign_alone(signature, text):
        return LineMetadata(Label.AGENCY, _agency_spans(signature.agencies, start, end))
    return None


def _read_small_initials(text: str) -> str:
    """Return the initials of a line that is nothing but these in brackets or behind a slash: "(kle)", "/kle"."""
    if text[0] not in "([/" or len(text) > _MAX_BRACKETED_INITIALS:
        return ""
    match = _SMALL_INITIALS.fullmatch(text)
    if match is None:
        return ""
    signature = read_agency_signature(match["signature"])
    signs = not signature.agencies if signature else is_initials(match["signature"])
    return match["signature"] if signs else ""


def _may_sign_alone(signature: AgencySignature, text: str) -> bool:
    """Return True if this is written as agencies sign, and not a word or an entry of a list that happens to be one."""
    if _is_list_item(text) or not (signature.sure or text[0] in "(/"):
        return False
    if all(signs_pictures_only(a) for a in signature.agencies):
        return False
    several = len(signature.agencies) > 1 or bool(signature.initials)
    if several or len(text) > 4 or any(c in text for c in "([/,") or not text.islower():
        return True
    agency = agencies_by_id()[signature.agencies[0]]
    return agency.lower and text == agency.id.lower()


def _is_list_item(text: str) -> bool:
    return text[:2] in _BULLETS


def signs_pictures_only(agency: str) -> bool:
    """Return True if the agency of this id signs pictures and no text.

    >>> signs_pictures_only("Keystone"), signs_pictures_only("AFP")
    (True, False)
    """
    return agencies_by_id()[agency].photo


def _agency_spans(ids: Sequence[str], start: int, end: int) -> tuple[MetadataSpan, ...]:
    return tuple(MetadataSpan(Label.AGENCY, start, end, x, "metadata.agency.line") for x in ids)


def read_joint_signature(line: str, words: Sequence[str]) -> LineMetadata | None:
    """Read names, papers or initials together with an agency or a newsroom.

    Args:
        line: The line.
        words: The words of the folded line (`words_in`).

    >>> read_joint_signature("Le Monde.fr avec AFP", ["le", "monde", "fr", "avec", "afp"]).label.value
    'byline'
    """
    start, end = stripped_span(line)
    if end - start > MAX_SIGNATURE or len(words) > _MAX_SIGNATURE_WORDS or not has_signing_word(words):
        return None
    text = plain_punctuation(line[start:end])
    if _is_list_item(text) or byline_head_end(fold(text)) > 0:
        return None
    bracket = _BRACKETED.fullmatch(text)
    if bracket and agencies_named(fold(bracket[1])):
        return None  # the name of an agency and its short form, as a sentence introduces it
    listed = f"{bracket[1].strip()}, {bracket[2].strip()}" if bracket else text
    parts = read_parts(listed.strip(_EDGES), initials=bracket is not None)
    kinds = {p.kind for p in parts or ()}
    if not parts or kinds.isdisjoint((PartKind.AGENCY, PartKind.DESK)) or PartKind.ROLE in kinds:
        return None
    lone_words = any(p.kind is PartKind.PLACE and not p.text.isupper() for p in parts)
    if lone_words and not contains_any(fold(text), _grammar().with_agency):
        return None
    return _joint_metadata(parts, start, end)


def _joint_metadata(parts: list[BylinePart], start: int, end: int) -> LineMetadata | None:
    """Return the label and the spans of a signature of several parts."""
    found = [a for p in parts if p.kind is PartKind.AGENCY for a in agencies_named(fold(p.text))]
    spans = _agency_spans(list(dict.fromkeys(a.id for a in found)), start, end)
    if all(p.kind in (PartKind.AGENCY, PartKind.INITIALS) for p in parts):
        return LineMetadata(Label.AGENCY, spans) if not all(a.unsure for a in found) else None
    value = ", ".join(author_names(parts)) or ", ".join(p.text for p in parts if p.kind is not PartKind.AGENCY)
    return LineMetadata(
        Label.BYLINE, (MetadataSpan(Label.BYLINE, start, end, value, "metadata.byline.signature"), *spans)
    )


def find_name_line(line: str, folded: str) -> list[MetadataSpan]:
    """Return the span of a line of names alone: a byline for a caller who knows where the line stands, so it gets no label.

    Args:
        line: The line.
        folded: The same line, folded.

    >>> find_name_line("Jeanne Martin", "jeanne martin")[0].rule
    'metadata.byline.name'
    """
    start, end = len(line) - len(line.lstrip(" \t\u00a0*•")), len(line.rstrip())
    if is_listed_outlet(folded[start:end]):
        return [MetadataSpan(Label.BYLINE, start, end, line[start:end], "metadata.byline.outlet")]
    if end - start > _MAX_NAMES or not looks_like_names(line[start:end]) or byline_head_end(folded[start:end]):
        return []
    parts = read_parts(line[start:end])
    kinds = {p.kind for p in parts or ()}
    if not parts or PartKind.NAME not in kinds or not kinds <= {PartKind.NAME, PartKind.OUTLET, PartKind.ROLE}:
        return []
    return [MetadataSpan(Label.BYLINE, start, end, ", ".join(author_names(parts)), "metadata.byline.name")]
