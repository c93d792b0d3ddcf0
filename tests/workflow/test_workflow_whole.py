"""The whole house: real files, the real parser and the real rules."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimkb.errors import ConfigError
from claimkb.store.queries import Reader
from claimkb.workflow import Parts, check, ingest, judge_pair, split

ARTICLES = {
    "a-harbour.txt": "Norway landed 40,000 tonnes of cod in 2021. "
    "The government raised the fishing quota in March 2021. "
    "Minister Anna Olsen said the storm destroyed 12 boats.\n",
    "b-gazette.txt": "Norway landed 55,000 tonnes of cod in 2021. "
    "The government cut the fishing quota in March 2021.\n",
    "c-monitor.txt": "About 40,000 tonnes of cod were landed by Norway in 2021. Will the quota hold?\n",
}


@pytest.fixture(scope="module")
def real() -> Parts:
    """The real parts; the parser is loaded once for all tests here."""
    return Parts()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_files_become_claims_and_findings(folder: Path, real: Parts) -> None:
    db = Path("data/claims.db")
    report = ingest(db, ["articles"], parts=real)
    assert [(o.path, o.state) for o in report.documents] == [
        (f"articles/{name}", "added") for name in ARTICLES
    ]
    assert check(db, parts=real) == ()
    with Reader(db) as reader:
        texts = {claim.document: ARTICLES[Path(claim.document).name] for claim in reader.claims()}
        assert all(texts[c.document][c.start : c.end] == c.quote for c in reader.claims())
        found = {(f.relation.a_source, f.relation.b_source) for f in reader.contradictions()}
    assert {tuple(sorted(pair)) for pair in found} >= {("a-harbour", "b-gazette")}


def test_a_second_ingest_and_another_order_change_nothing(
    folder: Path, real: Parts, export: Callable[[Path], str]
) -> None:
    ingest("one.db", ["articles"], parts=real)
    before = export(Path("one.db"))
    assert ingest("one.db", ["articles"], parts=real).counts == {"unchanged": 3}
    assert export(Path("one.db")) == before
    ingest("two.db", [f"articles/{name}" for name in sorted(ARTICLES, reverse=True)], parts=real)
    assert export(Path("two.db")) == before


def test_new_themes_and_metadata_lead_where_a_fresh_ingest_leads(
    folder: Path, real: Parts, export: Callable[[Path], str]
) -> None:
    ingest("one.db", ["articles"], parts=real)
    (folder / "themes.toml").write_text(
        '[[theme]]\nslug = "fish"\nlabel = "Fish"\nterms = ["cod", "quota"]\n'
    )
    (folder / "sources.toml").write_text(
        '[[source]]\nfile = "c-monitor.txt"\nname = "The Monitor"\ntitle = "Cod"\n'
    )
    assert ingest("one.db", ["articles"], parts=real).counts == {"changed": 3}
    assert check("one.db", parts=real) == ()
    ingest("two.db", ["articles"], parts=real)
    assert export(Path("one.db")) == export(Path("two.db"))


def test_a_file_that_is_gone_or_changed(folder: Path, real: Parts) -> None:
    ingest("one.db", ["articles"], parts=real)
    shutil.copy(folder / "a-harbour.txt", folder / "z-copy.txt")
    (folder / "b-gazette.txt").write_text(
        ARTICLES["b-gazette.txt"] + "Prices rose by 3%.\n", encoding="utf-8"
    )
    (folder / "c-monitor.txt").unlink()
    states = [outcome.state for outcome in ingest("one.db", ["articles", "none.txt"], parts=real).documents]
    assert states == ["unchanged", "changed", "duplicate", "refused"]
    assert check("one.db", parts=real) == ()


def test_malformed_themes_stop_their_own_folder_only(folder: Path, real: Parts) -> None:
    bad = folder.parent / "bad"
    bad.mkdir()
    (bad / "d-herald.txt").write_text("Norway exported 9,000 tonnes of salmon in 2021.\n")
    (bad / "themes.toml").write_text("[[theme\n")
    report = ingest("one.db", ["bad", "articles"], parts=real)
    assert report.counts == {"refused": 1, "added": 3}
    assert [o.path for o in report.refused] == ["bad"]
    assert "bad/themes.toml: not valid TOML" in report.refused[0].reason
    assert check("one.db", parts=real) == ()
    assert ingest("two.db", ["bad"], parts=real).counts == {"refused": 1}
    with pytest.raises(ConfigError, match="not valid TOML"):
        ingest("two.db", ["bad"], themes_path="bad/themes.toml", parts=real)
    (bad / "themes.toml").unlink()
    assert ingest("one.db", ["bad", "articles"], parts=real).counts == {"added": 1, "unchanged": 3}


def test_texts_are_split_and_judged(real: Parts) -> None:
    claims = split("The bank raised rates to 5%. Did it have to?", parts=real).claims
    assert [(claim.subject, [q.unit for q in claim.quantities]) for claim in claims] == [("The bank", ["%"])]
    verdict = judge_pair("The council approved the dam.", "The council did not approve the dam.", parts=real)
    assert str(verdict.kind) == "contradiction"
