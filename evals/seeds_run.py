"""Builds the knowledge base of the seed articles in a temporary folder and exports it, as a user would."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from places import SEEDS, SHARED_SCORER
from score import ClaimScore, RelationScore, read_rows, score_claims, score_relations

from claimkb.records import ClaimRecord, RelationRecord
from claimkb.render.sheet import Sheet, objects, sheet_of
from claimkb.store.queries import Reader
from claimkb.workflow import Parts, ingest


@dataclass(frozen=True, slots=True)
class SeedExports:
    """The exported files of the seeds' knowledge base."""

    claims: Path
    relations: Path

    def score(self) -> tuple[ClaimScore, RelationScore]:
        """Both files against the project's gold."""
        return score_claims(read_rows(self.claims)), score_relations(read_rows(self.relations))


@contextmanager
def exported_seeds(parts: Parts | None = None) -> Iterator[SeedExports]:
    """The exports of a fresh knowledge base of the seeds; gone when the context is left."""
    with tempfile.TemporaryDirectory() as folder:
        yield export_seeds(Path(folder), parts)


def export_seeds(folder: Path, parts: Parts | None = None) -> SeedExports:
    """Ingest the seeds into a new base in `folder`, and export its claims and relations there."""
    base = folder / "seeds.db"
    report = ingest(base, [str(SEEDS)], parts=parts)
    if report.refused:
        raise SystemExit(f"A seed article was refused: {report.refused[0].reason}")
    exports = SeedExports(folder / "claims.jsonl", folder / "relations.jsonl")
    with Reader(base) as reader:
        _write(exports.claims, sheet_of(ClaimRecord, reader.claims()))
        _write(exports.relations, sheet_of(RelationRecord, reader.relations()))
    return exports


def _write(path: Path, sheet: Sheet) -> None:
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects(sheet)))


def shared_scorer() -> Path | None:
    """The scorer beside the repository that the project's own must agree with, if it is there."""
    return SHARED_SCORER if SHARED_SCORER.exists() else None
