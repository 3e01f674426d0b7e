"""Which packs and rules apply: those that come with newsclean, installed ones, and those of the caller.

Packs come from four places. The rules of each language stand in its folder (`newsclean/languages/fr/rules.toml`, `rules-CH.toml` for a
region), packs of sites in `newsclean/rules/sites`. Other distributions bring packs as entry points of the group `newsclean.packs`; they apply
if they are asked for by name. And callers give `Pack` objects of their own.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsclean.errors import NewscleanError, unknown
from newsclean.hosts import host_of, is_below
from newsclean.languages import CORE, language_cache, language_codes, language_files, read_language_table
from newsclean.rules.pack import EXAMPLE_KEYS, Pack
from newsclean.rules.rule import Rule
from newsclean.tables import files_of, table_of

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "newsclean.packs"
# site interfaces in every language mix English in
_EVERYWHERE = (CORE, "en")


@language_cache(1)
def builtin_packs() -> tuple[Pack, ...]:
    """Return the packs of languages and regions that come with newsclean, the one for every language first.

    >>> builtin_packs()[0].id
    'core'
    """
    return tuple(map(builtin_pack, _builtin_names()))


def builtin_pack(name: str, without: frozenset[str] = frozenset()) -> Pack:
    """Read a pack of a language or region that comes with newsclean; tests have checked it.

    Args:
        name: The id of the pack, such as "fr" or "fr-CH".
        without: Keys of its rules that are left out.
    """
    return Pack.trusted(read_language_table(*file_of(name), without))


def file_of(name: str) -> tuple[str, str]:
    """Return the folder of a pack that comes with newsclean below `newsclean/languages`, and its file there without suffix.

    >>> file_of("fr"), file_of("fr-CH")
    (('fr', 'rules'), ('fr', 'rules-CH'))
    """
    language, hyphen, region = name.partition("-")
    return language, f"rules{hyphen}{region}"


def builtin_rules(language: str | None) -> list[Rule]:
    """Return the rules that come with newsclean and apply to texts in a language: its own, those for every language, and English ones.

    They are without their examples, and no other pack is read.

    Args:
        language: A code such as "fr"; None if the language is unknown.

    >>> {rule.id.partition(".")[0] for rule in builtin_rules("xx")} <= {"core", "en"}
    True
    """
    wanted = {*_EVERYWHERE, language}
    return [rule for name in _builtin_names() if name.partition("-")[0] in wanted for rule in _lean_pack(name).rules]


@language_cache(1)
def site_packs() -> tuple[Pack, ...]:
    """Return the packs of single sites that come with newsclean.

    >>> all(pack.sites for pack in site_packs())
    True
    """
    files = sorted(name for name in files_of("newsclean.rules", "sites") if name.endswith(".toml"))
    return tuple(Pack.trusted(table_of("newsclean.rules", f"sites/{name}")) for name in files)


@language_cache(1)
def builtin_pack_ids() -> frozenset[str]:
    """Return the ids of all packs that come with newsclean.

    >>> "fr" in builtin_pack_ids()
    True
    """
    return frozenset(pack.id for pack in (*builtin_packs(), *site_packs()))


def packs_for_url(packs: tuple[Pack, ...], url: str | None) -> tuple[Pack, ...]:
    """Return the packs that apply at an address: those without sites, and those of its site, built-in ones among them.

    >>> mine = Pack("mine", (), sites=("example.ch",))
    >>> [len(packs_for_url((mine,), url)) for url in ("https://www.example.ch/1", "https://example.org/1", None)]
    [1, 0, 0]
    """
    host = host_of(url)
    if not host:
        return packs and tuple(pack for pack in packs if not pack.sites)
    own = tuple(pack for pack in packs if not pack.sites or _covers(pack, host))
    return (*(pack for pack in site_packs() if _covers(pack, host)), *own)


def resolve_packs(given: Iterable[Pack | str]) -> tuple[Pack, ...]:
    """Return the packs that a caller gives, those given by name among the installed ones.

    Raises:
        NewscleanError: No installed pack has a given name, or two packs have the same id.
        TypeError: Something given is neither a pack nor a name.

    >>> resolve_packs(["swiss"])
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
            packs += installed_packs(item)
        else:
            raise TypeError(f"packs are Pack objects or names of installed packs, not {type(item).__name__}")
    seen = set(builtin_pack_ids())
    for pack in packs:
        if pack.id in seen:
            builtin = pack.id in builtin_pack_ids()
            advice = "it comes with newsclean; give yours another id" if builtin else "give one another id"
            raise NewscleanError(f"two packs have the id {pack.id!r}: {advice}")
        seen.add(pack.id)
    return tuple(packs)


