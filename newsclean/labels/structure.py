"""The parts of an article: which of its kept lines are kicker, title, lead, headings, list items, quotes."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.article import Label
from newsclean.labels.form import Form, is_headline, is_prose
from newsclean.patterns import lazy_regex

MARKS = {"h1": Label.HEADING, "h2": Label.HEADING, "h3": Label.HEADING, "h4": Label.HEADING, "h5": Label.HEADING}
MARKS |= {"h6": Label.HEADING, "li": Label.LIST_ITEM, "blockquote": Label.QUOTE, "tr": Label.LIST_ITEM}
LEAD = 600  # characters: no lead is longer
ASKED, CALLED = 16, 12  # words of the longest headline, and heading, that ends in a question or exclamation mark
INTERVIEW, OFTEN = 3, 8  # short questions from which they are an interviewer's, when one line in so many is one
QUESTION = 20  # words of the longest short question
CELLS = 3  # numbers in a row of a table
BESIDE = 1.5  # how much longer than a heading the text under it is
_CELL = lazy_regex(r"(?:^|\s)[-+]?\d[\d.,%]*(?=\s|$)")
_NOTE = lazy_regex(r"\[ ?\d{1,3} ?\] ?\p{Lu}")
_CALL = lazy_regex(r"(?:>|»|›|►|▶){1,2}\s")


def structure(
    texts: Sequence[str],
    forms: Sequence[Form],
    marks: Sequence[str],
    titles: Sequence[bool],
    parted: Sequence[bool],
) -> list[Label]:
    """The labels of the content lines of an article, in order.

    Arguments: `texts` and their `forms`, `marks` (tag names, "" in text mode), the model's view of which lines are headlines, and whether
    something that was removed (a date, a credit) parts each line from the next.

    >>> from newsclean.labels.form import form_of
    >>> lines = ["Un titre", "Le conseil a voté le budget lundi soir.", "Un intertitre", "Le maire a dit qu'il s'en réjouissait."]
    >>> forms = [form_of(line) for line in lines]
    >>> [str(label) for label in structure(lines, forms, [""] * 4, [True, False, False, False], [False, True, False, False])]
    ['title', 'lead', 'heading', 'paragraph']
    """
    labels = [_inner(text, form, mark) for text, form, mark in zip(texts, forms, marks, strict=True)]
    for n in _headings(texts, forms, marks, labels):
        labels[n] = Label.HEADING
    at = _title(forms, labels, titles)
    if at is None:
        return labels
    labels[at] = Label.TITLE
    if at and labels[at - 1] == Label.HEADING and (titles[at - 1] or at == 1):
        labels[at - 1] = Label.KICKER
    if _leads(forms, labels, parted, at + 1):
        labels[at + 1] = Label.LEAD
    return labels


def _headings(texts: Sequence[str], forms: Sequence[Form], marks: Sequence[str], labels: Sequence[Label]) -> list[int]:
    """Lines that are headings by what follows: short questions, calls and lone points of a list with a paragraph under them."""
    asked = sum(text.endswith("?") and form.words <= QUESTION for text, form in zip(texts, forms, strict=True))
    interview = asked >= INTERVIEW and asked * OFTEN >= len(texts)
    found = []
    for n, (text, form) in enumerate(zip(texts[:-1], forms[:-1], strict=True)):
        if form.words > ASKED or form.sentences > 2 or marks[n]:
            continue
        if n == 0:
            if (
                text[-1] in "?!"
                and not form.bullet
                and Label.PARAGRAPH in labels[1:4]
                and any(map(is_prose, forms[1:4]))
            ):
                found.append(0)
        elif _heads(labels, forms, n) and len(text) * BESIDE <= len(texts[n + 1]):
            question = text[-1] in "?!" and form.words <= CALLED and not interview and not forms[n - 1].bullet
            if _CALL.match(text) or (form.bullet and not form.stops) or (question and form.case in "uT"):
                found.append(n)
    return found


def _heads(labels: Sequence[Label], forms: Sequence[Form], n: int) -> bool:
    """Does the line stand alone over a paragraph?"""
    return labels[n + 1] == Label.PARAGRAPH and is_prose(forms[n + 1]) and labels[n - 1] != Label.LIST_ITEM


def _title(forms: Sequence[Form], labels: Sequence[Label], titles: Sequence[bool]) -> int | None:
    """The headline: of the first lines that look like one, the last before the text."""
    head = 0
    while head < min(3, len(labels)) and labels[head] == Label.HEADING and not _is_number(forms[head]):
        head += 1
    if 0 < head <= 2 and len(labels) > head:
        return head - 1
    said = [n for n, title in enumerate(titles) if title]
    return said[-1] if said and said[-1] <= said[0] + 1 else said[0] if said else None


def _is_number(form: Form) -> bool:
    return form.case == "d" and form.words <= 2


def _leads(forms: Sequence[Form], labels: Sequence[Label], parted: Sequence[bool], at: int) -> bool:
    """The first paragraph leads when it stands under the headline and something parts it from the text."""
    if at + 1 >= len(labels) or labels[at] != Label.PARAGRAPH or forms[at].length > LEAD or parted[at - 1]:
        return False
    return parted[at] and is_prose(forms[at]) and Label.PARAGRAPH in labels[at + 1 :]


def _inner(text: str, form: Form, mark: str) -> Label:
    if mark in MARKS:
        return MARKS[mark]
    if (form.bullet or _NOTE.match(text)) and not mark:
        return Label.LIST_ITEM
    if not mark and is_headline(form) and form.words <= 16 and not _is_row(text, form):
        return Label.HEADING
    return Label.PARAGRAPH


def _is_row(text: str, form: Form) -> bool:
    """Is the line a row of a table: mostly numbers?"""
    return form.digits >= CELLS and len(_CELL.findall(text)) >= max(CELLS, form.words // 2)


__all__ = ["MARKS", "structure"]
