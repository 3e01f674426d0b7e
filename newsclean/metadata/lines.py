"""Reading one line: what it says about the article, and what of it is no part of the text."""

from __future__ import annotations

import functools

import regex

from newsclean.metadata import captions, datelines, tails
from newsclean.metadata.agencies import Mark, agencies, known, read_mark
from newsclean.metadata.bylines import authors_of, head_end
from newsclean.metadata.credits import is_source, read_credit
from newsclean.metadata.headers import date_piece, read_header
from newsclean.metadata.dates import scan
from newsclean.metadata.names import Part, is_initials, parts_of
from newsclean.metadata.pieces import NOTHING, Piece, Reading
from newsclean.metadata.words import fold, plain, table

SHORT = 200  # a longer line is prose: only its head and tail are read
_EDGES = " \t\u00a0\u202f*•|/–—-.,;()[]+"
_NOTICE = regex.compile(r"\s{0,40}(?:©|\(c\)|copyright)\s{0,3}(?:(?:19|20)\d\d\s{0,2})(?P<mark>\p{L}[\p{L} .,&/-]{1,60})", regex.I)


def read_line(line: str, language: str | None = None) -> Reading:
    """Read a line: its label when all of it is metadata, its pieces, and what can be cut from a sentence.

    Args:
        line: One line or paragraph.
        language: Its language, when known ("fr", "de-CH").

    >>> read_line("Par Jean Dupont").label, read_line("Il pleut à Genève.").label
    ('byline', None)
    >>> read_line("Le trafic a repris samedi. (ats/nxp)").cuts[0].value
    'ATS'
    """
    if len(line) > SHORT:
        stripped = len(line) > 4_000 or line[0].isspace() or line[-1].isspace()
        if not stripped or len(line.strip()) > SHORT:
            return _read_long(line)
    if not line or line.isspace():
        return NOTHING
    return _read_short(line, language)


def _read_long(line: str) -> Reading:
    """A paragraph: nothing of it is metadata but what is glued to its ends."""
    cuts: list[Piece] = []
    if datelines.may_open(line) and (head := datelines.read_dateline(line)):
        cuts.append(_dateline_piece(head))
    tail = line[-150:]
    if tails.may_close(line) or tail[-1:].isdigit():
        folded = fold(tail)
        if captions.may_hold_credit(folded) and (credit := captions.credit_at(line)):
            piece = Piece("credit", credit[0], credit[1], " / ".join(credit[2]), "metadata.credit.tail")
            if len(line) <= captions.MAX_CAPTION and not cuts:
                return Reading("caption", (piece,), ())
            cuts.append(piece)
        else:
            cuts += _tail_cuts(line)
    found = tuple(sorted(cuts, key=lambda c: c.start))
    return Reading(None, found, found) if found else NOTHING


def _tail_cuts(line: str) -> list[Piece]:
    """The date and the mark that a paragraph ends with."""
    cuts: list[Piece] = []
    if dated := _date_tail(line):
        cuts.append(dated)
        line = line[: dated.start]
    if tails.may_close(line) and (mark := tails.read_tail(line)):
        cuts.append(mark)
    return cuts


@functools.lru_cache(maxsize=1)
def _published() -> regex.Pattern[str]:
    words = table("calendar")["lines"]
    said = "|".join(regex.escape(w) for w in sorted({*words["published"], *words["updated"]}, key=len, reverse=True) if len(w) > 3)
    return regex.compile(rf"(?<=[.!?…»\"”)\]]\s{{0,6}})(?:{said})\w{{0,2}}\s?(?::|le\s|am\s|il\s|el\s|on\s)")


def _date_tail(line: str) -> Piece | None:
    """ "... (ats/nxp) Créé: 21.12.2018, 09h59": the date at the end."""
    at = max(0, len(line) - 90)
    tail = line[at:]
    if not any(c.isdigit() for c in tail[-14:]):
        return None
    match = _published().search(fold(tail))
    if not match:
        return None
    header = read_header(tail[match.start() :], None)
    if header is None or header.label != "date" or not header.dates:
        return None
    start = at + match.start()
    while start and line[start - 1].isspace():
        start -= 1
    return Piece("date", start, len(line.rstrip()), date_piece(header.dates[0]).value, "metadata.date.tail")


def _read_short(line: str, language: str | None) -> Reading:
    """A short line: whole metadata, or a sentence with something glued to it."""
    folded = fold(line)
    found = _notice(line) or _credit(line, folded) or _dateline(line) or _signature(line, folded) or _tags(line, folded)
    if found:
        return found
    header = read_header(line, language)
    if header:
        return Reading(header.label, tuple(header.pieces), ())
    caption = _caption(line, folded)
    if caption:
        return caption
    return _sentence(line, folded, language)


