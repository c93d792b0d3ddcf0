"""Killed, out of space, cut off, crowded: the base stays sound, and keeps what it said it has.

Short runs here; `make soak` runs the same tests with two hundred documents,
fifty kills and a minute of readers and writers.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from faulty import SOAK, assert_sound, corpus, start, stored

from claimkb.errors import StoreError
from claimkb.workflow import check, ingest
from support import PlainParts, exported

DOCUMENTS = 200 if SOAK else 16
KILLS = 50 if SOAK else 3
SEEDS = Path(__file__).parents[2] / "seeds"
FRAME = 24 + 4096  # a page and its header in the write-ahead log, after 32 bytes of its own


def lines_of(child: "subprocess.Popen[str]", number: int) -> set[str]:
    """The documents that a child reported as stored, at most so many."""
    assert child.stdout is not None
    found = set()
    for line in child.stdout:
        state, path = line.split()
        assert state in ("added", "unchanged")
        found.add(path)
        if len(found) == number:
            break
    return found


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_at_a_random_moment(seed: int, db: Path, tmp_path: Path) -> None:
    chance = random.Random(seed)
    with start(db, DOCUMENTS) as child:
        reported = lines_of(child, chance.randrange(1, DOCUMENTS))
        # Anywhere in the time that a document takes, so that any statement may be the last.
        until = time.monotonic() + chance.random() * 0.02
        while time.monotonic() < until:
            pass
        child.kill()
    assert_sound(db, reported)
    with start(db, DOCUMENTS) as again:
        assert len(lines_of(again, DOCUMENTS)) == DOCUMENTS
        assert again.wait() == 0
    assert_sound(db, reported)
    plain = PlainParts()
    plain.documents = corpus(DOCUMENTS)
    if seed < 3:
        ingest(tmp_path / "whole.db", [], parts=plain.parts)
        assert exported(db) == exported(tmp_path / "whole.db")


@pytest.mark.skipif(not SOAK, reason="make soak: each round loads the parser twice")
@pytest.mark.parametrize("seed", range(10))
def test_the_whole_program_killed_at_a_random_moment(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    names = []
    for article in sorted(SEEDS.glob("*.txt")):
        paragraphs = article.read_text(encoding="utf-8").split("\n\n")
        for number in range(0, len(paragraphs), 3):
            names.append(f"{article.stem}-{number:02}.txt")
            (tmp_path / names[-1]).write_text("\n\n".join(paragraphs[number : number + 3]), encoding="utf-8")
    db = tmp_path / "claims.db"
    command = [sys.executable, "-m", "claimkb", "--db", str(db), "ingest", "."]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(chance.randrange(1, len(names) - 2))]
        until = time.monotonic() + chance.random() * 0.2
        while time.monotonic() < until:
            pass
        child.kill()
    reported = {line.split()[1].rstrip(":") for line in lines if line.startswith("added")}
    assert check(db) == ()
    assert reported <= stored(db)
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert again.returncode in (0, 3), again.stderr
    assert check(db) == ()
    whole = tmp_path / "whole.db"
    command[command.index(str(db))] = str(whole)
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert exported(db) == exported(whole)


def test_interrupted_it_says_how_to_go_on(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(f"The mayor of town {number} resigned in June 2021.")
    command = [sys.executable, "-m", "claimkb", "--db", "i.db", "ingest", ".", "--report", "refused.csv"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().startswith("added")
        child.send_signal(signal.SIGINT)
        _, said = child.communicate()
    assert child.returncode == 130
    assert "run the same command again" in said
    assert (tmp_path / "refused.csv").read_text().startswith("path,reason")
    assert check(tmp_path / "i.db") == ()


@pytest.mark.parametrize("kilobytes", [400, 700, 1300] if SOAK else [400])
def test_a_limit_on_file_sizes(kilobytes: int, db: Path) -> None:
    with start(db, 300, 0, kilobytes * 1024) as child:
        reported = lines_of(child, 300)
        assert child.stderr is not None
        said = child.stderr.read()
    assert child.returncode == 1
    assert len(reported) < 300
    assert "StoreError" in said and "disk is full" in said and "to go on" in said
    assert_sound(db, reported)
    with start(db, 300) as again:
        assert len(lines_of(again, 300)) == 300
    assert_sound(db, reported)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system of two megabytes, where one may be mounted."""
    with tempfile.TemporaryDirectory() as name:
        mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", name]
        if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("no file system may be mounted here; the limit on file sizes stands for it")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", name], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    db = small_disk / "claims.db"
    with start(db, 600) as child:
        reported = lines_of(child, 600)
        assert child.stderr is not None
        said = child.stderr.read()
    assert child.returncode == 1
    assert 0 < len(reported) < 600
    assert "disk is full" in said
    assert_sound(db, reported)


