"""Long lists and lasting folders: manifests, and `watch`.

Each is an ingest like any other, with another way to its documents; what is
known and unchanged costs a look at it, no parsing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimkb.errors import ConfigError, UsageError
from claimkb.model import Document, Refusal
from claimkb.records import DocumentOutcome
from claimkb.workflow.ingest import ingest
from claimkb.workflow.parts import Parts
from claimkb.workflow.reports import IngestReport

if TYPE_CHECKING:
    from claimkb.readers.fetch import Access
    from claimkb.readers.options import SourceOptions

Progress = Callable[[DocumentOutcome], None]


def for_manifests(parts: Parts | None = None) -> Parts:
    """Parts that read the arguments of ingest as manifests."""
    return replace(parts or Parts(), read=_read_manifests)


def watch(
    db_path: Path | str,
    folder: str,
    *,
    changes: Iterable[frozenset[Path]],
    themes_path: str | None = None,
    on_report: Callable[[IngestReport], None],
    on_progress: Progress | None = None,
    parts: Parts | None = None,
) -> None:
    """Take in a folder, then whatever `changes` says was added to it or changed; ends when they end.

    A file that is removed keeps what it said. The parser is loaded once, when
    the first new text comes.
    """
    if not Path(folder).is_dir():
        raise UsageError(f"{folder} is no folder.", "Name a folder to watch.")
    parts = parts or Parts()
    take_in = partial(ingest, themes_path=themes_path, on_progress=on_progress, parts=parts)
    on_report(take_in(db_path, [folder]))
    for changed in changes:
        paths = _touched(folder, changed)
        if paths:
            on_report(take_in(db_path, paths))


def _touched(folder: str, changed: frozenset[Path]) -> list[str]:
    """What to read after a change: the files, or the whole folder where its settings bear on them."""
    from claimkb.readers.discover import OWN_FILES, FoundFile, discover
    from claimkb.readers.formats import all_suffixes

    if any(path.name in OWN_FILES for path in changed):
        return [folder]
    wanted = {path.resolve() for path in changed}
    found = [
        file
        for file in discover([folder], all_suffixes())
        if isinstance(file, FoundFile) and file.path.resolve() in wanted
    ]
    # A file below a folder with settings is described by them only if the folder is read.
    if any(file.path.parent != Path(folder) for file in found):
        return [folder]
    return [str(file.path) for file in found]


def _read_manifests(
    paths: Sequence[str], options: "SourceOptions | None", *, access: "Access | None" = None
) -> Iterator[Document | Refusal]:
    from claimkb.readers.fetch import Access
    from claimkb.readers.manifest import read_manifest
    from claimkb.readers.options import SourceOptions

    for path in paths:
        try:
            yield from read_manifest(Path(path), options or SourceOptions(), access or Access())
        except ConfigError as error:
            yield Refusal(path, error.problem, error.next_step)