def _notice(line: str) -> Reading | None:
    """ "© 2019 AFP": the agency of the text."""
    if "©" not in line and "opyright" not in line and "(c)" not in line:
        return None
    match = _NOTICE.match(line)
    if not match:
        return None
    ids = known(fold(match["mark"]).split(".")[0].strip()) or known(fold(match["mark"]).strip(" ."))
    if not ids:
        return None
    pieces = tuple(Piece("agency", match.start("mark"), match.end("mark"), x.id, "metadata.agency.copyright") for x in ids)
    return Reading("agency", pieces, ())


def _credit(line: str, folded: str) -> Reading | None:
    if not captions.may_hold_credit(folded) or len(line) > 150:
        return None
    names = read_credit(line)
    if not names:
        return None
    start, end = _span(line)
    return Reading("credit", (Piece("credit", start, end, " / ".join(names), "metadata.credit.line"),), ())


def _caption(line: str, folded: str) -> Reading | None:
    if not captions.may_hold_credit(folded):
        return None
    if glued := captions.credit_at(line):
        return Reading("caption", (Piece("credit", glued[0], glued[1], " / ".join(glued[2]), "metadata.credit.caption"),), ())
    if before := captions.credit_before(line):
        return Reading("caption", (Piece("credit", _span(line)[0], before[0], " / ".join(before[1]), "metadata.credit.caption"),), ())
    if captions.is_marked(folded):
        start, end = _span(line)
        return Reading("caption", (Piece("caption", start, end, line[start:end], "metadata.caption.marked"),), ())
    return None


def _span(line: str) -> tuple[int, int]:
    return len(line) - len(line.lstrip()), len(line.rstrip())


def _dateline(line: str) -> Reading | None:
    """A dateline alone, or one that opens a sentence."""
    if not datelines.may_open(line):
        return None
    head = datelines.read_dateline(line)
    if not head or not head.marked or line[head.end :].strip(" -–—"):
        return None
    return Reading("dateline", _dateline_pieces(head), ())


def _dateline_piece(head: datelines.Dateline) -> Piece:
    return Piece("dateline", head.start, head.end, head.place or ", ".join(head.agencies), "metadata.dateline.head")


def _dateline_pieces(head: datelines.Dateline) -> tuple[Piece, ...]:
    agency = tuple(Piece("agency", head.start, head.end, x, "metadata.agency.dateline") for x in head.agencies)
    return (_dateline_piece(head), *agency)


def _signature(line: str, folded: str) -> Reading | None:
    """ "AFP", "/ATS", "ats/nxp", "mla-vb/pg", "R. B.", "La rédaction", "LIBERATION avec AFP", "jj/sti (dpa, afp)"."""
    start, end = _span(line)
    text = plain(line[start:end])
    if len(text) > 90:
        return None
    if is_initials(text) and not known(folded[start:end].strip(_EDGES)):
        mark = read_mark(text)
        if mark is None or not mark.agencies:
            return Reading("byline", (Piece("byline", start, end, text, "metadata.byline.initials"),), ())
    mark = read_mark(text.strip(_EDGES))
    if mark and mark.agencies and (mark.sure or text[0] in "(/") and _signs(mark, text):
        return Reading("agency", _agency_pieces(mark.agencies, start, end), ())
    return _joined(text, start, end)


def _signs(mark: Mark, text: str) -> bool:
    """Is this written as agencies sign, not a word that happens to be one?"""
    return text[:1] in "(/[" or not text.islower() or "/" in text or "," in text or len(mark.agencies) > 1 or bool(mark.initials) or len(text) > 4 or text in ("dpa", "ats", "sda", "afp", "apa", "epd", "kna")


def _agency_pieces(ids: tuple[str, ...], start: int, end: int) -> tuple[Piece, ...]:
    return tuple(Piece("agency", start, end, x, "metadata.agency.line") for x in ids)


@functools.lru_cache(maxsize=1)
def _signing_words() -> frozenset[str]:
    words = {w for name in agencies() for w in name.split()} | set(table("bylines")["desks"]) | set(table("agencies")["words"]["desks"])
    return frozenset(words - {"la", "the", "press", "united", "news", "news"})


