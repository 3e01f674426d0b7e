"""--check: a gate for scrapers."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import analyze
from newsclean.cli.check import problems
from tests.cli.conftest import Command

CLEAN = "Un titre du jour\n\nL’été n’est pas fini, a dit le ministre à la presse lundi soir.\n"


def test_findings(here: Path, command: Command) -> None:
    (here / "bad.txt").write_text(
        "Un titre du jour\r\n\r\nL'Ã©tÃ© n'est pas fini, a dit le ministre lundi.\r\nPartager\r\n", "utf-8", newline=""
    )
    code, out, err = command("--check", "bad.txt")
    assert (code, err) == (1, "")
    assert out.splitlines()[0].startswith("bad.txt:3: mojibake: Ã© -> é")
    assert out.splitlines()[-1].startswith("bad.txt:4: share: ")


@pytest.mark.parametrize(
    "text",
    [
        CLEAN,
        CLEAN.replace("’", "'").replace("pas fini", "«pas fini»"),
        CLEAN.replace("é", "e\u0301").replace("pas fini", "pas\u00ad fini"),
        f"{CLEAN}\n12 mars 2024, 18:05\n",
        "",
    ],
)
def test_form_and_metadata_are_no_findings(here: Path, command: Command, text: str) -> None:
    (here / "good.txt").write_text(text, "utf-8")
    assert command("--check", "good.txt") == (0, "", "")


def test_what_is_kept_is_no_finding(here: Path, command: Command) -> None:
    assert command("--check", "article.txt")[0] == 1
    assert command("--check", "--keep", "share", "article.txt") == (0, "", "")


def test_pieces_inside_a_paragraph(here: Path, command: Command) -> None:
    (here / "a.txt").write_text(f"{CLEAN}\nLe vote aura lieu. Votre publicité ici avec IMPACT_medias\n", "utf-8")
    code, out, _ = command("--check", "a.txt")
    assert (code, out.startswith("a.txt:5: ad: ")) == (1, True)


def test_characters_that_are_lost(here: Path, command: Command) -> None:
    (here / "a.txt").write_text(CLEAN.replace("presse", "pr\ufffd\ufffd\ufffdse"), "utf-8")
    code, out, _ = command("--check", "a.txt")
    assert (code, out.startswith("a.txt:3: lost: ")) == (1, True)
    (here / "a.txt").write_text(CLEAN.replace("presse", "\ufffd\ufffd"), "utf-8")
    code, out, _ = command("--check", "a.txt")
    assert (code, out.startswith("a.txt:3: lost: 2 characters are lost  | ")) == (1, True)


def test_bytes_that_could_not_be_decoded() -> None:
    article = analyze(CLEAN).replace(decode_errors=2, encoding="utf-8")
    assert list(problems(article)) == [(1, "encoding: 2 characters could not be decoded from utf-8")]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (CLEAN.encode() + "L’été à Genève.".encode("cp1252"), "UTF-8 and windows-1252 mixed"),
        (CLEAN.replace("pas", "\ud83d\ude00").encode("utf-8", "surrogatepass"), "halves of surrogate pairs in UTF-8"),
    ],
)
def test_bytes_of_two_encodings(here: Path, command: Command, raw: bytes, told: str) -> None:
    (here / "a.txt").write_bytes(raw)
    assert command("--check", "a.txt") == (1, f"a.txt:1: encoding: {told}\n", "")


def test_many_files(here: Path, command: Command) -> None:
    (here / "good.txt").write_text(CLEAN, "utf-8")
    code, out, err = command("--check", "good.txt", "missing.txt", "article.txt")
    assert code == 1
    assert out.startswith("article.txt:5: share: ")
    assert "missing.txt" in err
    assert command("--check", "missing.txt")[0] == 2
    assert command("--check", "-o", "found.txt", "good.txt", "article.txt") == (1, "", "")
    assert (here / "found.txt").read_text("utf-8") == out
