"""Reading one line: what it says about the article, and what of it is no part of the text.

A newsroom writes metadata in a few places: on lines of their own ("Par Jeanne Martin", "Publié le 3 mai 2024", "Photo: Keystone"), and
glued to a sentence, before it ("GENÈVE (ATS) - ") or behind it (" (ats/nxp)"). The grammar reads both, without a model, by the form of the
line alone. Which of the values are the article's is decided by `newsclean.metadata.article`, which knows where each line stands.

The rules of the grammar:

- A line gets a label only if every word of it is explained. One word too many, and it is a sentence.
- What is cut from a sentence must be written as newsrooms write it: behind a full stop, in brackets, with a dash. The name of an
  agency inside a sentence is text.
- The readers are asked in a fixed order, from the strictest to the loosest, and the first that reads the whole line wins: copyright
  notice, signature, credit, dateline, joint signature, tags, header, caption, sentence.
- Reading a line is done millions of times. Each reader begins with a quick look (`may_...`) that refuses most lines by a substring or
  the last character, and long lines are read at their ends only.

The words are data of the languages (`newsclean.metadata.words`).
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line import captions, closing_signatures, datelines
from newsclean.metadata.line.agencies import agencies_by_id
from newsclean.metadata.line.credits import read_credit
from newsclean.metadata.line.dates import scan_dates
from newsclean.metadata.line.headers import date_span, may_date, read_header
from newsclean.metadata.line.results import NO_METADATA, LineMetadata, MetadataSpan, WrittenDate, stripped_span
from newsclean.metadata.line.signatures import (
    MAX_SIGNATURE,
    find_name_line,
    read_copyright,
    read_joint_signature,
    read_signature,
    words_in,
)
from newsclean.metadata.line.tags import read_tags
from newsclean.metadata.words import alternatives, word_lists
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex
from newsclean.vocabulary import Label

MAX_SHORT = 200  # characters; a longer line is prose, of which only head and tail are read
_MAX_UNSTRIPPED = 4_000  # characters up to which white space at the ends is not counted
_CREDIT_WINDOW = 150  # characters at the end of a paragraph in which a word of a credit is searched
_DATE_WINDOW = 90  # characters at the end of a line in which a date is searched
_DIGIT_WINDOW = 14  # characters at the end of a line, one of which is a digit if it ends in a date
_MIN_ROLE = 4  # letters of a word such as "publié" before a date at the end
_DIGIT = lazy_regex(r"\p{N}")


def read_line(line: str, language: str | None = None, folded: str | None = None) -> LineMetadata:
    """Read a line: its label if all of it is metadata, its finds, and what can be cut from a sentence.

    Args:
        line: One line or paragraph.
        language: Its language, if known ("fr", "de-CH").
        folded: The folded line, if the caller has it.

    >>> read_line("Par Jean Dupont").label.value, read_line("Il pleut à Genève.").label
    ('byline', None)
    >>> read_line("Le trafic a repris samedi. (ats/nxp)").cuts[0].value
    'ATS, NXP'
    """
    if len(line) > MAX_SHORT:
        stripped = len(line) > _MAX_UNSTRIPPED or line[0].isspace() or line[-1].isspace()
        if not stripped or len(line.strip()) > MAX_SHORT:
            return _read_long(line)
    if not line or line.isspace():
        return NO_METADATA
    return _read_short(line, fold(line) if folded is None else folded, language)


def _read_long(line: str) -> LineMetadata:
    """Read a paragraph: nothing of it is metadata but what is glued to its ends."""
    head = _read_dateline(line)
    spans = _dateline_spans(head) if head else []
    cuts = spans[:1]
    may_close = closing_signatures.may_end_in_signature(line)
    if may_close or line[-1].isdigit():
        may_credit = captions.may_hold_credit(fold(line[-_CREDIT_WINDOW:]))
        credit = captions.find_closing_credit(line) if may_credit else None
        if credit and len(line) <= captions.MAX_CAPTION and not cuts:
            return LineMetadata(Label.CAPTION, (_credit_span(credit, "caption"),))
        closing = [_credit_span(credit, "tail")] if credit else _closing_cuts(line, may_close=may_close)
        cuts += closing
        spans += closing
    return LineMetadata(None, tuple(spans), tuple(cuts)) if cuts else NO_METADATA


def _read_short(line: str, folded: str, language: str | None) -> LineMetadata:
    """Read a short line: whole metadata, or a sentence with something glued to it."""
    words = words_in(folded) if len(line.strip()) <= MAX_SIGNATURE else ()
    may_credit = captions.may_hold_credit(folded)
    found = (
        read_copyright(line, folded)
        or read_signature(line, folded, words)
        or (_read_credit(line) if may_credit else None)
    )
    if found:
        return found
    head = _read_dateline(line)
    if head and head.signed and not line[head.end :].strip(" -–—"):  # it stands alone on its line
        return LineMetadata(Label.DATELINE, tuple(_dateline_spans(head)))
    if found := read_joint_signature(line, words) or read_tags(line, folded):
        return found
    dates = scan_dates(folded, language) if may_date(folded) else []
    if header := read_header(line, language, folded=folded, dates=dates):
        return LineMetadata(header.label, tuple(header.spans))
    if may_credit and (caption := _read_caption(line, folded)):
        return caption
    return _read_sentence(line, folded, dates, head)


def _read_credit(line: str) -> LineMetadata | None:
    names = read_credit(line)
    if not names:
        return None
    credit = captions.FoundCredit(*stripped_span(line), tuple(names))
    return LineMetadata(Label.CREDIT, (_credit_span(credit, "line"),))


def _credit_span(credit: captions.FoundCredit, place: str) -> MetadataSpan:
    """Return the span of a credit; `place` is the last part of the rule id."""
    return MetadataSpan(Label.CREDIT, credit.start, credit.end, " / ".join(credit.holders), f"metadata.credit.{place}")


def _read_caption(line: str, folded: str) -> LineMetadata | None:
    if credit := captions.find_closing_credit(line) or captions.find_opening_credit(line):
        return LineMetadata(Label.CAPTION, (_credit_span(credit, "caption"),))
    if captions.ends_on_caption_marker(folded):
        start, end = stripped_span(line)
        span = MetadataSpan(Label.CAPTION, start, end, line[start:end], "metadata.caption.marked")
        return LineMetadata(Label.CAPTION, (span,))
    return None


def _read_dateline(line: str) -> datelines.Dateline | None:
    return datelines.read_dateline(line) if datelines.may_start_with_dateline(line) else None


def _dateline_spans(head: datelines.Dateline) -> list[MetadataSpan]:
    """Return the span of a dateline, then those of its agencies."""
    value = head.place or ", ".join(head.agencies)
    return [
        MetadataSpan(Label.DATELINE, head.start, head.end, value, "metadata.dateline.head"),
        *(MetadataSpan(Label.AGENCY, head.start, head.end, x, "metadata.agency.dateline") for x in head.agencies),
    ]


def _read_sentence(
    line: str, folded: str, dates: Sequence[WrittenDate], head: datelines.Dateline | None
) -> LineMetadata:
    """Read a sentence or a heading: what is glued to it, and the dates that it mentions."""
    spans = _dateline_spans(head) if head else []
    cuts = spans[:1]
    rest = cuts[0].end if cuts else 0
    may_close = closing_signatures.may_end_in_signature(line)
    if may_close or line.rstrip()[-1].isdigit():
        closing = [cut for cut in _closing_cuts(line, may_close=may_close) if cut.start >= rest]
        cuts += closing
        spans += closing
    spans += [date_span(date) for date in dates]
    if cuts and not _leaves_words(line, cuts):
        cuts = []
    if not spans:
        spans += find_name_line(line, folded)
    if not spans:
        return NO_METADATA
    ordered = sorted(spans, key=lambda span: (span.start, span.end))
    return LineMetadata(None, tuple(ordered), tuple(sorted(cuts, key=lambda cut: cut.start)))


def _leaves_words(line: str, cuts: Sequence[MetadataSpan]) -> bool:
    """Return True if there is a letter or a digit that no cut takes."""
    return any(c.isalnum() and not any(cut.start <= n < cut.end for cut in cuts) for n, c in enumerate(line))


def _closing_cuts(line: str, *, may_close: bool) -> list[MetadataSpan]:
    """Return the date and the signature that a line ends with."""
    cuts: list[MetadataSpan] = []
    if dated := _find_closing_date(line):
        cuts.append(dated)
        line = line[: dated.start]
        may_close = closing_signatures.may_end_in_signature(line)
    if may_close and (signature := closing_signatures.find_closing_signature(line)):
        cuts.append(signature)
    return cuts


def _find_closing_date(line: str) -> MetadataSpan | None:
    """Find the date at the end: "... (ats/nxp) Créé: 12.11.2018, 08h30"."""
    at = max(0, len(line) - _DATE_WINDOW)
    tail = line[at:]
    if not _DIGIT.search(tail, len(tail) - _DIGIT_WINDOW):
        return None
    match = _closing_role().search(fold(tail))
    if not match:
        return None
    header = read_header(tail[match.start() :], None)
    if header is None or header.label is not Label.DATE or not header.dates:
        return None
    start = at + match.start()
    while start and line[start - 1].isspace():
        start -= 1
    return MetadataSpan(Label.DATE, start, len(line.rstrip()), date_span(header.dates[0]).value, "metadata.date.tail")


@language_cache()
def _closing_role() -> regex.Pattern[str]:
    """Return the pattern of what stands between the last sentence and a date: "Créé:", "Publié le"."""
    words = word_lists("dates")
    roles = alternatives(word for word in (*words["published"], *words["updated"]) if len(word) >= _MIN_ROLE)
    return lazy_regex(rf"(?<=[.!?…»\"”)\]]\s{{0,6}})(?:{roles})\w{{0,2}}\s?(?::|(?:{alternatives(words['on'])})\s)")


def find_agencies(text: str) -> list[str]:
    """Return the agencies that sign a text, in order, by their usual short names.

    Args:
        text: A line or a whole article; an agency that a sentence quotes is no signature.

    >>> find_agencies("jj/sti (dpa, afp)"), find_agencies("a indiqué à l'AFP une source policière")
    (['dpa', 'AFP'], [])
    """
    spans = (span for line in text.splitlines() for span in read_line(line).spans if span.label is Label.AGENCY)
    found = dict.fromkeys(name for span in spans for name in span.value.split(", "))
    return [name for name in found if name in agencies_by_id()]