def installed_packs(name: str) -> tuple[Pack, ...]:
    """Return the packs behind the entry point of this name, loaded once.

    An entry point is a `Pack`, several of them, or a function without arguments that returns such.

    Raises:
        NewscleanError: No distribution brings the pack, several do, or it is something else; the message names the distribution.

    >>> installed_packs("nothing")
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: no installed pack is called 'nothing'...
    """
    found = [entry for entry in pack_entry_points() if entry.name == name]
    if not found:
        names = {entry.name for entry in pack_entry_points()}
        near = (
            f": {unknown('pack', name, names)}"
            if names
            else f"; no distribution has an entry point of the group {ENTRY_POINTS}"
        )
        raise NewscleanError(f"no installed pack is called {name!r}{near} (a file is loaded with Pack.load)")
    if len(found) > 1:
        homes = " and ".join(sorted(map(distribution_of, found)))
        raise NewscleanError(f"{homes} both bring a pack called {name!r}; uninstall one")
    return _loaded(found[0])


@functools.lru_cache(maxsize=1)
def pack_entry_points() -> tuple[EntryPoint, ...]:
    """Return the entry points of installed packs, sorted by name; looked up once.

    >>> isinstance(pack_entry_points(), tuple)
    True
    """
    from importlib.metadata import entry_points

    return tuple(sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: (entry.name, entry.value)))


def distribution_of(entry: EntryPoint) -> str:
    """Return the name of the distribution that an entry point belongs to."""
    return entry.dist.name if entry.dist else entry.value


@functools.lru_cache(maxsize=64)
def _loaded(entry: EntryPoint) -> tuple[Pack, ...]:
    where = f"the pack {entry.name!r} of {distribution_of(entry)}"
    try:
        value = entry.load()
        value = value() if callable(value) else value
        packs = (value,) if isinstance(value, Pack) else tuple(value)
    except Exception as error:  # the code of others can fail in any way
        reason = f"{type(error).__name__}: {error}"
        raise NewscleanError(f"{where} cannot be loaded ({reason}); repair or uninstall that distribution") from error
    if not packs or not all(isinstance(pack, Pack) for pack in packs):
        raise NewscleanError(f"{where} is neither a Pack nor a list of packs; repair or uninstall that distribution")
    return packs


@language_cache(1)
def _builtin_names() -> tuple[str, ...]:
    """Return the ids of the packs of languages and regions: the language and, behind a hyphen, the region."""
    return tuple(
        code + file.removeprefix("rules").removesuffix(".toml")
        for code in (CORE, *language_codes())
        for file in sorted(language_files(code), key=lambda file: file.removesuffix(".toml"))
        if file.startswith("rules") and file.endswith(".toml")
    )


@language_cache(64)
def _lean_pack(name: str) -> Pack:
    """Return a pack without the examples of its rules, which only those read who look at rules."""
    return builtin_pack(name, EXAMPLE_KEYS)


def _covers(pack: Pack, host: str) -> bool:
    """Return True if a host belongs to a site of the pack."""
    return any(is_below(host, site) for site in pack.sites)
