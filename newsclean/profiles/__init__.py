"""Profiles: what one site repeats on its pages, learned from a corpus, readable and mergeable (docs/profiles.md)."""

from newsclean.profiles.article_lines import Seen, look
from newsclean.profiles.counts import Counts
from newsclean.profiles.names import site_named, site_of
from newsclean.profiles.profile import Profile, ProfileLine
from newsclean.profiles.sites import Profiles

__all__ = ["Counts", "Profile", "ProfileLine", "Profiles", "Seen", "look", "site_named", "site_of"]
