"""The exact label of a line that is no article text: from the strongest evidence for one."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.article import FURNITURE, METADATA, Label
from newsclean.labels.document import Document
from newsclean.labels.lines import Line
from newsclean.labels.region_features import Place, Zone
from newsclean.labels.regions import regions

LISTS = frozenset({Label.RELATED, Label.MOST_READ})
KEPT = frozenset({Label.SHARE, Label.NEWSLETTER, Label.COMMENTS})  # what stays itself inside lists and menus
LISTED = 14  # lines of a list of links below its heading
NEAR = 8
RUN = 8  # short lines in a row that make a menu
PAGE = 30  # lines from which a text can be a page dumped whole
ABOVE, FAR_ABOVE, BELOW = 2, 6, 6  # lines around the article that may hold its names, above it its date, below it both
PICTURED = frozenset({Label.CREDIT, Label.AGENCY, Label.DATELINE})  # what is metadata wherever it stands
SAID = 4  # words of the shortest line that is taken for a copy
AROUND = 40  # characters that may stand beside the headline in a copy of it
SIGNED = 2  # signatures that make comments


def metadata_label(line: Line) -> Label:
    """Which metadata a line is that the model takes for some.

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.rules.matcher import Matcher
    >>> str(metadata_label(lines_of(["Photo: Keystone"], Matcher([]), "fr")[0]))
    'credit'
    """
    if line.metadata.label:
        return line.metadata.label
    ruled = [rule.label for rule in line.rules if rule.label in METADATA]
    if ruled:
        return ruled[0]
    for span in line.metadata.spans:
        if span.label is not None:
            return span.label
    return Label.CAPTION if line.form.words >= 5 else Label.BYLINE


def furniture_labels(
    document: Document, gone: Sequence[int], metadata: Sequence[bool], title: int | None, places: Sequence[Place] = ()
) -> dict[int, Label]:
    """The label of each line that goes: of metadata of the article their own, of furniture by its rules or, on a page, its region.

    Arguments: `gone` (the numbers of the lines), whether the model takes each for metadata, the headline, and where the lines stand in
    the source.
    """
    kept, zone = _zone(document, gone)
    whole = _is_whole(document)
    own = metadata_labels(document, [n for n, is_metadata in zip(gone, metadata, strict=True) if is_metadata], gone)
    same = {document.lines[n].key for n in kept if document.lines[n].form.words >= SAID}
    labels: dict[int, Label] = {}
    run: list[int] = []
    for n in gone:
        if n in own:
            labels[n] = own[n]
        elif not whole:
            labels[n] = furniture_label(document, n, labels.get(n - 1))
        elif document.lines[n].key in same or (title is not None and _repeats(document, n, title)):
            labels[n] = Label.DUPLICATE
        else:
            run.append(n)
    if run:
        labels.update(zip(run, regions(document, run, places, zone), strict=True))
    return labels


def metadata_labels(document: Document, metadata: Sequence[int], gone: Sequence[int]) -> dict[int, Label]:
    """The labels of those lines that the model takes for metadata, of all that go, that are metadata of the article itself."""
    if not metadata:
        return {}
    if _is_whole(document):
        _, zone = _zone(document, gone)
        metadata = [n for n in metadata if _is_own(document, n, zone)]
    return {n: metadata_label(document.lines[n]) for n in metadata}


def _zone(document: Document, gone: Sequence[int]) -> tuple[list[int], Zone]:
    """The lines that stay, and where the article stands."""
    kept = sorted(set(range(document.count)) - set(gone))
    return kept, Zone(kept[0] if kept else document.count, _last(document, kept))


def _is_whole(document: Document) -> bool:
    """Is the text a page dumped whole?"""
    return document.dirty in "34" and document.count >= PAGE


def _repeats(document: Document, n: int, title: int) -> bool:
    """Does the line hold the headline, with a section above it or a mark behind it?"""
    key, said = document.lines[n].key, document.lines[title].key
    return said in key and document.lines[title].form.words >= SAID and len(key) <= len(said) + AROUND


def _is_own(document: Document, n: int, zone: Zone) -> bool:
    """Is metadata on a page dumped whole the article's own: beside it, and in no list of other articles?"""
    line, label = document.lines[n], metadata_label(document.lines[n])
    section, distance = document.sections[n]
    if (section in LISTS and distance <= LISTED) or (line.form.bullet and label == Label.BYLINE):
        return False
    if label in PICTURED:
        return True
    said = label == Label.DATE or any(rule.label == label for rule in line.rules)
    return zone.first - (FAR_ABOVE if said else ABOVE) <= n <= zone.last + BELOW