def moved(db: Path) -> int:
    """How many frames of the log are in the database already: they were flushed before, and no power loss takes them.

    SQLite keeps the number (nBackfill) behind the two headers of the log's index.
    """
    return int.from_bytes(Path(f"{db}-shm").read_bytes()[96:100], sys.byteorder)


def test_power_loss_keeps_what_was_flushed(db: Path, tmp_path: Path) -> None:
    log = Path(f"{db}-wal")
    chance = random.Random(1)
    flushed: list[tuple[int, set[str]]] = []
    plain = PlainParts()
    plain.documents = corpus(DOCUMENTS)
    reported: set[str] = set()
    copies = []

    def note(outcome: object) -> None:
        reported.add(outcome.path)  # type: ignore[attr-defined]
        flushed.append((log.stat().st_size, set(reported)))
        if len(reported) % (DOCUMENTS // 4) == 0:
            copy = tmp_path / f"cut{len(reported)}.db"
            shutil.copy(db, copy)
            shutil.copy(log, f"{copy}-wal")
            copies.append((copy, len(flushed), moved(db)))

    ingest(db, [], parts=plain.parts, on_progress=note)
    assert len(copies) >= 4
    for copy, known, in_base in copies:
        cut = Path(f"{copy}-wal")
        size = cut.stat().st_size
        for times in range(8 if SOAK else 2):
            torn = tmp_path / f"torn{times}-{copy.name}"
            shutil.copy(copy, torn)
            shutil.copy(cut, f"{torn}-wal")
            least = min(32 + in_base * FRAME, size)
            keep = chance.randrange(least, size + 1) if times else max(size - FRAME, least)
            os.truncate(f"{torn}-wal", keep)
            try:
                assert check(torn, parts=plain.parts) == ()
            except StoreError as error:
                assert "empty" in str(error)  # cut before the first schema was flushed
                continue
            # The log grows from its start after a checkpoint: only sizes since then tell what was flushed.
            since = flushed[:known]
            start_of = max((i for i in range(1, len(since)) if since[i][0] < since[i - 1][0]), default=0)
            sure = [names for place, names in since[start_of:] if place <= keep]
            assert (sure[-1] if sure else set()) <= stored(torn)
            again = ingest(torn, [], parts=plain.parts)
            assert again.taken == DOCUMENTS
            assert check(torn, parts=plain.parts) == ()


READ = """
import sys, time
from claimkb.records import ClaimFilter
from claimkb.store.queries import Reader
rounds = 0
until = time.monotonic() + float(sys.argv[2])
while time.monotonic() < until:
    with Reader(sys.argv[1]) as reader:
        claims = sum(1 for _ in reader.claims(ClaimFilter(text="port")))
        assert claims <= reader.summary().claims
        list(reader.contradictions())
    rounds += 1
print(rounds)
"""


def test_two_writers_and_four_readers(db: Path) -> None:
    seconds = 60 if SOAK else 2
    plain = PlainParts()
    plain.documents = corpus(2, 9)
    ingest(db, [], parts=plain.parts)
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READ, str(db), str(seconds)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    reported = {found.path for found in plain.documents}
    rounds = 0
    until = time.monotonic() + seconds
    while rounds < 1 or time.monotonic() < until:
        writers = [start(db, DOCUMENTS // 2, 100 * rounds + seed) for seed in (1, 2)]
        for writer in writers:
            reported |= lines_of(writer, DOCUMENTS // 2)
            assert writer.communicate()[1] == ""
            assert writer.returncode == 0
        rounds += 1
        if not SOAK:
            break
    for reader in readers:
        out, err = reader.communicate()
        assert (err, reader.returncode) == ("", 0)
        assert int(out) > 0
    assert_sound(db, reported)
    if SOAK:
        print(f"\n{rounds} rounds of two writers, {len(reported)} documents")  # noqa: T201 - the figure of a soak


def test_many_processes_may_make_one_base(db: Path) -> None:
    children = [start(db, 3, seed) for seed in range(5)]
    reported: set[str] = set()
    for child in children:
        reported |= lines_of(child, 3)
        assert child.communicate()[1] == ""
    assert len(reported) == 15
    assert_sound(db, reported)
