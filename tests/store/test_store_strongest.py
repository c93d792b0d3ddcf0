"""The strongest findings of whatever a filter names come in order, without sorting or reading the others."""

import sqlite3
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest

from claimkb.model import RelationKind, Scope, Status
from claimkb.records import RelationFilter, RelationRecord
from claimkb.store.choosing import relation_statement
from claimkb.store.queries import Reader
from claimkb.store.schema_findings import SHELVES
from claimkb.store.store import Store
from claimkb.workflow import check, ingest
from support import PlainParts, document

NARROWER = {"economy": {"economy", "fishing"}, "weather": {"weather"}, "fishing": {"fishing"}}
TEXTS = {
    "gazette": "The fleet landed {} tonnes of cod.\nThe storm closed the port.\nThe market was not opened.",
    "harbour": "The fleet landed {} tonnes of cod.\nThe storm closed the port.\nThe market was opened.",
    "islander": "The fleet landed {} tonnes of cod.\nThe market was opened.\nTrade grew after the storm.",
    "mail": "The fleet was not seen.\nTrade grew after the storm.\nThe fleet was seen.",
}
NAMED = {
    "themes": [("economy",), ("weather",), ("fishing", "weather")],
    "sources": [("gazette",), ("mail", "harbour")],
    "types": [("quantity",), ("negation", "same-fact")],
    "kinds": [(RelationKind.CONTRADICTION,), (RelationKind.AGREEMENT, RelationKind.TENSION)],
    "statuses": [(Status.SUGGESTED, Status.CONFIRMED), (Status.DISMISSED, Status.CONFIRMED)],
    "scope": [Scope.CROSS_SOURCE],
    "min_confidence": [0.6],
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("strongest") / "claims.db"
    plain = PlainParts()
    plain.documents = [
        document(f"{source}/{page}.txt", f"{text.format(page % 3 + 40)}\nIs this page {page}?", name=source)
        for place, (source, text) in enumerate(TEXTS.items())
        for page in (place, place + 1)
    ]
    ingest(path, [], parts=plain.parts)
    with Store.open(path) as store:
        ids = [row[0] for row in store.connection.execute("SELECT uid FROM relations ORDER BY uid")]
        with store.transaction():
            for place, uid in enumerate(ids[:12]):
                store.review(uid, (Status.CONFIRMED, Status.DISMISSED)[place % 2], words="decided")
    assert check(path, parts=plain.parts) == ()
    return path


@pytest.fixture(scope="module")
def connection(base: Path) -> Iterator[sqlite3.Connection]:
    with Store.open(base) as store:
        yield store.connection


def filters() -> Iterator[RelationFilter]:
    """Every filter alone, every two together, and all but one of them."""
    for number in (0, 1, 2):
        for chosen in combinations(NAMED, number):
            for values in product(*(NAMED[name] for name in chosen)):
                yield RelationFilter(**dict(zip(chosen, values, strict=True)))
    for chosen in combinations(NAMED, len(NAMED) - 1):
        yield RelationFilter(**{name: NAMED[name][-1] for name in chosen})


def fits(found: RelationRecord, chosen: RelationFilter) -> bool:
    themes = set().union(*(NARROWER[theme] for theme in chosen.themes))
    return (
        (not chosen.themes or not themes.isdisjoint(found.themes))
        and (not chosen.sources or not {found.a_source, found.b_source}.isdisjoint(chosen.sources))
        and (not chosen.types or found.type in chosen.types)
        and (not chosen.kinds or found.kind in chosen.kinds)
        and (not chosen.statuses or found.status in chosen.statuses)
        and chosen.scope in (None, found.scope)
        and found.confidence >= chosen.min_confidence
    )


def test_each_filter_gives_what_it_names_strongest_first(base: Path) -> None:
    with Reader(base) as reader:
        everything = list(reader.relations())
        assert len(everything) > 40
        assert {found.kind for found in everything} >= {RelationKind.AGREEMENT, RelationKind.CONTRADICTION}
        assert {found.scope for found in everything} == set(Scope)
        chosen_any = 0
        for chosen in filters():
            expected = [found.id for found in everything if fits(found, chosen)]
            assert [found.id for found in reader.relations(chosen)] == expected, chosen
            chosen_any += bool(expected)
        assert chosen_any > 60
    strengths = [(-found.confidence, found.id) for found in everything]
    assert strengths == sorted(strengths)


@pytest.mark.parametrize("skip", [0, 1, 5])
def test_pages_follow_each_other(base: Path, skip: int) -> None:
    chosen = RelationFilter(themes=("economy",), sources=("mail", "harbour"))
    with Reader(base) as reader:
        whole = [found.id for found in reader.relations(chosen)]
        page = RelationFilter(themes=chosen.themes, sources=chosen.sources, skip=skip, limit=3)
        assert [found.id for found in reader.relations(page)] == whole[skip : skip + 3]


def test_no_filter_reads_or_sorts_all_findings(connection: sqlite3.Connection) -> None:
    tables = ("relations", "relation_themes", "relation_sources", "claims", "documents", "found")
    for chosen in filters():
        sql, values = relation_statement(connection, chosen)
        steps = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
        scans = [step for step in steps if step.startswith("SCAN ") and step.split()[1] in tables]
        assert scans == [], chosen
        assert not [step for step in steps if "TEMP B-TREE" in step], (chosen, steps)


def test_many_lists_are_not_merged(base: Path) -> None:
    types = tuple(f"type-{n}" for n in range(40))
    with Reader(base) as reader:
        quantities = list(reader.relations(RelationFilter(types=("quantity",))))
        assert list(reader.relations(RelationFilter(types=("quantity", *types)))) == quantities
        assert quantities


def test_the_numbers_of_shelves_are_stored_and_stay() -> None:
    assert {f"{kind} {scope}": place for (kind, scope), place in SHELVES.items()} == {
        "agreement cross-source": 0,
        "contradiction cross-source": 1,
        "tension cross-source": 2,
        "agreement within-source": 3,
        "contradiction within-source": 4,
        "tension within-source": 5,
    }
