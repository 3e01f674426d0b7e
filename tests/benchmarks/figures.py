"""The tables of docs/comparison.md, from stored figures."""

from __future__ import annotations

from typing import Any

PERCENT = 100
# name of the table -> figures of the benchmark that it shows, with what they are called; tools. Tables of our own articles have neither.
TABLES: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "short": ({}, ()),
    "own-versions": ({}, ()),
    "own-pages": ({}, ()),
    "own-texts": ({}, ()),
    "own-marks": ({}, ()),
    "own-repairs": ({}, ()),
    "own-speed": ({}, ()),
    "pages": (
        {
            "extraction.fundus.shingle_f1": "news pages, 20 languages (131): F1 of runs of 4 words",
            "extraction.trafilatura.snippet_f1": "pages with snippets that must, must not be there (494): F1",
            "extraction.wcxb_dev.word_f1": "English pages of all kinds (671): F1 of words",
            "extraction.readability.shingle_f1": "test pages of Readability.js (46): F1 of runs of 4 words",
        },
        ("trafilatura", "newspaper4k", "readability", "goose3", "resiliparse", "justext"),
    ),
    "texts": (
        {
            "text.fundus.dumps.shingle_f1": "news pages dumped as text: F1 of runs of 4 words",
            "text.fundus.dumps.content_loss": "the same: article words lost <",
            "text.fundus.extracted.shingle_f1": "news pages that an extractor has cleaned: F1 of runs of 4 words",
            "text.fundus.extracted.content_loss": "the same: article words lost <",
            "french.all.kept_f1": "French press, labelled by hand (165): F1 of lines",
            "french.all.prose_loss": "the same: prose lost <",
        },
        ("c4_unicode", "under_10_words", "boilerpy3", "justext", "trafilatura"),
    ),
    "typography": (
        {
            f"typography.{locale}.{kind}.para": f"{locale}, {told}"
            for locale in ("fr-FR", "de-DE", "en-US", "es-ES")
            for kind, told in (("dq", "straight \" and '"), ("sq", "only '"))
        }
        | {
            f"typography.{locale}.harm": f"{locale}, well set before: changed <"
            for locale in ("fr-FR", "de-DE", "en-US")
        },
        ("polytypo", "french-typo", "typographeur", "smartypants"),
    ),
    "encoding": (
        {
            "encoding.all.recovered": "all damaged lines",
            "encoding.A_mojibake.recovered": "mojibake",
            "encoding.B_lossy_moji.recovered": "mojibake with bytes lost",
            "encoding.C_mixed.recovered": "part of the text damaged",
            "encoding.D_singlebyte.recovered": "one 8-bit charset read as another",
            "encoding.E_entities.recovered": "entities",
            "encoding.F_escapes.recovered": "escapes",
            "encoding.G_lost.recovered": "letters lost",
            "encoding.H_invisible.recovered": "invisible characters",
            "encoding.undamaged_broken": "lines without damage: broken <",
            "encoding.harm.legitimate": "odd but right strings: changed <",
        },
        ("ftfy", "ftfy_default", "clean-text"),
    ),
    "bytes": (
        {
            "bytes.all.right": "all",
            "bytes.undeclared.right": "nothing declared",
            "bytes.wrong_declaration.right": "wrongly declared",
            "bytes.mixed.right": "two charsets in one page",
        },
        ("trafilatura", "charset-normalizer", "resiliparse_meta", "cchardet", "w3lib", "requests-like"),
    ),
    "speed": (
        {
            "speed.text.x_ftfy": "extracted texts: speed, as a multiple of ftfy.fix_text",
            "speed.dump.x_ftfy": "dumped pages: speed, as a multiple of ftfy.fix_text",
            "speed.html.x_trafilatura": "pages: time, as a multiple of trafilatura.extract <",
            "speed.import_ms": "import, milliseconds <",
        },
        (),
    ),
}
# what the figures of newsclean in a table are, when its models have learned from these pages
TOLD = {"pages": "newsclean, cross-validated", "texts": "newsclean, has learned from these"}
NAMES = {
    "c4_unicode": "lines that end a sentence (C4)",
    "under_10_words": "lines of ten words or more",
    "readability": "readability-lxml",
    "justext": "jusText",
    "ftfy": "ftfy, quotes left",
    "ftfy_default": "ftfy",
    "resiliparse_meta": "resiliparse",
    "requests-like": "requests",
}


def table(name: str, stored: dict[str, Any]) -> str:
    """One table in Markdown, with the date and versions below it; a line that says so when nothing is stored."""
    if name == "short":
        return short(stored)
    if name.startswith("own-"):
        made = stored.get("ours")
        return "Not measured yet." if made is None else OWN[name](made)
    keys, tools = TABLES[name]
    parts = [
        stored[f"bench.{part}"]
        for part in dict.fromkeys(key.split(".")[0] for key in keys)
        if f"bench.{part}" in stored
    ]
    figures = {key: row for part in parts for key, row in part["figures"].items() if key in keys}
    if not figures:
        return "Not measured yet."
    if name == "pages":  # a model that knows the publisher would be no fair measure
        crossed = stored.get("bench.crossed", {}).get("figures", {})
        figures = {key: {**row, "newsclean": crossed.get(key)} for key, row in figures.items()}
    show = _plain if name == "speed" else _share
    rows = [
        [told, *(show(figures[key].get(tool)) for tool in ("newsclean", *tools))]
        for key, told in keys.items()
        if key in figures
    ]
    head = ["", TOLD.get(name, "newsclean"), *(NAMES.get(tool, tool) for tool in tools)]
    versions = {
        tool: number for part in parts for tool, number in part["versions"].items() if tool in ("newsclean", *tools)
    }
    return f"{_markdown(head, [_best(row) for row in rows])}\n\n{_source({'date': parts[-1]['date'], 'versions': versions}, NAMES)}"


