"""Who holds the rights in a picture: "Photo: Keystone", "© KEYSTONE/Jean-Christophe Bott", "Image source, Getty Images"."""

from __future__ import annotations

import functools

import regex

from newsclean.metadata.agencies import agencies, known
from newsclean.metadata.names import is_initials, is_outlet, part_of
from newsclean.metadata.words import fold, plain, table

MAX_HOLDER = 110
_SPLIT = regex.compile(r"\s{0,3}[/|,;&+]\s{0,3}|\s{1,3}[–—-]\s{1,3}|\.\s{1,3}(?=\p{Lu})|\s{1,3}(?:via|pour|for|für|per|para)\s{1,3}|[–—]")
_EDGES = " .,:;*()[]–—-/|\t«»\"“”„"
_COPY = regex.compile(r"(?:©|\(c\)|ⓒ)\s{0,3}", regex.I)
_YEAR = regex.compile(r"(?:19|20)\d\d\s{0,2}[,-]?\s{0,2}")


@functools.lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    words = table("credits")
    heads = frozenset(words["heads"])
    return heads, frozenset(words["colon_only"]), frozenset(words["sources"]), frozenset(h.split()[0] for h in heads)


def is_source(folded: str) -> bool:
    """Does this sign pictures: an agency or a picture library?

    >>> is_source("getty images"), is_source("jean dupont")
    (True, False)
    """
    folded = folded.strip(_EDGES)
    return folded in _words()[2] or folded in agencies() or bool(known(folded))


def credit_head(folded: str) -> tuple[int, bool]:
    """Where the words that open a credit end, and whether they promise one surely (a colon or a copyright sign).

    Args:
        folded: The folded text, without space before it.

    >>> credit_head("photo: keystone"), credit_head("photos keystone"), credit_head("photographier")
    ((7, True), (7, False), (0, False))
    """
    if copied := _COPY.match(folded):
        return copied.end(), True
    heads, colon_only, _, first = _words()
    word = folded[:24].split(" ", 1)[0].rstrip(":,")
    if word.split(":", 1)[0] not in first:
        return 0, False
    at, best, sure = 0, 0, False
    for _ in range(5):
        stops = [x for x in (folded.find(" ", at), folded.find(":", at)) if x >= 0]
        stop = min(stops, default=len(folded))
        words = folded[:stop].rstrip(" ,")
        colon = folded[stop : stop + 3].lstrip()[:1] == ":" or (words.endswith("source") and folded[stop - 1 : stop] == ",")
        if words in heads and (colon or words not in colon_only):
            best, sure = stop, colon
        if stop >= len(folded) or colon:
            break
        at = stop + 1
    while best and best < len(folded) and folded[best] in " :,":
        best += 1
    if best and not sure and (copied := _COPY.match(folded, best)):
        return copied.end(), True
    return best, sure


def holders(text: str, *, sure: bool) -> list[str] | None:
    """The holders that a text names, or None when it is no list of holders.

    Args:
        text: What follows the head of a credit.
        sure: Whether the head leaves no doubt, so that plain words may be a holder too.

    >>> holders("KEYSTONE/Jean-Christophe Bott", sure=False), holders("le président arrive à Genève", sure=True)
    (['KEYSTONE', 'Jean-Christophe Bott'], None)
    """
    text = plain(text).strip(_EDGES)
    if not text or len(text) > MAX_HOLDER:
        return None
    found = [p.strip(_EDGES) for p in _SPLIT.split(text)]
    found = [p for p in found if p]
    if not found or len(found) > 7:
        return None
    strong = any(is_source(fold(p)) for p in found)
    if all(_holder(p, strong=strong or sure) for p in found):
        return found
    return [text] if sure and _short_words(text) else None


def _holder(text: str, *, strong: bool) -> bool:
    """Is this one holder: a source, a name, a handle?"""
    folded = fold(text)
    if is_source(folded) or text.startswith(("@", "http")) or is_initials(text):
        return True
    part = part_of(text)
    if part is not None:
        return part.kind in ("name", "agency", "outlet", "desk") or strong
    return strong and (_ends_in_source(text) or _capitals(text))


