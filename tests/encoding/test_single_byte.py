"""One 8-bit charset decoded as another."""

import pytest

from newsclean.encoding.single_byte import repair_single_byte
from tests.encoding.steps import after

FRENCH = "Le président a déclaré que la fête était très réussie à Genève, où la forêt brûle toujours."
POLISH = "Minister nie może się zgodzić na taką propozycję, która jest zła dla całego kraju, mówią posłowie."


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (FRENCH, "clean"),
        ("Le prix est de £5 ou 30¢, soit 6 ± 1 pour les gens de la ville.", "signs by themselves are no letters"),
        ("Le premier ministre Łukasz Żak est à la tête des députés de la chambre.", "names of another language"),
        ("Ž ž", "an unknown language"),
    ],
)
def test_stays(line, why):
    assert after(repair_single_byte, line) == line, why


@pytest.mark.parametrize(
    ("text", "real", "read"),
    [
        (FRENCH, "mac-roman", "cp1252"),
        (FRENCH, "cp850", "cp1252"),
        (FRENCH, "cp1252", "cp1251"),
        (FRENCH, "cp1252", "mac-roman"),
        (FRENCH, "cp1252", "cp1250"),
        (POLISH, "iso8859-2", "latin-1"),
        (POLISH, "cp1250", "cp1252"),
    ],
)
def test_undone(text, real, read):
    damaged = "".join(bytes([byte]).decode(read, "ignore") or chr(byte) for byte in text.encode(real))
    assert damaged != text
    assert after(repair_single_byte, damaged) == text
