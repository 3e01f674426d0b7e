"""Lines that sign an article: "/ATS", "ats/nxp", "mla-vb/pg", "La rédaction", "LIBERATION avec AFP", "jj/sti (dpa, afp)"."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import regex

from newsclean.metadata.line.agencies import AgencySignature, agencies, agencies_named, read_agency_signature
from newsclean.metadata.line.bylines import authors_of, byline_head_end
from newsclean.metadata.line.names import BylinePart, is_initials, looks_like_names, read_parts
from newsclean.metadata.line.results import LineMetadata, MetadataSpan
from newsclean.metadata.words import table
from newsclean.normal_forms import fold, plain_punctuation
from newsclean.patterns import lazy_regex

MAX_SIGNATURE = 90
MAX_INITIALS = 40
_EDGES = " \t\u00a0\u202f*•|/–—-.,;()[]+"
_NOTICE = lazy_regex(
    r"\s{0,40}(?:©|\(c\)|copyright)\s{0,3}(?:(?:19|20)\d\d\s{0,2})(?P<mark>\p{L}[\p{L} .,&/-]{1,60})", regex.I
)
_BRACKETED = lazy_regex(r"([^()]{2,60}?)\s{0,3}\(([^()]{2,40})\)")
_WORD = lazy_regex(r"[\p{L}\d]+")


def words_in(folded: str) -> list[str]:
    """The words of a folded line.

    >>> words_in("jj/sti (dpa, afp)")
    ['jj', 'sti', 'dpa', 'afp']
    """
    return _WORD.findall(folded)


@functools.lru_cache(maxsize=1)
def _signing_words() -> frozenset[str]:
    found = {w for name in agencies() for w in _WORD.findall(name)}
    found |= {
        w for name in (*table("bylines")["desks"], *table("agencies")["words"]["desks"]) for w in _WORD.findall(name)
    }
    return frozenset(found - {"la", "the", "l", "de"})


def has_signing_word(words: Sequence[str]) -> bool:
    """A cheap look: is the name of an agency or of a newsroom among the words?

    >>> has_signing_word(["avec", "afp"]), has_signing_word(["il", "pleut"])
    (True, False)
    """
    return not _signing_words().isdisjoint(words)


def read_notice(line: str, folded: str) -> LineMetadata | None:
    """The agency of the text, not the holder of a picture: "© 2019 AFP"."""
    if "©" not in line and "copyright" not in folded and "(c)" not in folded:
        return None
    match = _NOTICE.match(line)
    if not match:
        return None
    mark = fold(match["mark"])
    ids = agencies_named(mark.split(".")[0].strip()) or agencies_named(mark.strip(" ."))
    spans = tuple(
        MetadataSpan("agency", match.start("mark"), match.end("mark"), x.id, "metadata.agency.copyright") for x in ids
    )
    return LineMetadata("agency", spans, ()) if spans else None


def read_signature(line: str, folded: str, words: Sequence[str]) -> LineMetadata | None:
    """A line of initials or agencies and nothing else.

    >>> read_signature("ats/nxp", "ats/nxp", ["ats", "nxp"]).label
    'agency'
    """
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    if end - start > MAX_SIGNATURE or len(words) > 12:
        return None
    signing = has_signing_word(words)
    if not signing and (end - start > MAX_INITIALS or ("." not in line and "/" not in line)):
        return None
    text = plain_punctuation(line[start:end])
    if ("." in text or "/" in text) and is_initials(text) and not agencies_named(folded[start:end].strip(_EDGES)):
        mark = read_agency_signature(text) if signing else None
        if mark is None or not mark.agencies:
            return LineMetadata("byline", (MetadataSpan("byline", start, end, text, "metadata.byline.initials"),), ())
    if not signing:
        return None
    mark = read_agency_signature(text.strip(_EDGES))
    if (
        mark
        and mark.agencies
        and not _in_menu(text)
        and (mark.sure or text[0] in "(/")
        and _as_agencies_sign(mark, text)
    ):
        return LineMetadata("agency", _agency_spans(mark.agencies, start, end), ())
    return None


def _in_menu(text: str) -> bool:
    """Is this an entry of a list, which an agency's name alone on a line then is too?"""
    return text[:2] in ("* ", "+ ", "• ", "- ", "o ")


def _as_agencies_sign(mark: AgencySignature, text: str) -> bool:
    """Is this written as agencies sign, not a word that happens to be one?"""
    if all(signs_pictures_only(a) for a in mark.agencies):
        return False
    several = len(mark.agencies) > 1 or bool(mark.initials) or len(text) > 4 or any(c in text for c in "([/,")
    return several or not text.islower() or text in ("dpa", "ats", "sda", "afp", "apa", "epd", "kna")


