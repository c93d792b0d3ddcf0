"""A copy of a sound base, and a new base from what a damaged one still holds.

Recovery takes texts in as ingest does, in a new file, so that whatever is
derived from them is derived anew and holds together. Claims that the damaged
file holds whole are taken over; only the others are parsed again.
"""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimkb.errors import StoreError
from claimkb.model import Document, Extraction, Theme
from claimkb.records import DocumentOutcome
from claimkb.workflow.ingest import ingest
from claimkb.workflow.parts import Extracting, Parts
from claimkb.workflow.reports import IngestReport

if TYPE_CHECKING:
    from claimkb.store.salvage import Salvaged, Wreck


@dataclass(frozen=True, slots=True)
class Recovery:
    """What became of the documents, the paths whose texts are lost, and how much was taken over."""

    report: IngestReport
    lost: tuple[str, ...]
    parsed_anew: int
    decisions: int
    versions: int


def backup(db_path: Path | str, target: Path | str) -> int:
    """Copy the base to `target` while it is in use; returns the size of the copy in bytes."""
    from claimkb.store.backup import backup

    return backup(Path(db_path), Path(target))


def recover(
    db_path: Path | str,
    target: Path | str,
    *,
    on_progress: Callable[[DocumentOutcome], None] | None = None,
    parts: Parts | None = None,
) -> Recovery:
    """Make a new base at `target` of what can be read of the one at `db_path`, which is left as it is.

    Raises `StoreError` if there is nothing to read, or something at `target`.
    """
    from claimkb.store.salvage import Wreck

    path, target = Path(db_path), Path(target)
    _require(path, target)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
        wreck = Wreck(path, Path(folder))
        try:
            saved = wreck.salvage()
            if not saved.documents:
                raise StoreError(
                    f"Nothing can be read of {path}.", "Use a backup, or ingest the articles anew."
                )
            draft = Path(folder) / "recovered.db"
            recovery = _rebuild(draft, wreck, saved, parts or Parts(), on_progress)
        finally:
            wreck.close()
        draft.replace(target)
    return recovery


def _require(path: Path, target: Path) -> None:
    if not path.is_file():
        raise StoreError(f"There is no database at {path}.", "Name it with --db.")
    if target.exists():
        raise StoreError(f"{target} is there already.", "Name a new file; recovery replaces none.")
    if not target.parent.is_dir():
        raise StoreError(f"There is no folder {target.parent}.", "Make it, or name another file.")


def _rebuild(
    draft: Path,
    wreck: "Wreck",
    saved: "Salvaged",
    parts: Parts,
    on_progress: Callable[[DocumentOutcome], None] | None,
) -> Recovery:
    from claimkb.store.store import Store

    with Store.open(draft) as store, store.transaction():
        # Before the findings are: each then bears what was decided about it.
        kept = {table: store.restore(table, rows) for table, rows in saved.kept.items()}
    extractor = _StoredOrParsed(wreck, parts)
    rebuilding = replace(
        parts,
        read=lambda paths, options: iter(saved.documents),
        themes=lambda paths, explicit: saved.themes or parts.themes(paths, explicit),
        make_extractor=lambda: extractor,
    )
    report = ingest(draft, [], parts=rebuilding, on_progress=on_progress)
    return Recovery(report, saved.lost, extractor.parsed, kept["reviews"], kept["versions"])


class _StoredOrParsed:
    """An extractor that takes over what the damaged base holds whole, and parses the rest."""

    def __init__(self, wreck: "Wreck", parts: Parts) -> None:
        self._wreck = wreck
        self._parts = parts
        self._made: Extracting | None = None
        self.parsed = 0

    def extract(self, document: Document, themes: Sequence[Theme]) -> Extraction:
        """The sentences and claims of a document."""
        stored = self._wreck.extraction(document)
        if stored is not None:
            return stored
        self._made = self._made or self._parts.make_extractor()
        self.parsed += 1
        return self._made.extract(document, themes)
