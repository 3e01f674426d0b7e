"""The parts of an article: which of its kept lines are kicker, title, lead, headings, list items, quotes."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.article import Label
from newsclean.labels.form import Form, is_headline, is_prose

MARKS = {"h1": Label.HEADING, "h2": Label.HEADING, "h3": Label.HEADING, "h4": Label.HEADING, "h5": Label.HEADING}
MARKS |= {"h6": Label.HEADING, "li": Label.LIST_ITEM, "blockquote": Label.QUOTE, "tr": Label.LIST_ITEM}
LEAD = 600  # characters: no lead is longer


def structure(
    forms: Sequence[Form], marks: Sequence[str], titles: Sequence[bool], parted: Sequence[bool]
) -> list[Label]:
    """The labels of the content lines of an article, in order.

    Arguments: `forms`, `marks` (tag names, "" in text mode), the model's view of which lines are headlines, and whether something that
    was removed (a date, a credit) parts each line from the next.

    >>> from newsclean.labels.form import form_of
    >>> lines = ["Un titre", "Le conseil a voté le budget lundi soir.", "Un intertitre", "Le maire a dit qu'il s'en réjouissait."]
    >>> forms = [form_of(line) for line in lines]
    >>> [str(label) for label in structure(forms, [""] * 4, [True, False, False, False], [False, True, False, False])]
    ['title', 'lead', 'heading', 'paragraph']
    """
    labels = [_inner(form, mark) for form, mark in zip(forms, marks, strict=True)]
    at = _title(forms, labels, titles)
    if at is None:
        return labels
    labels[at] = Label.TITLE
    if at and labels[at - 1] == Label.HEADING and (titles[at - 1] or at == 1):
        labels[at - 1] = Label.KICKER
    if _leads(forms, labels, parted, at + 1):
        labels[at + 1] = Label.LEAD
    return labels


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


def _inner(form: Form, mark: str) -> Label:
    if mark in MARKS:
        return MARKS[mark]
    if form.bullet and not mark:
        return Label.LIST_ITEM
    if not mark and is_headline(form) and form.words <= 16:
        return Label.HEADING
    return Label.PARAGRAPH
