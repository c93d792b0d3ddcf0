"""What the file must be, and the one line that says what it is instead."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claimkb.errors import StoreError
from claimkb.model import Status
from claimkb.store.connect import connect_for_reading
from claimkb.store.queries import Reader
from claimkb.store.schema import APPLICATION_ID, SCHEMA_VERSION
from claimkb.store.store import Store
from claimkb.workflow import ingest, review
from support import PlainParts

NOBODY = 65534


def sqlite_file(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    statements = (f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    sqlite_file(path, *statements, "CREATE TABLE claims (id)")


def other_program(path: Path) -> None:
    sqlite_file(path, "CREATE TABLE places (url)", "PRAGMA user_version = 75")


def text_file(path: Path) -> None:
    path.write_text("These are my notes. " * 100)


def nothing(path: Path) -> None:
    assert not path.exists()


UNUSABLE: list[tuple[Callable[[Path], object], str]] = [
    (newer, "written by a newer claimkb"),
    (other_program, "not a claimkb database"),
    (text_file, "is not an SQLite file"),
    (Path.mkdir, "is a folder"),
]


@pytest.mark.parametrize(
    ("make", "problem"), [*UNUSABLE, (nothing, "no database at"), (Path.touch, "is empty")]
)
def test_reading_something_else_is_refused_in_one_line(
    make: Callable[[Path], object], problem: str, db: Path
) -> None:
    make(db)
    with pytest.raises(StoreError) as refusal:
        Reader(db)
    assert problem in refusal.value.problem
    assert str(db) in refusal.value.problem
    assert "\n" not in str(refusal.value)
    assert refusal.value.next_step


@pytest.mark.parametrize("make", [nothing, Path.touch])
def test_reading_nothing_names_the_command_that_makes_a_base(
    make: Callable[[Path], object], db: Path
) -> None:
    make(db)
    with pytest.raises(StoreError, match="claimkb ingest"):
        Reader(db)
    assert not db.exists() or db.stat().st_size == 0


@pytest.mark.parametrize(("make", "problem"), UNUSABLE)
def test_writing_to_something_else_is_refused_and_leaves_it_as_it_was(
    make: Callable[[Path], object], problem: str, db: Path
) -> None:
    make(db)
    before = db.read_bytes() if db.is_file() else None
    with pytest.raises(StoreError, match=problem):
        Store.open(db)
    assert before is None or db.read_bytes() == before
    assert sorted(path.name for path in db.parent.iterdir()) == [db.name]


def test_an_empty_file_becomes_a_base(db: Path) -> None:
    db.touch()
    Store.open(db).close()
    with Reader(db) as reader:
        assert list(reader.claims()) == []


def test_a_base_is_made_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "claims #1 100%?.db"
    Store.open(path).close()
    with Reader(path) as reader:
        assert reader.sources() == ()


def test_a_review_of_nothing_makes_no_base(db: Path) -> None:
    with pytest.raises(StoreError, match="claimkb ingest"):
        review(db, "abc", Status.CONFIRMED)
    assert not db.exists()


def test_a_reader_cannot_write(db: Path) -> None:
    Store.open(db).close()
    connection = connect_for_reading(db)
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM claims")
    connection.close()


def test_a_damaged_file_is_named(db: Path, plain: PlainParts) -> None:
    ingest(db, [], parts=plain.parts)
    with db.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)
    with pytest.raises(StoreError, match=r"damaged.*claimkb recover"), Reader(db) as reader:
        list(reader.claims())


@contextmanager
def read_only_folder(folder: Path) -> Iterator[None]:
    """Nobody may write there: for root, who may write anywhere, by becoming nobody."""
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_base_in_a_read_only_folder_can_be_read(open_folder: Path, plain: PlainParts) -> None:
    db = open_folder / "claims.db"
    ingest(db, [], parts=plain.parts)
    with read_only_folder(open_folder), Reader(db) as reader:
        assert len(list(reader.claims())) == 9


def test_a_base_in_a_read_only_folder_cannot_be_written(open_folder: Path, plain: PlainParts) -> None:
    db = open_folder / "claims.db"
    ingest(db, [], parts=plain.parts)
    plain.documents = []
    with read_only_folder(open_folder), pytest.raises(StoreError, match=r"read-only.*--db"):
        Store.open(db)


def test_no_base_can_be_made_in_a_read_only_folder(open_folder: Path) -> None:
    with read_only_folder(open_folder):
        with pytest.raises(StoreError, match=r"read-only.*--db"):
            Store.open(open_folder / "claims.db")
        with pytest.raises(StoreError, match=r"cannot be made.*--db"):
            Store.open(open_folder / "new" / "claims.db")


READ_PATH = """
import sys
import claimkb.workflow
from claimkb.store.queries import Reader
with Reader(sys.argv[1]) as reader:
    reader.summary(), reader.themes(), reader.sources(), reader.entities(), reader.theme_matrix()
    list(reader.claims()), list(reader.contradictions()), list(reader.agreements())
print(*sorted({"sqlite_utils", "spacy", "numpy", "pluggy", "rich", "typer"} & sys.modules.keys()))
"""


def test_a_query_loads_neither_the_writer_nor_the_parser(db: Path, plain: PlainParts) -> None:
    ingest(db, [], parts=plain.parts)
    done = subprocess.run(
        [sys.executable, "-c", READ_PATH, str(db)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
