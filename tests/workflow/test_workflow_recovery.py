"""A backup is whole at any time; of a damaged base all that can be read is saved."""

import os
import random
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.errors import StoreError
from claimkb.model import Original, Place, Status
from claimkb.store.queries import Reader
from claimkb.workflow import backup, check, diff, ingest, recover, review
from support import PlainParts, document, exported

PAGE = 4096
DOCUMENTS = 40


def babble(seed: int) -> str:
    """A text of its own for each seed."""
    chance = random.Random(seed)

    def word() -> str:
        return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3))

    return "\n".join(f"The {word()} of {word()} {word()}s the {word()} in {word()}." for _ in range(25))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of forty documents, one of them changed once, with one decision."""
    db = tmp_path_factory.mktemp("sound") / "claims.db"
    plain = PlainParts()
    texts = {f"news/{n:02}.txt": babble(n) for n in range(DOCUMENTS)}
    texts["news/00.txt"] += "\nThe quota was cut."
    plain.documents = [document("news/01.txt", "The quota was not cut.")]
    ingest(db, [], parts=plain.parts)
    texts["news/01.txt"] += "\nThe quota was not cut."
    plain.documents = [document(path, text) for path, text in texts.items()]
    page = Original("https://a.example", "2024-05-01T00:00:00+00:00", "text/html", b"<p>as it was fetched")
    plain.documents[2] = replace(plain.documents[2], places=(Place(0, "page 7"),), original=page)
    ingest(db, [], parts=plain.parts)
    with Reader(db) as reader:
        review(db, next(iter(reader.contradictions())).relation.id, Status.CONFIRMED, "seen")
    connection = sqlite3.connect(db)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return db


@pytest.fixture
def damaged(sound: Path, tmp_path: Path) -> Path:
    """A copy of it to be damaged."""
    return Path(shutil.copy(sound, tmp_path / "damaged.db"))


def test_a_backup_is_the_base(sound: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert backup(sound, copy) == copy.stat().st_size
    backup(sound, copy)
    assert exported(copy) == exported(sound)
    assert check(copy, parts=PlainParts().parts) == ()
    assert [path.name for path in tmp_path.iterdir()] == ["copy.db"]


def test_a_backup_replaces_nothing_else(sound: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear reader, this is no database of ours, and it is long enough to be one." * 99)
    for target in (letter, tmp_path, sound):
        with pytest.raises(StoreError):
            backup(sound, target)
    with pytest.raises(StoreError, match="no folder"):
        backup(sound, tmp_path / "nowhere" / "copy.db")
    assert letter.read_text().startswith("Dear reader")


def test_a_damaged_base_is_not_backed_up(damaged: Path, tmp_path: Path) -> None:
    overwrite(damaged, range(3, damaged.stat().st_size // PAGE, 2))
    with pytest.raises(StoreError, match="claimkb recover"):
        backup(damaged, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_sound_base_is_recovered_without_parsing(sound: Path, tmp_path: Path) -> None:
    plain = PlainParts()
    found = recover(sound, tmp_path / "new.db", parts=plain.parts)
    assert (found.report.taken, found.lost, found.parsed_anew) == (DOCUMENTS, (), 0)
    assert (found.decisions, found.versions) == (1, 1)
    assert exported(tmp_path / "new.db") == exported(sound)
    assert diff(tmp_path / "new.db", "01.txt")[2] == diff(sound, "01.txt")[2]

    with Reader(tmp_path / "new.db") as reader, Reader(sound) as before:
        assert list(reader.originals()) == list(before.originals()) != []


def test_a_base_of_the_first_version_is_recovered(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "store" / "data" / "articles-1.db"
    found = recover(old, tmp_path / "new.db", parts=PlainParts().parts)
    assert (found.report.taken, found.lost, found.decisions) == (4, (), 1)
    assert check(tmp_path / "new.db", parts=PlainParts().parts) == ()


def test_what_cannot_be_recovered_is_said(sound: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.db"
    nothing.write_bytes(os.urandom(9 * PAGE))
    with pytest.raises(StoreError, match="Nothing can be read"):
        recover(nothing, tmp_path / "new.db", parts=PlainParts().parts)
    with pytest.raises(StoreError, match="is there already"):
        recover(sound, nothing, parts=PlainParts().parts)
    with pytest.raises(StoreError, match="no database"):
        recover(tmp_path / "none.db", tmp_path / "new.db", parts=PlainParts().parts)
    assert [path.name for path in tmp_path.iterdir()] == ["nothing.db"]


def overwrite(path: Path, pages: "range | list[int]", filling: bytes = b"\xa5" * PAGE) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE)
            file.write(filling)


@pytest.mark.parametrize("seed", range(8))
def test_a_few_lost_pages_cost_a_few_documents(seed: int, damaged: Path, tmp_path: Path) -> None:
    chance = random.Random(seed)
    pages = damaged.stat().st_size // PAGE
    hit = chance.sample(range(pages), 4) if seed else [0]  # the first page is what leads to all others
    overwrite(damaged, hit, chance.choice([bytes(PAGE), chance.randbytes(PAGE)]))
    assert is_recognised(damaged)
    before = damaged.read_bytes()
    found = recover(damaged, tmp_path / "new.db", parts=PlainParts().parts)
    assert check(tmp_path / "new.db", parts=PlainParts().parts) == ()
    assert found.report.taken >= DOCUMENTS - 8
    assert damaged.read_bytes() == before


def is_recognised(path: Path) -> bool:
    """Whether `check` names the damage, or refuses the file with the next step."""
    try:
        return check(path, parts=PlainParts().parts) != ()
    except StoreError as error:
        return "claimkb recover" in str(error)


def test_half_a_file_gives_what_is_in_that_half(damaged: Path, tmp_path: Path) -> None:
    os.truncate(damaged, damaged.stat().st_size // PAGE // 2 * PAGE)
    assert is_recognised(damaged)
    found = recover(damaged, tmp_path / "new.db", parts=PlainParts().parts)
    assert check(tmp_path / "new.db", parts=PlainParts().parts) == ()
    assert found.report.taken > DOCUMENTS // 4


def test_versions_are_counted_anew_where_one_is_lost(damaged: Path, tmp_path: Path) -> None:
    with sqlite3.connect(damaged) as connection:
        assert connection.execute("UPDATE versions SET number = 3").rowcount == 1
    assert check(damaged, parts=PlainParts().parts)
    saved = tmp_path / "saved.db"
    assert recover(damaged, saved, parts=PlainParts().parts).versions == 1
    assert check(saved, parts=PlainParts().parts) == ()
