"""Counting the lines of a site: each article once, whatever the order and the number of parts."""

from __future__ import annotations

from newsclean import Profile, Profiles
from newsclean.profiles.counts import SiteCounts
from tests.profiles.texts import CORPUS, FOOTER, bodies, with_tail


def test_empty_texts_count_for_nothing() -> None:
    assert Profile.learn(["", " \n", "***"]).articles == 0
    assert Profile.learn([]) == Profile("", 0, ())


def test_exact_copies_of_short_texts_count_once() -> None:
    assert Profile.learn([f"Un mot.\n{FOOTER}"] * 50).articles == 1


def test_articles_in_several_shards_count_once(whole: Profiles) -> None:
    again = Profiles.learn((a.site, a.text) for a in CORPUS[:100])
    assert whole | again == whole


def test_merged_counts_are_those_of_all_articles() -> None:
    texts = with_tail(bodies(12), FOOTER, 12)
    a, b = SiteCounts.of(texts[:8]), SiteCounts.of(texts[5:])
    assert sorted((a | b).line_counts()) == sorted((b | a).line_counts()) == sorted(SiteCounts.of(texts).line_counts())
    assert (a | b).total() == 12
