"""Several processes read, one writes: the base is the same, and a process that dies costs one document."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from wilful import WilfulExtractor, no_extractor

from claimkb.errors import ConfigError
from claimkb.model import Document, Refusal
from claimkb.workflow import check, ingest
from support import ARTICLES, PlainParts, document

Export = Callable[[Path], str]

# More documents than are read ahead; texts that come again under other paths, and change.
MANY = [
    *(document(path, text) for path, text in ARTICLES.items()),
    *(document(f"{n:02}.txt", f"The fleet landed {n} tonnes of cod in 2021.") for n in range(12)),
    document("copy.txt", ARTICLES["harbour.txt"]),
    document("gazette.txt", "The quota was not cut.\nA second storm will reach Bergen."),
    document("again.txt", ARTICLES["gazette.txt"], published="2021-05-01"),
    document("harbour.txt", ARTICLES["harbour.txt"], published="2022-01-01"),
]


@pytest.fixture
def workers(plain: PlainParts) -> PlainParts:
    plain.parts = replace(plain.parts, make_extractor=WilfulExtractor)
    return plain


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_processes_changes_nothing(
    jobs: int, db: Path, tmp_path: Path, workers: PlainParts, export: Export
) -> None:
    workers.documents = MANY
    seen: list[str] = []
    many = ingest(
        db, [], parts=workers.parts, jobs=jobs, on_progress=lambda outcome: seen.append(outcome.path)
    )
    one = ingest(tmp_path / "one.db", [], parts=workers.parts)
    assert many == one
    assert seen == [d.path for d in MANY]
    assert export(db) == export(tmp_path / "one.db")
    assert check(db, parts=workers.parts) == ()


def test_refreshing_with_workers_reads_everything_again(
    db: Path, workers: PlainParts, export: Export
) -> None:
    ingest(db, [], parts=workers.parts)
    before = export(db)
    report = ingest(db, [], parts=workers.parts, jobs=2, refresh=True)
    assert report.counts == {"changed": 3}
    assert export(db) == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("KILL\n", "The process that read it ended (killed by SIGKILL)."),
        ("BREAK\n", "The extraction of claims failed (ValueError: it broke)."),
        ("España ganó.", "The text is not English."),
    ],
)
def test_a_document_that_cannot_be_read_costs_only_itself(
    text: str, reason: str, db: Path, tmp_path: Path, workers: PlainParts, export: Export
) -> None:
    sound = list(workers.documents)
    bad: list[Document | Refusal] = [document(f"bad{n}.txt", f"{text}{n}") for n in range(3)]
    workers.documents = [sound[0], *bad[:2], sound[1], bad[2], sound[2]]  # type: ignore[list-item]
    report = ingest(db, [], parts=workers.parts, jobs=2)
    assert [(o.path, o.reason) for o in report.refused] == [(b.path, reason) for b in bad]
    assert all(o.next_step for o in report.refused)
    workers.documents = sound
    ingest(tmp_path / "sound.db", [], parts=workers.parts)
    assert export(db) == export(tmp_path / "sound.db")


def test_workers_that_cannot_start_stop_the_ingest_with_the_reason(db: Path, plain: PlainParts) -> None:
    with pytest.raises(ConfigError, match=r"The parser model 'x' cannot be loaded\. Install it\."):
        ingest(db, [], parts=replace(plain.parts, make_extractor=no_extractor), jobs=2)
    assert ingest(db, [], parts=plain.parts).counts == {"added": 3}


CHILD = """
import sys
from dataclasses import replace
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from claimkb.workflow import ingest
from support import ARTICLES, PlainParts, document
from wilful import WilfulExtractor

if __name__ == "__main__":
    plain = PlainParts()
    plain.documents = [document(path, text) for path, text in ARTICLES.items()] + [document("w.txt", "WAIT")]
    parts = replace(plain.parts, make_extractor=WilfulExtractor)
    done = lambda outcome: print(outcome.path, flush=True)
    try:
        ingest(Path(sys.argv[1]), [], parts=parts, jobs=2, on_progress=done)
    except KeyboardInterrupt:
        sys.exit(130)
"""


def test_an_interrupt_ends_the_workers_and_leaves_a_sound_base(
    db: Path, tmp_path: Path, plain: PlainParts, export: Export
) -> None:
    script = tmp_path / "child.py"
    script.write_text(CHILD, encoding="utf-8")
    tests = Path(__file__).parent
    command = [sys.executable, str(script), str(db), str(tests.parent), str(tests)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as child:
        assert child.stdout is not None
        # All is stored but the document over which a worker sits for ever.
        said = {child.stdout.readline().strip() for _ in range(4)}
        assert said == {"waiting", *ARTICLES}
        os.killpg(child.pid, signal.SIGINT)  # as a terminal does: to the workers too
        assert child.stdout.read() == ""  # the end of the last process that could write to it
        assert child.wait() == 130
    assert ingest(db, [], parts=plain.parts).counts == {"unchanged": 3}
    assert check(db, parts=plain.parts) == ()
