"""The command line: files or standard input in, clean text out. Exit codes: 0 done, 1 findings or failures, 2 bad option or file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from newsclean import __version__, analyze
from newsclean.article import Article
from newsclean.decode import decode
from newsclean.errors import NewscleanError
from newsclean.evaluate import evaluate, read_gold
from newsclean.filters import FixEncoding, Typography
from newsclean.report import explain


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code.

    >>> main(["--version"])
    Traceback (most recent call last):
    SystemExit: 0
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    verb = VERBS.get(arguments[0]) if arguments else None
    try:
        return verb(arguments[1:]) if verb else _clean(arguments)
    except NewscleanError as error:
        return _fail(str(error))
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _clean(arguments: Sequence[str]) -> int:
    """`newsclean FILE ...`: articles in, clean text out."""
    options = _parser().parse_args(arguments)
    for article in _articles(options):
        _show(article, options)
    return 0


def _fix(arguments: Sequence[str]) -> int:
    """`newsclean fix FILE ...`: bytes decoded and mojibake repaired, nothing else."""
    parser = argparse.ArgumentParser(
        prog="newsclean fix", description="Repairs the encoding of texts, and nothing else."
    )
    _add_files(parser)
    parser.add_argument("--charset", help="encoding of the input, as an HTTP header would tell it")
    parser.add_argument("--guess", action="store_true", help="also where more than one word is possible")
    options = parser.parse_args(arguments)
    for source in [_read(name) for name in options.files or ["-"]]:
        _write(FixEncoding(guess=options.guess)(decode(source, options.charset).text).rstrip("\n"))
    return 0


def _typography(arguments: Sequence[str]) -> int:
    """`newsclean typography FILE ... --locale fr-FR`: marks and spaces set, nothing else."""
    parser = argparse.ArgumentParser(
        prog="newsclean typography", description="Sets marks and spaces, and nothing else."
    )
    _add_files(parser)
    parser.add_argument("--locale", metavar="LOCALE", help='such as "fr-CH"; found when not given')
    parser.add_argument("--spaces", choices=("typographic", "nbsp", "plain"), default="typographic")
    parser.add_argument("--off", metavar="RULE,...", default="", help="rules to leave out")
    parser.add_argument("--on", metavar="RULE,...", default="", help="editorial rules to add")
    options = parser.parse_args(arguments)
    setter = Typography(options.locale, spaces=options.spaces, off=_names(options.off), on=_names(options.on))
    for source in [_read(name) for name in options.files or ["-"]]:
        _write(setter(decode(source).text).rstrip("\n"))
    return 0


def _evaluate(arguments: Sequence[str]) -> int:
    """`newsclean evaluate GOLD ...`: figures on gold of your own; exit code 1 when a document was broken."""
    parser = argparse.ArgumentParser(
        prog="newsclean evaluate", description="Measures newsclean on gold (docs/gold.md)."
    )
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="JSON lines, or a folder of them")
    options = parser.parse_args(arguments)
    for path in options.gold:
        if not path.exists():
            raise NewscleanError(f"{path}: no such file or folder")
    scores = evaluate(read_gold(options.gold, strict=False))
    _write(scores.table())
    for error in scores.errors:
        sys.stderr.write(f"newsclean: {error}\n")
    return 1 if scores.errors else 0


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="standard input when none, or for -")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean",
        description="Cleans scraped news text: the article and only the article, well set.",
        epilog="verbs, each with its own --help: newsclean fix, newsclean typography, newsclean evaluate",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="text or HTML; standard input when none, or for -")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="one JSON document a line, with blocks, labels and reasons")
    shown.add_argument("--explain", action="store_true", help="what was removed, and why")
    shown.add_argument("--diff", action="store_true", help="what changed, as a unified diff")
    parser.add_argument("--kind", choices=("text", "html"), help="what the input is; looked at when not given")
    parser.add_argument("--locale", metavar="LOCALE", help='typography of this locale, such as "fr-CH"')
    parser.add_argument("--url", help="where the article comes from: tells the region")
    parser.add_argument("--charset", help="encoding of the input, as an HTTP header would tell it")
    parser.add_argument("--keep", metavar="LABEL,...", default="", help='labels to keep, or "metadata", "furniture"')
    parser.add_argument("--drop", metavar="LABEL,...", default="", help="more labels to drop")
    parser.add_argument("--version", action="version", version=f"newsclean {__version__}")
    return parser


def _articles(options: argparse.Namespace) -> Iterator[Article]:
    sources = [_read(name) for name in options.files or ["-"]]
    for source in sources:
        yield analyze(
            source,
            kind=options.kind,
            url=options.url,
            charset=options.charset,
            locale=options.locale,
            keep=_names(options.keep),
            drop=_names(options.drop),
        )


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise NewscleanError(f"{name}: {error.strerror or error}") from error


def _names(listed: str) -> set[str]:
    return {name.strip() for name in listed.split(",") if name.strip()}


def _show(article: Article, options: argparse.Namespace) -> None:
    if options.json:
        _write(json.dumps(article.to_dict(), ensure_ascii=False))
    elif options.explain:
        _write(explain(article))
    elif options.diff:
        _write(article.diff().rstrip("\n"))
    else:
        _write(article.text)


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")


def _fail(message: str) -> int:
    sys.stderr.write(f"newsclean: {message}\n")
    return 2


VERBS: dict[str, Callable[[Sequence[str]], int]] = {"fix": _fix, "typography": _typography, "evaluate": _evaluate}


if __name__ == "__main__":
    sys.exit(main())
