"""Themes proposed from claims are a themes file; themes applied to a base need no reading."""

from pathlib import Path

import pytest

from claimkb.readers.themes_file import load_themes
from claimkb.store.queries import Reader
from claimkb.workflow import check, ingest
from claimkb.workflow.taxonomy import apply_themes, suggested_themes, themes_toml
from support import THEMES, PlainParts, document

LINES = [
    *(f"Fishers want quota in region {number}." for number in range(10, 16)),
    *(f"Skippers need harbour at pier {number}." for number in range(10, 14)),
    "Nobody knows anything.",
]


@pytest.fixture
def base(db: Path, plain: PlainParts) -> Path:
    plain.documents = [document("a.txt", "\n".join(LINES))]
    ingest(db, [], parts=plain.parts)
    return db


def test_terms_that_stand_together_make_a_theme(base: Path, tmp_path: Path) -> None:
    with Reader(base) as reader:
        claims = tuple(reader.claims())
    found = suggested_themes(claims, 5)
    assert [(theme.slug, theme.terms) for theme in found] == [("harbour", ("harbour", "Skippers"))]
    assert suggested_themes(claims, 5) == found
    assert suggested_themes(claims[:2], 5) == ()
    (tmp_path / "themes.toml").write_text(themes_toml(found), encoding="utf-8")
    assert load_themes(tmp_path / "themes.toml") == found


def test_hostile_words_make_a_valid_file(tmp_path: Path, db: Path, plain: PlainParts) -> None:
    words = ['quo"ta', "ha\\rbour", "x]]\u202e"]
    plain.documents = [
        document("a.txt", "\n".join(f"Boats {n} {word}." for word in words for n in range(10, 14)))
    ]
    ingest(db, [], parts=plain.parts)
    with Reader(db) as reader:
        found = suggested_themes(tuple(reader.claims()), 9)
    (tmp_path / "themes.toml").write_text(themes_toml(found), encoding="utf-8")
    assert {theme.slug for theme in load_themes(tmp_path / "themes.toml")} == {theme.slug for theme in found}


def test_applied_themes_stay_and_decisions_hold(base: Path, plain: PlainParts) -> None:
    plain.extractor.parsed.clear()
    with Reader(base) as reader:
        before = [claim.themes for claim in reader.claims()]
    plain.taxonomy = THEMES[2:]
    assert apply_themes(base, None, parts=plain.parts).claims == 0
    plain.taxonomy = THEMES
    assert apply_themes(base, None, parts=plain.parts).themes == 1
    with Reader(base) as reader:
        assert [claim.themes for claim in reader.claims()] == before
    assert plain.extractor.parsed == []
    assert check(base, parts=plain.parts) == ()
