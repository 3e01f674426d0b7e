"""Which packs are asked: those given, and of site packs those that the address of the text belongs to."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from newsclean.errors import NewscleanError
from newsclean.hosts import host_of, is_below
from newsclean.languages import language_cache
from newsclean.rules.installed import installed
from newsclean.rules.rule import Pack
from newsclean.rules.shipped import builtin


def packs_of(given: Iterable[Pack | str]) -> tuple[Pack, ...]:
    """The packs that are given, and those installed under a name that is given.

    Raises `NewscleanError` for a name that no installed pack has and for two packs with the same id, `TypeError` for other things.

    >>> packs_of(["swiss"])
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: no installed pack is called 'swiss'...
    """
    if given == ():
        return ()
    if isinstance(given, (str, Pack)):
        raise TypeError("packs are given as a list: write packs=[...]")
    packs: list[Pack] = []
    for item in given:
        if isinstance(item, Pack):
            packs.append(item)
        elif isinstance(item, str):
            packs += installed(item)
        else:
            raise TypeError(f"packs are Pack objects or names of installed packs, not {type(item).__name__}")
    seen = set(builtin_ids())
    for pack in packs:
        if pack.id in seen:
            whose = (
                "it comes with newsclean; give yours another id" if pack.id in builtin_ids() else "give one another id"
            )
            raise NewscleanError(f"two packs have the id {pack.id!r}: {whose}")
        seen.add(pack.id)
    return tuple(packs)


def at_url(packs: tuple[Pack, ...], url: str | None) -> tuple[Pack, ...]:
    """The packs that speak at an address: those without sites, and those of its site, the built-in ones among them.

    >>> mine = Pack("mine", (), sites=("example.ch",))
    >>> [len(at_url((mine,), url)) for url in ("https://www.example.ch/1", "https://example.org/1", None)]
    [1, 0, 0]
    """
    host = host_of(url)
    if not host:
        return packs and tuple(pack for pack in packs if not pack.sites)
    own = tuple(pack for pack in packs if not pack.sites or _speaks(pack, host))
    return (*(pack for pack in site_packs() if _speaks(pack, host)), *own)


@functools.lru_cache(maxsize=1)
def site_packs() -> tuple[Pack, ...]:
    """The site packs that come with newsclean.

    >>> all(pack.sites for pack in site_packs())
    True
    """
    from importlib import resources

    folder = resources.files("newsclean.rules") / "sites"
    packs = [Pack.parse(f.read_text("utf-8"), f.name) for f in folder.iterdir() if f.name.endswith(".toml")]
    return tuple(sorted(packs, key=lambda pack: pack.id))


@language_cache(1)
def builtin_ids() -> frozenset[str]:
    """The ids of all packs that come with newsclean.

    >>> "fr" in builtin_ids()
    True
    """
    return frozenset(pack.id for pack in (*builtin(), *site_packs()))


def _speaks(pack: Pack, host: str) -> bool:
    return any(is_below(host, site) for site in pack.sites)
