"""Mojibake of which a part is lost."""

import pytest

from newsclean.encoding.lossy_mojibake import repair_lossy_mojibake
from tests.encoding.steps import after


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Tromsø, Århus, Ångström et São Paulo", "names"),
        ("Le bâtiment, la pâte et l’âne sont là pour les gens.", "French has â"),
        ("MÃ", "one damaged word may be the author's"),
        ("Â", "one sign"),
    ],
)
def test_stays(line, why):
    assert after(repair_lossy_mojibake, line, evidence=False) == line, why


@pytest.mark.parametrize(
    ("line", "want", "why"),
    [
        ("déjÃ  vu, voilÃ  tout", "déjà vu, voilà tout", "the no-break space became a space"),
        ("L’Ãtat et l’Ãcole sont là", "L’État et l’École sont là", "the C1 controls were dropped"),
        ("le prã©sident de la rã©publique est venu", "le président de la république est venu", "lower case"),
        ("Il a dit que lâ€TMhomme et lâ€TMenfant sont lÃ ", "Il a dit que l’homme et l’enfant sont là", "NFKC"),
    ],
)
def test_restored(line, want, why):
    assert after(repair_lossy_mojibake, line, language="fr", evidence=False) == want, why


def test_evidence_of_other_mojibake_is_enough():
    assert after(repair_lossy_mojibake, "l’Ãtat", language="fr", evidence=False) == "l’Ãtat"
    assert after(repair_lossy_mojibake, "l’Ãtat", language="fr", evidence=True) == "l’État"


def test_a_letter_that_is_lost_for_good_is_marked():
    assert after(repair_lossy_mojibake, "xqÐzz", language="fr", evidence=True) == "xq\ufffdzz"
