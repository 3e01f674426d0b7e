"""Editorial changes: made only where they are asked for."""

import pytest

from newsclean.edits import apply
from newsclean.typography import EDITORIAL, typeset


def run(text, locale, **options):
    return apply(text, typeset([text], locale, **options)[0])


@pytest.mark.parametrize(
    ("rule", "text", "want"),
    [
        ("accents", "L'Etat et l'Ecole. A la fin, A-t-il", "L’État et l’École. À la fin, A-t-il"),
        ("ligatures", "le coeur, la soeur, coexister, un oeuf", "le cœur, la sœur, coexister, un œuf"),
        ("ordinals", "la 2ème fois, la 1ère, XXIème", "la 2e fois, la 1re, XXIe"),
        ("ranges", "2010-2015, 15-10, 078-55", "2010–2015, 15-10, 078-55"),
        ("times", "à 16h30 et 9h", "à 16\u00a0h\u00a030 et 9\u00a0h"),
        ("primes", "6'2\" de haut", "6′2″ de haut"),
        ("bind-abbrev", "M. Dupont, art. 3, p. 5", "M.\u00a0Dupont, art.\u00a03, p.\u00a05"),
    ],
)
def test_editorial_changes_are_asked_for(rule, text, want):
    assert rule in EDITORIAL
    assert run(text, "fr-FR", on={rule}) == want
    assert run(want, "fr-FR", on={rule}) == want
    assert rule not in {e.rule for e in typeset([text], "fr-FR")[0]}


def test_no_accents_on_capitals_in_switzerland():
    assert run("L’Etat", "fr-CH", on={"accents"}) == "L’Etat"
