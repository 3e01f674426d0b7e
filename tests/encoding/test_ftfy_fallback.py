"""What ftfy is asked for, and when its answer counts."""

import pytest

from newsclean.encoding.ftfy_fallback import fixed_by_ftfy, repair_with_ftfy
from tests.encoding.steps import after


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["L’été à Genève, «déjà»…", "Größe"], "clean"),
        (["schÃ¶n und gut"], "one place is not enough"),
        (["IRMÃ” e IRMÃ”"], "a capital and a closing quotation mark"),
    ],
)
def test_stays(lines, why):
    assert after(repair_with_ftfy, *lines, "x") == [*lines, "x"], why


def test_two_different_places_agree():
    assert after(repair_with_ftfy, "schÃ¶n und grÃ¼n", "x") == ["schön und grün", "x"]


def test_nothing_but_mojibake_is_repaired():
    assert fixed_by_ftfy("&eacute; “x” ﬁ ＡＢＣ") == "&eacute; “x” ﬁ ＡＢＣ"