def _ends_in_source(text: str) -> bool:
    """A name and a source without a joint: "Jacques Demarthon Agence France-Presse"?"""
    words = text.split()
    return any(is_source(fold(" ".join(words[i:]))) and (i > 4 or part_of(" ".join(words[:i])) is not None) for i in range(1, min(len(words), 6)))


def _capitals(text: str) -> bool:
    """Few words, of which the most begin with a capital letter?"""
    words = [w for w in text.replace("'", " ").replace("’", " ").split() if len(w) > 3 or w[:1].isupper()]
    return 0 < len(words) <= 5 and sum(w[:1].isupper() for w in words) * 2 >= len(words)


def _short_words(text: str) -> bool:
    """Few enough words, and no sentence?"""
    return len(text.split()) <= 6 and text[-1] not in ".!?…" and ". " not in text and (len(text.split()) <= 3 or any(c.isupper() for c in text))


def read_credit(text: str) -> list[str] | None:
    """The holders of a credit that is the whole text; None when it is none, or a copyright notice of the text.

    >>> read_credit("(Photo: Police cantonale zurichoise)"), read_credit("Nathan Alliard / Photononstop / AFP")
    (['Police cantonale zurichoise'], ['Nathan Alliard', 'Photononstop', 'AFP'])
    """
    text = text.strip(" \t\u00a0*•[](")
    if len(text) > MAX_HOLDER + 30:
        return None
    text = text.removesuffix(")").rstrip()
    folded = fold(text)
    end, sure = credit_head(folded)
    if end:
        rest = text[end:]
        if folded.startswith(("©", "(c)", "ⓒ")) and (year := _YEAR.match(rest)):
            rest = rest[year.end() :]
            return None if not rest or not is_source(fold(rest)) else [rest.strip(_EDGES)]
        inner, inner_sure = credit_head(fold(rest))
        rest, sure = rest[inner:], sure or inner_sure
        return holders(rest, sure=sure)
    return bare_credit(text)


def bare_credit(text: str) -> list[str] | None:
    """The holders of a credit without a head: names and sources with slashes, or a picture library alone.

    >>> bare_credit("AFP"), bare_credit("Getty Images"), bare_credit("Claude Paris/AP/SIPA")
    (None, ['Getty Images'], ['Claude Paris', 'AP', 'SIPA'])
    """
    folded = fold(text).strip(_EDGES)
    if folded in _photo_only():
        return [text.strip(_EDGES)]
    if "/" not in text and " via " not in folded:
        return None
    found = holders(text, sure=False)
    if not found or len(found) < 2 or not any(is_source(fold(p)) for p in found):
        return None
    people = [p for p in found if not is_source(fold(p))]
    if not people:
        return found if any(fold(p) in _photo_only() for p in found) else None
    return found if all(len(p) > 5 and not p.islower() and not is_outlet(fold(p)) for p in people) else None


@functools.lru_cache(maxsize=1)
def _photo_only() -> frozenset[str]:
    """The sources that sign pictures only and that are no everyday word."""
    agency = {name for name, a in agencies().items() if not a.photo}
    plain_words = {"images", "pool", "reporters", "capture", "archives", "archiv", "archivio", "archivo", "montage", "x", "cc", "privat", "private", "privé", "polizei", "police", "instagram", "facebook", "twitter", "youtube", "netflix", "disney", "universal", "atlas", "laif", "rex", "splash", "signatures", "contrasto", "handout", "courtesy", "social media", "magnum", "flickr", "wikipedia", "dr", "rea", "cc by", "nasa", "esa", "canva", "uefa", "tnt", "gaumont", "pathé", "warner bros", "sony pictures", "divergence", "imago", "panoramic", "gamma", "getty", "google maps", "creative commons", "mauritius", "tamedia"}
    return _words()[2] - agency - plain_words


def read_credits(line: str) -> list[str]:
    """The holders that a credit or a caption with its credit names, as written.

    Args:
        line: A credit, or a caption with its credit glued to it.

    >>> read_credits("Photo: Keystone"), read_credits("Devant le tribunal, lundi. Photo JEFF PACHOUD. AFP")
    (['Keystone'], ['JEFF PACHOUD', 'AFP'])
    """
    from newsclean.metadata.captions import credit_at

    found = read_credit(line)
    if found is None:
        glued = credit_at(line)
        found = list(glued[2]) if glued else []
    return found