def _last(document: Document, kept: Sequence[int]) -> int:
    """The last line of the article: the last sentence that stays, not far behind the dense part."""
    return max((n for n in kept if document.lines[n].prose and n <= document.end + BELOW), default=-1)


def commentary(document: Document) -> list[int]:
    """The lines of readers' comments on a page dumped whole: what stands between signatures below the heading of the comments.

    A signature is a line with a name or a date; one comment alone is not told from an article.
    """
    found: list[int] = []
    n = document.start + 1 if _is_whole(document) else document.count
    while n < document.count:
        if not any(rule.label == Label.COMMENTS and rule.strength == "strong" for rule in document.lines[n].rules):
            n += 1
            continue
        end = next((m for m in range(n + 1, document.count) if _ends_comments(document, m)), document.count)
        signed = [m for m in range(n + 1, end) if _signs_comment(document, m)]
        if len(signed) >= SIGNED and _follows(document, n, signed[0]):
            last = next((m for m in range(signed[-1] + 1, end) if document.lines[m].prose), signed[-1])
            found += range(n, next((m for m in range(last + 1, end) if not document.lines[m].prose), end))
        n = end
    return found


def _follows(document: Document, heading: int, signature: int) -> bool:
    """Do only headings of comments stand between a heading and the first signature, but for one line?"""
    between = document.lines[heading + 1 : signature]
    return sum(not line.rules for line in between) <= 1


def _signs_comment(document: Document, n: int) -> bool:
    """Is the line the signature of a comment: a name, or a date with one?"""
    line = document.lines[n]
    return line.metadata.label == Label.BYLINE or (line.metadata.label == Label.DATE and line.form.words > SAID)


def _ends_comments(document: Document, n: int) -> bool:
    line = document.lines[n]
    told = [rule.label for rule in line.rules if rule.strength == "strong" and rule.label in FURNITURE]
    return any(label != Label.COMMENTS for label in told) or (document.runs[n] >= RUN and line.form.words <= SAID)


def furniture_label(document: Document, n: int, before: Label | None) -> Label:
    """Which furniture a line is that the model takes for some: by its rules, its section, its copies, its place.

    `before` is the label of the line above: a word of several meanings goes with its neighbour.
    """
    line = document.lines[n]
    section, distance = document.sections[n]
    heads = any(rule.section for rule in line.rules)
    if section in LISTS and distance <= LISTED and not any(rule.strength == "strong" for rule in line.rules):
        return Label(section)
    if before == Label.NAV and not heads and not _says(line, KEPT) and _in_menu(document, n):
        return Label.NAV
    for strength in ("strong", "weak"):
        told = [rule.label for rule in line.rules if rule.strength == strength and rule.label in FURNITURE]
        if told:
            return before if before in told else told[0]
    if section and distance <= NEAR:
        return Label(section)
    if line.metadata.label:
        return line.metadata.label
    if document.keys[line.key] > 1 and (line.prose or line.form.words >= SAID):
        return Label.DUPLICATE
    if n < document.start or line.form.words <= 3:
        return Label.NAV
    return Label.RELATED if n > document.end and line.form.end != "." else Label.OTHER


def _says(line: Line, labels: frozenset[Label]) -> bool:
    return any(rule.label in labels for rule in line.rules if rule.strength == "strong")


def _in_menu(document: Document, n: int) -> bool:
    """Does the line stand in a long run of short lines of a page dumped whole, with another short one below?"""
    if (
        document.dirty not in "34"
        or document.runs[n] < RUN
        or document.lines[n].form.words > 4
        or n + 1 >= document.count
    ):
        return False
    return document.kinds[n + 1] in "wst" or document.lines[n + 1].form.bullet
