"""Several processes read and compare, one writes: the base is the same, and one that dies costs one document."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from wilful import WilfulExtractor, no_extractor

from claimkb.errors import ConfigError
from claimkb.model import ComparedClaim, Document, Refusal, Verdict
from claimkb.store.pairs import Candidate
from claimkb.store.store import Store
from claimkb.workflow import check, ingest
from claimkb.workflow.parts import Parts
from claimkb.workflow.pool import Chunk
from claimkb.workflow.worker import Worker
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


@pytest.fixture
def worker(plain: PlainParts) -> Iterator[Worker]:
    """A worker that has read a document, and so is started."""
    worker = Worker(plain.taxonomy, WilfulExtractor)
    worker.extract(plain.documents[0])
    yield worker
    worker.close()


def _candidates(db: Path, plain: PlainParts) -> list[Candidate]:
    plain.documents = [*plain.documents, *MANY]
    ingest(db, [], parts=plain.parts)
    with Store.open(db) as store:
        keys = [row[0] for row in store.connection.execute("SELECT id FROM claims ORDER BY id")]
        return list(store.candidates(keys))


def test_a_worker_judges_as_this_process_does_and_is_sent_a_claim_once(
    db: Path, plain: PlainParts, worker: Worker
) -> None:
    found = _candidates(db, plain)
    judge = Parts().judging()
    for part in (found[: len(found) // 2], found):  # the second time it holds half of the claims
        here = [(n, judge(c.a, c.b, c.key)) for n, c in enumerate(part)]
        said = [(n, verdict) for n, verdict in here if verdict.kind != "none"]
        assert worker.judge(judge, [(c.a, c.b, c.key) for c in part]) == said
        assert said


def test_what_cannot_be_sent_to_a_worker_is_judged_here_and_the_next_is_sent_again(
    db: Path, plain: PlainParts, worker: Worker
) -> None:
    found = _candidates(db, plain)
    pairs = [(c.a, c.b, c.key) for c in found]
    judge = Parts().judging()
    said = worker.judge(judge, pairs)
    assert worker.judge(lambda a, b, key: judge(a, b, key), pairs) is None  # no function of a module
    assert worker.judge(judge, pairs) == said
    assert worker.judge(_ends_the_process, pairs) is None
    assert worker.judge(judge, pairs) is None  # it is started again by the next document
    worker.extract(plain.documents[1])
    assert worker.judge(judge, pairs) == said


def _ends_the_process(a: ComparedClaim, b: ComparedClaim, key: str) -> Verdict:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_pairs_that_a_worker_gave_up_are_judged_here(db: Path, plain: PlainParts, worker: Worker) -> None:
    found = _candidates(db, plain)
    home = os.getpid()
    chunks = [Chunk(found, judge) for judge in (Parts().judging(), partial(_only_at, home))]
    for chunk in chunks:
        chunk.judge_in(worker)
    one, two = (list(chunk.relations()) for chunk in chunks)
    assert one == two != []


def _only_at(home: int, a: ComparedClaim, b: ComparedClaim, key: str) -> Verdict:
    if os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return Parts().judging()(a, b, key)


CHILD = """
import sys
from dataclasses import replace
from functools import partial
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
