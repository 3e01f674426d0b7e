"""Sorted rows give the profiles that counting in memory gives."""

from __future__ import annotations

import pytest

from newsclean import Profiles
from newsclean.profiles.article_lines import scan
from newsclean.profiles.sorted_counts import article_rows, line_rows, profiles_from_rows
from tests.profiles.texts import shards


@pytest.mark.parametrize("count", [1, 16])
def test_sorted_rows_give_the_same_profiles(whole: Profiles, count: int) -> None:
    seen = [(a.site, scan(a.text)) for shard in shards(count, seed=9) for a in shard]
    lines = sorted(row for site, one in seen for row in line_rows(site, one))
    assert profiles_from_rows(sorted(row for site, one in seen for row in article_rows(site, one)), lines) == whole
