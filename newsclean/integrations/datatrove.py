"""datatrove: cleaning and learning as steps of a pipeline (docs/profiles.md). Needs `pip install 'newsclean[datatrove]'`.

`CountLines` writes what each task counts, as sorted rows; `MergeProfiles`, in a following pipeline of one task, merges them into profiles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Unpack

from datatrove.data import Document, DocumentsPipeline
from datatrove.io import DataFolderLike, get_datafolder
from datatrove.pipeline.base import PipelineStep
from datatrove.utils.typeshelper import StatHints

from newsclean.cleaner import clean_with
from newsclean.errors import NewscleanError
from newsclean.integrations.sorted_rows import SortedRows
from newsclean.options import Keywords, Options
from newsclean.profiles import Profile, Profiles, scan, site_named
from newsclean.profiles.sorted_counts import article_rows, line_rows, profiles_from_rows

ARTICLES, LINES = "articles", "lines"  # the kinds of rows, and how their files end
ERROR = "newsclean_error"  # key of the metadata of a document that could not be cleaned


class Clean(PipelineStep):  # type: ignore[misc]  # the library has no types
    """Cleans the text of each document; one that fails passes unchanged, with the error in its metadata under "newsclean_error".

    Args:
        url_key: The key of the metadata that holds the address.
        profiles: What was learned about the sites.
        **options: The options of `newsclean.clean`.

    Raises:
        NewscleanError: An invalid option.
    """

    type = "✂️ - FORMAT"
    name = "newsclean"

    def __init__(
        self, url_key: str = "url", profiles: Profile | Profiles | None = None, **options: Unpack[Keywords]
    ) -> None:
        super().__init__()
        if profiles is not None:
            options["profile"] = profiles.bare
        self.url_key, self.options = url_key, Options.of(**options)
        clean_with("", self.options)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:  # noqa: ARG002 - datatrove's signature
        """Yield the documents, cleaned."""
        for document in data:
            self.stat_update(StatHints.total)
            with self.track_time():
                self._clean(document)
            yield document

    def _clean(self, document: Document) -> None:
        url = document.metadata.get(self.url_key)
        given = {"url": url} if isinstance(url, str) else {}
        try:
            text = clean_with(document.text, self.options.replace(**given))
        except Exception as error:  # noqa: BLE001 - whatever happens in a document, the pipeline continues
            document.metadata[ERROR] = f"{type(error).__name__}: {error}"
            self.stat_update("failed")
            return
        self.stat_update("characters_removed", value=len(document.text) - len(text))
        document.text = text


class CountLines(PipelineStep):  # type: ignore[misc]  # the library has no types
    """Counts the lines of each document for `MergeProfiles`; the documents pass unchanged.

    Args:
        output_folder: The folder for the rows of each task.
        site_key: The key of the metadata that names the site, or an address on it.
    """

    type = "🧭 - PROFILES"
    name = "newsclean count"

    def __init__(self, output_folder: DataFolderLike, site_key: str = "url") -> None:
        super().__init__()
        self.output_folder, self.site_key = get_datafolder(output_folder), site_key

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:  # noqa: ARG002 - datatrove's signature
        """Yield the documents unchanged; the rows are written after the last one."""
        with SortedRows() as articles, SortedRows() as lines:
            for document in data:
                self.stat_update(StatHints.total)
                with self.track_time():
                    site = site_named(document.metadata.get(self.site_key))
                    seen = scan(document.text)
                    articles.add(article_rows(site, seen))
                    lines.add(line_rows(site, seen))
                yield document
            for kind, rows in ((ARTICLES, articles), (LINES, lines)):
                with self.output_folder.open(f"{rank:05d}.{kind}", "wt", encoding="utf-8", newline="\n") as out:
                    out.writelines(rows)


class MergeProfiles(PipelineStep):  # type: ignore[misc]  # the library has no types
    """Merges what all tasks of `CountLines` have written into profiles; for a pipeline of one task that depends on theirs.

    Args:
        input_folder: The folder of `CountLines`.
        output_folder: The folder for the profiles.
        output_file: The name of their file.
    """

    type = "🧭 - PROFILES"
    name = "newsclean merge"

    def __init__(
        self, input_folder: DataFolderLike, output_folder: DataFolderLike, output_file: str = "profiles.toml"
    ) -> None:
        super().__init__()
        self.input_folder, self.output_folder = get_datafolder(input_folder), get_datafolder(output_folder)
        self.output_file = output_file

    def run(self, data: DocumentsPipeline = None, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:  # noqa: ARG002 - as above
        """Write the profiles, then yield the documents that come in unchanged.

        Raises:
            NewscleanError: The step runs as several tasks.
        """
        if world_size != 1:
            raise NewscleanError(f"MergeProfiles needs all rows: run it with tasks=1, not {world_size}")
        with SortedRows() as articles, SortedRows() as lines:
            articles.add(self._rows(ARTICLES))
            lines.add(self._rows(LINES))
            profiles = profiles_from_rows(articles, lines)
        with self.output_folder.open(self.output_file, "wt", encoding="utf-8") as out:
            out.write(profiles.dumps())
        self.stat_update("profiles", value=len(profiles))
        yield from data or ()

    def _rows(self, kind: str) -> Iterator[str]:
        for name in self.input_folder.list_files(glob_pattern=f"*.{kind}"):
            with self.input_folder.open(name, "rt", encoding="utf-8", newline="\n") as rows:
                yield from rows