def signs_pictures_only(agency: str) -> bool:
    """Does the agency of this id sign pictures and no text?

    >>> signs_pictures_only("Keystone"), signs_pictures_only("AFP")
    (True, False)
    """
    return agency in _photo_ids()


@functools.lru_cache(maxsize=1)
def _photo_ids() -> frozenset[str]:
    return frozenset(a.id for a in agencies().values() if a.photo)


def _agency_spans(ids: Sequence[str], start: int, end: int) -> tuple[MetadataSpan, ...]:
    return tuple(MetadataSpan("agency", start, end, x, "metadata.agency.line") for x in ids)


def read_joined(line: str, words: Sequence[str]) -> LineMetadata | None:
    """Names, papers or initials together with an agency or a newsroom.

    >>> read_joined("Le Monde.fr avec AFP", ["le", "monde", "fr", "avec", "afp"]).label
    'byline'
    """
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    if end - start > MAX_SIGNATURE or len(words) > 12 or not has_signing_word(words):
        return None
    text = plain_punctuation(line[start:end])
    if _in_menu(text) or byline_head_end(fold(text)) > 0:
        return None
    bracket = _BRACKETED.fullmatch(text)
    if bracket and agencies_named(fold(bracket[1])):
        return None  # the name of an agency and how it is shortened: of a sentence
    listed = f"{bracket[1].strip()}, {bracket[2].strip()}" if bracket else text
    parts = read_parts(listed.strip(_EDGES), initials=bracket is not None)
    if not parts or not any(p.kind in ("agency", "desk") for p in parts) or any(p.kind == "role" for p in parts):
        return None
    bare = [p for p in parts if p.kind == "place" and not p.text.isupper()]
    if bare and not any(w in fold(text) for w in (" avec ", " mit ", " with ", " con ")):
        return None
    return _of_parts(parts, start, end)


def _of_parts(parts: list[BylinePart], start: int, end: int) -> LineMetadata | None:
    """The reading of the parts of a signature."""
    found = [a for p in parts if p.kind == "agency" for a in agencies_named(fold(p.text))]
    spans = _agency_spans(list(dict.fromkeys(a.id for a in found)), start, end)
    if all(p.kind in ("agency", "initials") for p in parts):
        return LineMetadata("agency", spans, ()) if not all(a.unsure for a in found) else None
    value = ", ".join(authors_of(parts)) or ", ".join(p.text for p in parts if p.kind != "agency")
    return LineMetadata("byline", (MetadataSpan("byline", start, end, value, "metadata.byline.signature"), *spans), ())


def read_tags(line: str, folded: str) -> LineMetadata | None:
    """A line of tags: "Mots-clés: vélo, Zurich"."""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    head = folded[start : start + 30]
    words = _tag_words()
    name, colon, _ = head.partition(":")
    if not colon and not head.startswith(words["bare"]):
        return None
    if colon and name.strip() in words["colon"] and line[end - 1] not in ".!?":
        at = start + len(name) + 1
    else:
        word = next((w for w in words["bare"] if head.startswith(w) and not head[len(w) : len(w) + 1].isalpha()), None)
        if word is None:
            return None
        at = start + len(word)
    return LineMetadata(
        "tags", (MetadataSpan("tags", start, end, line[at:end].strip(" :\u00a0"), "metadata.tags.line"),), ()
    )


@functools.lru_cache(maxsize=1)
def _tag_words() -> dict[str, tuple[str, ...]]:
    return {name: tuple(told) for name, told in table("bylines")["tags"].items()}


def find_name_line(line: str, folded: str) -> list[MetadataSpan]:
    """A line of names only: a byline for whoever knows where it stands, so a piece and no label.

    >>> find_name_line("Jeanne Martin", "jeanne martin")[0].rule
    'metadata.byline.name'
    """
    start, end = len(line) - len(line.lstrip(" \t\u00a0*•")), len(line.rstrip())
    if folded[start:end] in _papers():
        return [MetadataSpan("byline", start, end, line[start:end], "metadata.byline.outlet")]
    if end - start > 60 or not looks_like_names(line[start:end]) or byline_head_end(folded[start:end]):
        return []
    parts = read_parts(line[start:end])
    if not parts or not all(p.kind in ("name", "outlet", "role") for p in parts):
        return []
    if not any(p.kind == "name" for p in parts):
        return []
    return [MetadataSpan("byline", start, end, ", ".join(authors_of(parts)), "metadata.byline.name")]


@functools.lru_cache(maxsize=1)
def _papers() -> frozenset[str]:
    return frozenset(table("bylines")["outlets"])