def _joined(text: str, start: int, end: int) -> Reading | None:
    """Names or papers together with an agency or a newsroom."""
    folded = fold(text)
    tokens = folded.replace("/", " ").replace(",", " ").replace("(", " ").replace(")", " ").replace(".", " ").replace("-", " ").split()
    if not 1 <= len(tokens) <= 12 or not any(t in _signing_words() for t in tokens):
        return None
    bracket = regex.fullmatch(r"([^()]{2,60}?)\s{0,3}\(([^()]{2,40})\)", text)
    listed = f"{bracket[1].strip()}, {bracket[2].strip()}" if bracket else text
    parts = parts_of(listed.strip(_EDGES))
    if not parts or not any(p.kind in ("agency", "desk") for p in parts) or any(p.kind in ("role",) for p in parts):
        return None
    if all(p.kind in ("agency", "place") for p in parts) and len(parts) > 1 and any(p.kind == "place" and not p.text.isupper() for p in parts) and not _with(folded):
        return None
    return _of_parts(parts, start, end)


def _with(folded: str) -> bool:
    return any(w in folded for w in (" avec ", " mit ", " with ", " con "))


def _of_parts(parts: list[Part], start: int, end: int) -> Reading | None:
    ids = tuple(dict.fromkeys(a.id for p in parts if p.kind == "agency" for a in known(fold(p.text))))
    pieces = _agency_pieces(ids, start, end)
    if all(p.kind == "agency" for p in parts):
        return Reading("agency", pieces, ()) if not all(a.unsure for p in parts for a in known(fold(p.text))) else None
    value = ", ".join(authors_of(parts)) or ", ".join(p.text for p in parts if p.kind != "agency")
    return Reading("byline", (Piece("byline", start, end, value, "metadata.byline.signature"), *pieces), ())


def _tags(line: str, folded: str) -> Reading | None:
    words = table("bylines")["tags"]
    start, end = _span(line)
    head = folded[start:end]
    for word in words["bare"]:
        if head.startswith(word) and not head[len(word) : len(word) + 1].isalpha():
            return Reading("tags", (Piece("tags", start, end, line[start + len(word) : end].strip(" :"), "metadata.tags.line"),), ())
    name, colon, _ = head.partition(":")
    if colon and name.strip() in words["colon"] and head[-1] not in ".!?":
        return Reading("tags", (Piece("tags", start, end, line[line.find(":") + 1 : end].strip(), "metadata.tags.line"),), ())
    return None


def _sentence(line: str, folded: str, language: str | None) -> Reading:
    """A sentence or a heading: what is glued to it, and what it mentions."""
    cuts: list[Piece] = []
    pieces: list[Piece] = []
    if datelines.may_open(line) and (head := datelines.read_dateline(line)):
        cuts.append(_dateline_piece(head))
        pieces += _dateline_pieces(head)
    rest = cuts[0].end if cuts else 0
    found = [c for c in _tail_cuts(line) if c.start >= rest] if tails.may_close(line) or line.rstrip()[-1].isdigit() else []
    cuts += found
    pieces += found
    pieces += [date_piece(d) for d in scan(folded, language)] if any(c.isdigit() for c in folded) else []
    if not pieces and len(line) < 60 and (names := _names(line)):
        pieces += names
    if not pieces:
        return NOTHING
    return Reading(None, tuple(sorted(pieces, key=lambda p: (p.start, p.end))), tuple(sorted(cuts, key=lambda p: p.start)))


def _names(line: str) -> list[Piece]:
    """A line of names only: a byline for whoever knows where it stands, so a piece and no label."""
    start, end = _span(line)
    if line[end - 1] in ".!?:;…" or not line[start].isupper() or head_end(fold(line[start:end])):
        return []
    parts = parts_of(line[start:end])
    if not parts or not all(p.kind in ("name", "outlet", "role") for p in parts) or not any(p.kind == "name" for p in parts):
        return []
    return [Piece("byline", start, end, ", ".join(authors_of(parts)), "metadata.byline.name")]


def find_agencies(text: str) -> list[str]:
    """The agencies that sign a text, in order, by their usual short names.

    Args:
        text: A line or a whole article; an agency that a sentence quotes is no signature.

    >>> find_agencies("jj/sti (dpa, afp)"), find_agencies("a indiqué à l'AFP une source policière")
    (['dpa', 'AFP'], [])
    """
    found: dict[str, None] = {}
    for line in text.splitlines():
        for piece in read_line(line).pieces:
            if piece.label in ("agency", "dateline"):
                ids = [x for x in piece.value.split(", ") if x in _ids()]
                if piece.label == "dateline" and len(line) > SHORT and (head := datelines.read_dateline(line)):
                    ids = list(head.agencies)
                found.update(dict.fromkeys(ids))
    return list(found)


@functools.lru_cache(maxsize=1)
def _ids() -> frozenset[str]:
    return frozenset(a.id for a in agencies().values())
