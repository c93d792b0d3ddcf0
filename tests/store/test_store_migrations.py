"""A database of any released version comes to the present schema, whole or not at all."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from claimkb.store import migrations
from claimkb.store.queries import Reader
from claimkb.store.schema import APPLICATION_ID, SCHEMA_VERSION, STATEMENTS
from claimkb.store.store import Store
from claimkb.workflow import check, ingest
from support import ARTICLES, PlainParts, document

DATA = Path(__file__).parent / "data"
# An empty base of each version, as that version made it.
RELEASED = sorted(DATA.glob("version-*.db"), key=lambda path: int(path.stem.split("-")[1]))


def schema(path: Path) -> set[tuple[str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {(name, " ".join(sql.split())) for name, sql in rows}


def pragma(path: Path, name: str) -> int:
    connection = sqlite3.connect(path)
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    connection.close()
    return value


def test_there_is_a_stored_base_of_every_version() -> None:
    assert [path.name for path in RELEASED] == [f"version-{n + 1}.db" for n in range(SCHEMA_VERSION)]
    assert [pragma(path, "user_version") for path in RELEASED] == list(range(1, SCHEMA_VERSION + 1))


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_stored_base_comes_to_the_present_schema(
    released: Path, db: Path, tmp_path: Path, plain: PlainParts
) -> None:
    shutil.copy(released, db)
    assert ingest(db, [], parts=plain.parts).counts == {"added": 3}
    assert check(db, parts=plain.parts) == ()
    Store.open(tmp_path / "fresh.db").close()
    assert schema(db) == schema(tmp_path / "fresh.db")
    assert (pragma(db, "user_version"), pragma(db, "application_id")) == (SCHEMA_VERSION, APPLICATION_ID)


def test_an_older_base_is_brought_up_to_date_by_a_reader(db: Path) -> None:
    # What a base before version 1 would be: ours by its id, with nothing in it yet.
    connection = sqlite3.connect(db)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("VACUUM")
    connection.close()
    with Reader(db) as reader:
        assert list(reader.claims()) == []
    assert pragma(db, "user_version") == SCHEMA_VERSION


def test_a_step_that_fails_leaves_nothing_behind(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Migrations("claimkb")

    @steps()
    def v1_half(database: Database) -> None:
        for statement in STATEMENTS[:5]:
            database.conn.execute(statement)
        raise RuntimeError("the power went")

    monkeypatch.setattr(migrations, "migrations", steps)
    with pytest.raises(RuntimeError):
        Store.open(db)
    assert (schema(db), pragma(db, "user_version"), pragma(db, "application_id")) == (set(), 0, 0)
    monkeypatch.undo()
    Store.open(db).close()
    with Reader(db) as reader:
        assert reader.sources() == ()


def test_opening_a_base_of_the_present_version_writes_nothing(db: Path) -> None:
    Store.open(db).close()
    before = db.read_bytes()
    Store.open(db).close()
    assert db.read_bytes() == before


@pytest.mark.parametrize("stored", sorted(DATA.glob("articles-*.db")), ids=lambda path: path.stem)
def test_what_a_released_version_stored_is_all_there(
    stored: Path, db: Path, tmp_path: Path, plain: PlainParts
) -> None:
    # The three articles and a copy of one, with one decision, as that version took them in.
    shutil.copy(stored, db)
    with Store.open(db) as store:
        assert store.connection.execute("SELECT status, note FROM reviews").fetchall()[0][:] == (
            "confirmed",
            "read both",
        )
    assert check(db, parts=plain.parts) == ()
    plain.documents.append(document("copy.txt", ARTICLES["harbour.txt"]))
    assert ingest(db, [], parts=plain.parts).counts == {"unchanged": 3, "duplicate": 1}
    fresh = tmp_path / "fresh.db"
    ingest(fresh, [], parts=plain.parts)
    with Reader(fresh) as reader, Reader(db) as old:
        assert list(old.claims()) == list(reader.claims())
        assert [found.id for found in old.relations()] == [found.id for found in reader.relations()]
