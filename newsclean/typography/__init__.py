"""Typography: sets a text by the conventions of its locale, as lists of edits."""

from newsclean.typography.conventions import EDITORIAL, RULES
from newsclean.typography.locales import Locale, known_locales, locale_row
from newsclean.typography.typesetter import typeset

__all__ = ["EDITORIAL", "RULES", "Locale", "known_locales", "locale_row", "typeset"]
