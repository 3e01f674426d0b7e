"""Profiles: what one site repeats on its pages, learned from its articles, readable and mergeable (docs/profiles.md)."""

from newsclean.profiles.article_lines import ArticleLines, scan
from newsclean.profiles.counts import SiteCounts
from newsclean.profiles.profile import Profile
from newsclean.profiles.profile_line import ProfileLine
from newsclean.profiles.site_names import site_named, site_of
from newsclean.profiles.sites import Profiles

__all__ = ["ArticleLines", "Profile", "ProfileLine", "Profiles", "SiteCounts", "scan", "site_named", "site_of"]
