"""The pre-check: where it finds nothing, ftfy finds nothing."""

import itertools
import json
import random
from pathlib import Path

import ftfy
import pytest
from ftfy.badness import MOJIBAKE_CATEGORIES, is_bad

from newsclean.encoding.precheck import find_needs, may_be_mojibake

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "encoding" / "docs_dev.jsonl"
CONFIG = ftfy.TextFixerConfig(unescape_html=False, uncurl_quotes=False, fix_character_width=False, explain=False)


def characters():
    spelled = []
    for group in MOJIBAKE_CATEGORIES.values():
        parts = list(group)
        while parts:
            char = parts.pop(0)
            if len(parts) > 1 and parts[0] == "-":
                spelled += map(chr, range(ord(char), ord(parts[1]) + 1))
                del parts[:2]
            else:
                spelled.append(char)
    return sorted(set(spelled))


def test_sound_for_all_pairs_of_suspect_characters():
    suspects = [*characters(), "a", "Z", " ", "1"]
    for first, second in itertools.product(suspects, repeat=2):
        for text in (first + second, f"a{first}{second}b", f" {first}{second} "):
            assert may_be_mojibake(text) or not is_bad(text), text


def test_sound_for_random_strings():
    rng = random.Random(1)
    suspects = [*characters(), *"abZ .1’–…\xa0"]
    for _ in range(20_000):
        text = "".join(rng.choices(suspects, k=rng.randint(2, 6)))
        assert may_be_mojibake(text) or not is_bad(text), text


def test_decides_as_ftfy_on_news():
    if not BENCH.is_file():
        pytest.skip("the benchmark's documents are not beside the repository")
    for row in map(json.loads, BENCH.read_text("utf-8").splitlines()[::2]):
        for line in row["text"].split("\n"):
            if not may_be_mojibake(line):
                assert ftfy.fix_encoding(line, CONFIG) == line
            damaged = line.encode().decode("cp1252", "replace")
            if damaged != line and is_bad(damaged):
                assert may_be_mojibake(damaged)
                assert find_needs(damaged, None).wrong_letters


@pytest.mark.parametrize(
    "text", ["", "plain", "L’été à Genève, «déjà»…", "Straße über alles", "Ça va ? Oui !", "日本語、テスト。"]
)
def test_clean_text_needs_nothing(text):
    assert not any(find_needs(text, None))