def short(stored: dict[str, Any]) -> str:
    """What the tables say, in a few lines."""
    if not {"ours", "bench.crossed", "bench.extraction", "bench.text", "bench.encoding", "bench.speed"} <= {*stored}:
        return "Not measured yet."
    crossed = stored["bench.crossed"]["figures"]["extraction.fundus.shingle_f1"]
    pages = stored["bench.extraction"]["figures"]["extraction.fundus.shingle_f1"]["trafilatura"]
    texts = stored["bench.text"]["figures"]
    repaired = stored["bench.encoding"]["figures"]["encoding.all.recovered"]
    speed = {key.removeprefix("speed."): row["newsclean"] for key, row in stored["bench.speed"]["figures"].items()}
    ours = {tool: row["ms"] for tool, row in stored["ours"]["figures"]["speed"].items()}
    pace = sorted((ms, job.removeprefix("page: ")) for job, ms in ours.items() if job.startswith("page: "))
    faster = ", ".join(tool for ms, tool in pace if ms < min(ours["page: newsclean"], ours["page: trafilatura"]))
    return "\n".join(
        (
            f"- **News pages**: {_share(crossed)} against {_share(pages)} for trafilatura, the best of the others (F1, cross-validated).",
            (
                f"- **Texts**: {_against(texts['text.fundus.dumps.shingle_f1'])} on dumped pages, {_against(texts['text.fundus.extracted.shingle_f1'])} on "
                "extracted ones, where little is left to do (F1). newsclean's model has learned from these; expect less elsewhere."
            ),
            f"- **Damaged encoding**: {_share(repaired['newsclean'])} % of the damaged lines recovered, {_share(repaired['ftfy'])} % for ftfy.",
            (
                f"- **Slower than ftfy**: on whole texts at {_plain(speed['text.x_ftfy'])} times its speed, on short ones it costs "
                f"{ours['text: newsclean'] / ours['text: ftfy']:.0f} times as much. It does more, but who needs only the encoding repaired should take ftfy, or "
                "`filters.fix_encoding`."
            ),
            (
                f"- **As slow as trafilatura**: a real page takes {_plain(speed['html.x_trafilatura'])} times its time, a short one "
                f"{ours['page: newsclean'] / ours['page: trafilatura']:.1f} times. {faster} are faster than both."
            ),
        )
    )


def _against(row: dict[str, float]) -> str:
    best = max((tool for tool in row if tool != "newsclean"), key=row.__getitem__)
    return f"{_share(row['newsclean'])} against {_share(row[best])} for {NAMES.get(best, best)}"


def _words(made: dict[str, Any], name: str) -> str:
    tools = sorted(made["figures"][name].items(), key=lambda tool: -tool[1]["found"] * tool[1]["right"])
    rows = [[tool, _share(row["found"]), _share(row["right"])] for tool, row in tools]
    return _markdown(["", "of the article's words, found", "of the words given, right"], rows)


def _marks(made: dict[str, Any]) -> str:
    marks = made["figures"]["marks"]
    rows = [[tool, f"{round(row['right'] * row['cases'])} of {row['cases']}"] for tool, row in marks.items()]
    return _markdown(["", "paragraphs set as they should be"], rows)


def _repairs(made: dict[str, Any]) -> str:
    tools = made["figures"]["repairs"]
    damages = next(iter(tools.values()))
    return _markdown(
        ["damage", *tools], [_best([damage, *(_share(tools[tool][damage]) for tool in tools)]) for damage in damages]
    )


def _speeds(made: dict[str, Any]) -> str:
    rows = []
    for job, row in sorted(made["figures"]["speed"].items(), key=lambda item: (item[0][:5], item[1]["ms"])):
        kind, _, tool = job.partition(": ")
        rows.append([kind, tool, f"{row['ms']:.2f}"])
    return _markdown(["", "", "ms of CPU an article"], rows)


OWN = {
    "own-versions": lambda made: _source(made, {}),
    "own-pages": lambda made: _words(made, "pages"),
    "own-texts": lambda made: _words(made, "texts"),
    "own-marks": _marks,
    "own-repairs": _repairs,
    "own-speed": _speeds,
}


def _markdown(head: list[str], rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def _best(row: list[str]) -> list[str]:
    """The row with its best figure in bold; `<` after its name says that less is better."""
    figures = [float(cell) for cell in row[1:] if cell]
    if len(figures) < 2:
        return [row[0].replace(" <", " (less is better)"), *row[1:]]
    best = min(figures) if row[0].endswith("<") else max(figures)
    return [
        row[0].replace(" <", " (less is better)"),
        *(f"**{cell}**" if cell and float(cell) == best else cell for cell in row[1:]),
    ]


def _source(made: dict[str, Any], names: dict[str, str]) -> str:
    versions = ", ".join(f"{names.get(tool, tool)} {number}" for tool, number in made["versions"].items())
    return f"{made['date']}: {versions}."


def _share(value: float | None) -> str:
    return "" if value is None else f"{value * PERCENT:.1f}"


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
