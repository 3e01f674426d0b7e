"""Runs one step of the repair on its own."""

from newsclean.encoding.repair_document import RepairDocument


def after(step, *lines, language=None, **options):
    """The lines after one step; a single line comes back as a string."""
    document = RepairDocument(lines, language)
    changed = step(document, **options)
    assert changed in (None, document.lines != list(lines))
    return document.lines[0] if len(lines) == 1 else document.lines
