"""The library answers as the commands do, in records and frames."""

from pathlib import Path

import pytest

import claimkb
from claimkb.api import Found
from claimkb.errors import ClaimkbError, NotFoundError, StoreError
from claimkb.records import ClaimRecord, RelationRecord
from claimkb.workflow import ingest
from support import PlainParts


@pytest.fixture
def base(db: Path, plain: PlainParts) -> Path:
    ingest(db, [], parts=plain.parts)
    return db


def test_claims_by_the_same_filters(base: Path) -> None:
    with claimkb.open(base) as kb:
        assert len(kb.claims()) == 9
        assert isinstance(kb.claims()[0], ClaimRecord)
        assert [c.source for c in kb.claims("storm", theme="weather")] == ["harbour", "monitor"]
        assert {c.source for c in kb.claims(source=["harbour", "gazette"], has_quantity=True)} == {
            "harbour",
            "gazette",
        }
        assert len(kb.claims(polarity="negated")) == 1
        assert len(kb.claims(quantity=">= 50")) == 1
        assert len(kb.claims(match="quota NOT cut")) == 0
        assert [c.label for c in kb.claims(sort="corroboration", limit=1)] == ["The quota was cut"]


def test_findings(base: Path) -> None:
    with claimkb.open(str(base)) as kb:
        assert {type(r) for r in kb.relations()} == {RelationRecord}
        assert len(kb.contradictions()) == 3
        assert len(kb.agreements()) == 1
        assert kb.tensions() == ()
        first = kb.contradictions(limit=1)[0]
        assert kb.relation(first.id[:6]).relation == first
        kb.review(first.id, "dismissed", "another quota")
        assert len(kb.contradictions()) == 2
        assert kb.undo().what.startswith("dismissed contradiction")
        assert len(kb.contradictions()) == 3


def test_decisions(base: Path) -> None:
    with claimkb.open(base) as kb:
        claim = kb.claims("Norway")[0]
        kb.note(claim.id, "seen")
        kb.rate(claim.id, "3")
        kb.tag(claim.id, add="weather")
        kb.correct("monitor", {"reliability": "C"})
        shown = kb.claim(claim.id[:8]).claim
        assert (shown.note, shown.rating, shown.reliability) == ("seen", "3", "C")
        assert shown.themes == ("economy", "weather")
        assert kb.hide(claim.id) == 1
        assert kb.claims("Norway") == ()
        assert [step.number for step in kb.log()] == [5, 4, 3, 2, 1]


def test_lists(base: Path) -> None:
    with claimkb.open(base) as kb:
        assert [s.name for s in kb.sources()] == ["gazette", "harbour", "monitor"]
        assert [d.path for d in kb.documents()] == ["gazette.txt", "harbour.txt", "monitor.txt"]
        assert {t.slug for t in kb.themes()} == {"economy", "fishing", "weather"}
        assert kb.theme_matrix().sources == ("gazette", "harbour", "monitor")
        assert "Bergen" in {e.name for e in kb.entities()}
        assert [t.start for t in kb.timeline(source="monitor")] == ["2019-01-01"]
        assert {c.where for c in kb.compare("gazette", "harbour")} == {"clash", "only-a", "only-b"}
        assert next(s.number for s in kb.stats() if s.name == "claims") == 9


def test_rows_and_frames(base: Path) -> None:
    with claimkb.open(base) as kb:
        rows = kb.claims("fleet").to_dicts()
        assert rows[0]["polarity"] == "affirmed"
        assert rows[0]["quantities"][0]["low"] in (40.0, 55.0)
        for library in ("pandas", "polars"):
            try:
                __import__(library)
            except ImportError:
                with pytest.raises(ClaimkbError, match=f"pip install {library}"):
                    getattr(kb.claims(), f"to_{library}")()
            else:
                frame = getattr(kb.claims(), f"to_{library}")()
                assert list(frame["id"]) == [c.id for c in kb.claims()]


def test_what_is_wrong_is_said(base: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database"):
        claimkb.open(tmp_path / "missing.db")
    with claimkb.open(base) as kb:
        with pytest.raises(NotFoundError, match="Did you mean 'weather'"):
            kb.claims(theme="wether")
        with pytest.raises(ClaimkbError, match="Choose among affirmed, negated"):
            kb.claims(polarity="no")
        assert isinstance(kb.claims(limit=0), Found)
