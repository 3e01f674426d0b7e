"""Intact mojibake, by charset and by level."""

import pytest

from newsclean.encoding.misreadings import MISREAD_CHARSETS, decode_sequences, misreading
from newsclean.encoding.mojibake import repair_mojibake
from tests.encoding.steps import after

FRENCH = "Le président a déclaré que l’été était fini, à Genève, où la forêt brûle."


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("L’été à Genève, «déjà»…", "clean"),
        ("IRMÃ”", "a capital and a closing quotation mark"),
        ("SÃO PAULO", "Portuguese in capitals"),
        ("Ã la carte", "one sequence that is not complete"),
        ("Tromsø – Ålesund", "Norwegian names"),
    ],
)
def test_stays(line, why):
    assert after(repair_mojibake, line) == line, why


@pytest.mark.parametrize("charset", sorted(set(MISREAD_CHARSETS) - {"both", "cp1253", "cp1257"}))
def test_every_charset_is_undone(charset):
    damaged = FRENCH.encode().decode(charset, "surrogateescape")
    if any("\udc80" <= char <= "\udcff" for char in damaged):
        damaged = "".join(misread(byte, charset) for byte in FRENCH.encode())
    assert after(repair_mojibake, damaged) == FRENCH


def misread(byte, charset):
    """A byte as a browser reads it: undefined ones are controls."""
    return bytes([byte]).decode(charset, "ignore") or chr(byte)


@pytest.mark.parametrize("levels", [1, 2, 3])
def test_levels(levels):
    damaged = FRENCH
    for _ in range(levels):
        damaged = "".join(misread(byte, "cp1252") for byte in damaged.encode())
    assert after(repair_mojibake, damaged) == FRENCH


def test_many_light_runs_support_each_other():
    alone, together = "Ñ\x80", ["Ñ\x80", "dÃ©jÃ\xa0 vu, lâ€™Ã©tÃ©"]
    assert after(repair_mojibake, alone) == alone
    assert after(repair_mojibake, *together)[1] == "déjà vu, l’été"


def test_sequences_are_well_formed():
    read = misreading("latin-1")
    assert not read.sequences.search("\xc0\x80")  # overlong
    assert not read.sequences.search("\xf5\x80\x80\x80")  # above U+10FFFF
    assert decode_sequences("Ã©", read.byte_of) == "é"
