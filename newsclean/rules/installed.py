"""Packs that other distributions bring: entry points of the group `newsclean.packs`, looked up when one is asked for by name."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from newsclean.errors import NewscleanError, unknown
from newsclean.rules.rule import Pack

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "newsclean.packs"


def installed(name: str) -> tuple[Pack, ...]:
    """The packs behind the entry point of this name; loaded once.

    An entry point is a `Pack`, several of them, or a function without arguments that gives such.
    Raises `NewscleanError`, with the name of the distribution, when there is none, more than one, or it gives something else.

    >>> installed("nothing")
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: no installed pack is called 'nothing'...
    """
    found = [entry for entry in entries() if entry.name == name]
    if not found:
        names = {entry.name for entry in entries()}
        near = (
            f": {unknown('pack', name, names)}"
            if names
            else f"; no distribution has an entry point of the group {GROUP}"
        )
        raise NewscleanError(f"no installed pack is called {name!r}{near} (a file is loaded with Pack.load)")
    if len(found) > 1:
        homes = " and ".join(sorted(map(home, found)))
        raise NewscleanError(f"{homes} both bring a pack called {name!r}; uninstall one")
    return _loaded(found[0])


@functools.lru_cache(maxsize=1)
def entries() -> tuple[EntryPoint, ...]:
    """The entry points of installed packs, sorted by name; looked up once.

    >>> isinstance(entries(), tuple)
    True
    """
    from importlib.metadata import entry_points

    return tuple(sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)))


def home(entry: EntryPoint) -> str:
    """The name of the distribution that an entry point belongs to."""
    return entry.dist.name if entry.dist else entry.value


@functools.lru_cache(maxsize=64)
def _loaded(entry: EntryPoint) -> tuple[Pack, ...]:
    where = f"the pack {entry.name!r} of {home(entry)}"
    try:
        value = entry.load()
        value = value() if callable(value) else value
        packs = (value,) if isinstance(value, Pack) else tuple(value)
    except Exception as error:  # the code of others can fail in any way
        told = f"{type(error).__name__}: {error}"
        raise NewscleanError(f"{where} cannot be loaded ({told}); repair or uninstall that distribution") from error
    if not packs or not all(isinstance(pack, Pack) for pack in packs):
        raise NewscleanError(f"{where} is no Pack and no list of packs; repair or uninstall that distribution")
    return packs
