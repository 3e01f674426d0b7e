"""What importing newsclean costs: nothing heavy is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("trafilatura", "ftfy", "lxml", "regex", "charset_normalizer", "tomllib", "typing", "rich")


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_import_brings_nothing_heavy() -> None:
    assert modules_after("import newsclean") & set(HEAVY) == set()


def test_clean_text_needs_neither_trafilatura_nor_ftfy() -> None:
    code = "import newsclean; newsclean.clean('Le conseil a voté le budget de la ville lundi soir.')"
    assert modules_after(code) & {"trafilatura", "ftfy", "lxml", "charset_normalizer"} == set()
