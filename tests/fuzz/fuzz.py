"""Coverage-guided fuzzing by atheris (libFuzzer), from a corpus of our own.

    python -m tests.fuzz.fuzz TARGET [SECONDS] [-libfuzzer_option=...]

TARGET is text, twice, bytes or html; what fails is written to crash-... in the current folder, and belongs into tests/fuzz/corpus/TARGET once it
is mended. Exit code 0: nothing was found.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
LENGTH = 1_500  # bytes: longer inputs are slow and find no more


def main() -> None:
    """Fuzz one target."""
    import atheris

    with atheris.instrument_imports(include=["newsclean"]):
        from tests.fuzz.targets import TARGETS

    name, seconds = sys.argv[1], sys.argv[2] if sys.argv[2:] else "60"
    with tempfile.TemporaryDirectory() as found:
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={LENGTH}",
            "-timeout=120",
            "-rss_limit_mb=4096",
            "-print_final_stats=1",
        ]
        corpus = [str(HERE / "corpus" / each) for each in dict.fromkeys((name, "text"))]
        atheris.Setup([sys.argv[0], *options, *sys.argv[3:], found, *corpus], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
