"""What the Scrapy add-on costs: CPU per page beside the bare `clean(page)`, and memory over many items.

    python tests/benchmarks/crawl.py                   1,000 local pages crawled with and without the add-on
    python tests/benchmarks/crawl.py --paired          one crawl; each page cleaned by the add-on and by `clean(page)`, in turn
    python tests/benchmarks/crawl.py --memory 20000    the pipeline fed so many items of 50 sites

Each crawl runs in a process of its own and reads its pages from files, so that no server takes its share of the caches; seconds are
those of the CPU, models loaded before. On a machine with other work, trust the pairs: both halves of a pair meet the same neighbours.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from newsclean import clean  # noqa: E402
from tests.integrations.site import page as small_page  # noqa: E402

PAGES = 1_000
ROUNDS = 5
QUIET: dict[str, Any] = {"LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "NEWSCLEAN_HTML_FIELD": "page"}


def page(number: int) -> str:
    """A page of the size of a newspaper's: 20 paragraphs, 60 links."""
    return small_page(number, 20, 60)


def crawl(folder: Path, *, cleaned: bool) -> None:
    """One crawl; prints the seconds of CPU from its first request to its end."""
    import scrapy
    from scrapy.crawler import CrawlerProcess

    class Reader(scrapy.Spider):
        name = "reader"

        async def start(self) -> Any:
            clean(page(0))
            self.began = time.process_time()
            for number in range(PAGES):
                yield scrapy.Request((folder / f"{number}.html").as_uri())

        def parse(self, response: Any) -> Any:
            yield {"url": response.url, "page": response.text}

        def closed(self, reason: str) -> None:
            done = self.crawler.stats.get_value("newsclean/cleaned", 0)
            assert done == (PAGES if cleaned else 0)
            _say(time.process_time() - self.began)

    addons = {"newsclean.integrations.scrapy.Addon": 500} if cleaned else {}
    process = CrawlerProcess({**QUIET, "ADDONS": addons})
    process.crawl(Reader)
    process.start()


def paired(folder: Path) -> None:
    """One crawl whose pages are cleaned twice, by the add-on and bare, first one, then the other; prints the ratio."""
    import scrapy
    from scrapy.crawler import CrawlerProcess

    from newsclean.integrations.scrapy import Pipeline

    spent = {"add-on": 0.0, "bare": 0.0}

    def measure(what: str, work: Any) -> Any:
        began = time.process_time()
        done = work()
        spent[what] += time.process_time() - began
        return done

    class Timed(Pipeline):
        def process_item(self, item: Any, spider: object = None) -> Any:
            source, turn = item["page"], int(Path(item["url"]).stem) % 2
            if turn:
                measure("bare", lambda: clean(source))
            item = measure("add-on", lambda: super(Timed, self).process_item(item))
            if not turn:
                measure("bare", lambda: clean(source))
            return item

    class Reader(scrapy.Spider):
        name = "reader"

        async def start(self) -> Any:
            clean(page(0))
            for number in range(PAGES):
                yield scrapy.Request((folder / f"{number}.html").as_uri())

        def parse(self, response: Any) -> Any:
            yield {"url": response.url, "page": response.text}

    process = CrawlerProcess({**QUIET, "ITEM_PIPELINES": {Timed: 300}})
    process.crawl(Reader)
    process.start()
    ours, alone = (spent[what] / PAGES * 1_000 for what in ("add-on", "bare"))
    _say(f"the add-on {ours:.2f} ms a page, clean(page) {alone:.2f} ms: {ours / alone:.3f} x")


def bare() -> None:
    """The seconds of CPU of `clean(page)` for the same pages."""
    pages = [page(number) for number in range(PAGES)]
    clean(pages[0])
    began = time.process_time()
    for source in pages:
        clean(source)
    _say(time.process_time() - began)


def _run(*arguments: str) -> float:
    done = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, check=True)
    return float(done.stdout)


def compare(folder: Path) -> None:
    """Prints the figures: the least of five runs of each kind, in turn."""
    runs = [
        (_run("--bare"), _run("--crawl", str(folder)), _run("--crawl", str(folder), "--cleaned")) for _ in range(ROUNDS)
    ]
    alone, plain, cleaned = (min(column) / PAGES * 1_000 for column in zip(*runs, strict=True))
    _say(f"clean(page) {alone:.2f} ms, crawl {plain:.2f} ms a page, with the add-on {cleaned:.2f} ms")
    _say(f"added {cleaned - plain:.2f} ms a page: {(cleaned - plain) / alone:.3f} x clean(page)")


def memory(items: int) -> None:
    """Prints how much memory the process holds while the pipeline is fed."""
    from scrapy.settings import Settings

    from newsclean.integrations.scrapy import Pipeline
    from newsclean.integrations.scrapy.options import CrawlOptions

    pipeline = Pipeline(
        CrawlOptions.read(Settings({"NEWSCLEAN_HTML_FIELD": "page", "NEWSCLEAN_REPORT_FIELD": "report"}))
    )
    for number in range(items + 1):
        pipeline.process_item({"url": f"https://site{number % 50}.example/{number}", "page": small_page(number)})
        if number % (items // 10) == 0:
            _say(f"{number:6} items: {_resident():.1f} MB")


def _resident() -> float:
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:  # not Linux: the most there ever was
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    return pages * resource.getpagesize() / 1e6


def _say(what: object) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def main() -> None:
    """Compare, or one of the runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--memory", type=int, metavar="ITEMS")
    parser.add_argument("--paired", action="store_true")
    parser.add_argument("--crawl", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    parser.add_argument("--cleaned", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory:
        memory(options.memory)
    elif options.crawl:
        crawl(options.crawl, cleaned=options.cleaned)
    elif options.bare:
        bare()
    else:
        with tempfile.TemporaryDirectory() as folder:
            for number in range(PAGES):
                (Path(folder) / f"{number}.html").write_text(page(number), "utf-8")
            (paired if options.paired else compare)(Path(folder))


if __name__ == "__main__":
    main()
