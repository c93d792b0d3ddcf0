"""A folder of Parquet files answers what its base answers, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.errors import ClaimkbError, NotFoundError, UsageError
from claimkb.model import Document, Modality, Polarity, RelationKind, Scope, Status
from claimkb.records import ClaimFilter, QuantityFilter, RelationFilter
from claimkb.store.queries import Reader
from claimkb.store.shard_queries import ShardReader
from claimkb.store.shards import write_shards
from claimkb.workflow import ingest
from support import ARTICLES, PlainParts, document

duckdb = pytest.importorskip("duckdb")

MORE = {
    "=cmd'; DROP TABLE claims; --.txt": 'O\'Brien said "nobody" paid 30 crowns in 2020.\n'
    "The Café Øster will not close.",
    "dated.txt": "The quota was cut by 12 percent.\nThe storm's end was seen.",
    "bare.txt": "All is quiet.",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("base") / "claims.db"
    plain = PlainParts()
    texts: list[Document] = [document(path, text) for path, text in (ARTICLES | MORE).items()]
    plain.documents = [
        document(each.path, each.text, published="2020-06") if each.path == "dated.txt" else each
        for each in texts
    ]
    ingest(path, [], parts=plain.parts)
    return path


@pytest.fixture(scope="module")
def folder(base: Path) -> Path:
    made = base.with_name("o'shards")
    counts = write_shards(base, made, rows=4)
    assert counts["claims"] == 14
    assert len(list(made.glob("claims/*.parquet"))) == 4
    return made


@pytest.fixture(scope="module")
def shards(folder: Path) -> Iterator[ShardReader]:
    with ShardReader(folder) as reader:
        yield reader


FILTERS = [
    ClaimFilter(),
    ClaimFilter(text="fleet"),
    ClaimFilter(text="FLEET tonnes"),
    ClaimFilter(text='"tonnes of cod"'),
    ClaimFilter(text='"of tonnes cod"'),
    ClaimFilter(text="fle*"),
    ClaimFilter(text='"the fle"'),
    ClaimFilter(text='"the fle"*'),
    ClaimFilter(text="le"),
    ClaimFilter(text="cafe"),
    ClaimFilter(text="Café oster"),
    ClaimFilter(text="café øster"),
    ClaimFilter(text="o'brien"),
    ClaimFilter(text="storm's"),
    ClaimFilter(text="storm s"),
    ClaimFilter(text="%"),
    ClaimFilter(text="qu%ta"),
    ClaimFilter(text=""),
    ClaimFilter(text="') OR 1=1 --"),
    ClaimFilter(themes=("economy",)),
    ClaimFilter(themes=("Fishing", "weather")),
    ClaimFilter(sources=("gazette", "Harbour")),
    ClaimFilter(sources=("=cmd'; DROP TABLE claims; --",)),
    ClaimFilter(entities=("norway",)),
    ClaimFilter(entities=("Olsen", "BERGEN")),
    ClaimFilter(holders=("Olsen",)),
    ClaimFilter(holders=("author",)),
    ClaimFilter(holders=("o'brien", "harbour officials")),
    ClaimFilter(modalities=(Modality.PREDICTED,)),
    ClaimFilter(polarities=(Polarity.NEGATED,)),
    ClaimFilter(extractors=("rules",)),
    ClaimFilter(has_quantity=True),
    ClaimFilter(quantities=(QuantityFilter(low=40.0),)),
    ClaimFilter(quantities=(QuantityFilter(low=12.0, high=40.0, strict=True),)),
    ClaimFilter(quantities=(QuantityFilter(high=40.0, unit="USD"),)),
    ClaimFilter(quantities=(QuantityFilter(low=1.0), QuantityFilter(high=30.0))),
    ClaimFilter(since="2020"),
    ClaimFilter(until="2019-12"),
    ClaimFilter(since="2020-06-15", until="2020-06-20"),
    ClaimFilter(text="quota", polarities=(Polarity.AFFIRMED,), since="2000", themes=("fishing",)),
    ClaimFilter(limit=3),
]
SORTS = ["position", "date", "source", "agreements", "contradictions", "corroboration", "confidence"]


@pytest.mark.parametrize("chosen", FILTERS, ids=lambda chosen: re.sub(r"\(\), |None, ", "", str(chosen))[:60])
def test_the_same_filter_gives_the_same_rows(chosen: ClaimFilter, base: Path, shards: ShardReader) -> None:
    with Reader(base) as reader:
        assert list(shards.claims(chosen)) == list(reader.claims(chosen))


@pytest.mark.parametrize("sort", SORTS)
def test_the_same_order_gives_the_same_rows(sort: str, base: Path, shards: ShardReader) -> None:
    for chosen in (ClaimFilter(sort=sort), ClaimFilter(sort=sort, text="the", limit=5)):
        with Reader(base) as reader:
            assert list(shards.claims(chosen)) == list(reader.claims(chosen))


def test_a_search_that_would_be_ranked_gives_the_same_rows(base: Path, shards: ShardReader) -> None:
    chosen = ClaimFilter(text="the", sort="relevance")
    with Reader(base) as reader:
        assert {each.id for each in shards.claims(chosen)} == {each.id for each in reader.claims(chosen)}


FINDINGS = [
    RelationFilter(),
    RelationFilter(kinds=(RelationKind.CONTRADICTION,), scope=Scope.CROSS_SOURCE),
    RelationFilter(kinds=(RelationKind.AGREEMENT, RelationKind.TENSION)),
    RelationFilter(themes=("economy",)),
    RelationFilter(themes=("Fishing", "weather"), sources=("harbour",)),
    RelationFilter(sources=("gazette", "Harbour")),
    RelationFilter(types=("Quantity",)),
    RelationFilter(min_confidence=0.6, statuses=(Status.SUGGESTED, Status.CONFIRMED)),
    RelationFilter(statuses=(Status.DISMISSED,)),
    RelationFilter(sort="date"),
    RelationFilter(skip=1, limit=2),
]


@pytest.mark.parametrize(
    "chosen", FINDINGS, ids=lambda chosen: re.sub(r"\(\), |None, ", "", str(chosen))[:60]
)
def test_the_same_filter_gives_the_same_findings(
    chosen: RelationFilter, base: Path, shards: ShardReader
) -> None:
    with Reader(base) as reader:
        assert list(shards.relations(chosen)) == list(reader.relations(chosen))


def test_there_are_findings_to_compare(shards: ShardReader) -> None:
    kinds = {found.kind for found in shards.relations(RelationFilter())}
    assert kinds >= {RelationKind.AGREEMENT, RelationKind.CONTRADICTION}


def test_what_only_a_base_knows_needs_a_base(shards: ShardReader) -> None:
    with pytest.raises(UsageError, match="--sort corroboration needs a database"):
        list(shards.relations(RelationFilter(sort="corroboration")))


UNKNOWN = [
    (ClaimFilter(themes=("fishin",)), "There is no theme 'fishin'. Did you mean 'fishing'"),
    (ClaimFilter(sources=("nowhere",)), "There is no source 'nowhere'"),
    (ClaimFilter(entities=("x' OR 1=1 --",)), "There is no entity 'x' OR 1=1 --'"),
    (ClaimFilter(holders=("nobody at all",)), "There is no holder"),
]


@pytest.mark.parametrize(("chosen", "words"), UNKNOWN)
def test_what_is_not_there_is_no_empty_answer(chosen: ClaimFilter, words: str, shards: ShardReader) -> None:
    with pytest.raises(NotFoundError, match=re.escape(words)):
        list(shards.claims(chosen))


def test_full_text_expressions_need_a_base(shards: ShardReader) -> None:
    with pytest.raises(UsageError, match="--match needs a database"):
        list(shards.claims(ClaimFilter(match="cod OR quota")))


def test_nothing_beyond_the_folder_can_be_read_or_written(shards: ShardReader, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a\n1\n", encoding="utf-8")
    for sql in (
        f"SELECT * FROM read_csv('{other}')",
        f"COPY (SELECT 1) TO '{tmp_path / 'out.csv'}'",
        "SET enable_external_access = true",
    ):
        with pytest.raises(duckdb.Error):
            shards._connection.execute(sql)
    assert [path.name for path in tmp_path.iterdir()] == ["other.csv"]


def test_a_folder_is_made_whole_and_never_written_over(base: Path, folder: Path, tmp_path: Path) -> None:
    before = sorted(folder.rglob("*"))
    with pytest.raises(ClaimkbError, match="is there already"):
        write_shards(base, folder)
    assert sorted(folder.rglob("*")) == before
    with pytest.raises(ClaimkbError, match="holds no claims"):
        ShardReader(tmp_path)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "0.parquet").write_bytes(b"no parquet")
    with ShardReader(tmp_path) as broken, pytest.raises(ClaimkbError, match="cannot be read"):
        list(broken.claims(ClaimFilter()))


def test_a_base_without_findings_has_empty_files_of_the_right_columns(tmp_path: Path) -> None:
    plain = PlainParts()
    plain.documents = [document("bare.txt", "All is quiet.")]
    ingest(tmp_path / "claims.db", [], parts=plain.parts)
    write_shards(tmp_path / "claims.db", tmp_path / "shards")
    with duckdb.connect() as connection:
        found = connection.execute(
            "SELECT * FROM read_parquet(?)", [f"{tmp_path}/shards/relations/*.parquet"]
        )
        assert [each[0] for each in found.description][:3] == ["id", "kind", "type"]
        assert found.fetchall() == []


def test_without_duckdb_the_extra_is_named(
    base: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(ClaimkbError, match=r"claimkb\[duckdb\]"):
        write_shards(base, tmp_path / "shards")
    with pytest.raises(ClaimkbError, match=r"claimkb\[duckdb\]"):
        ShardReader(folder)


def test_hidden_claims_are_there_for_who_asks(base: Path, shards: ShardReader) -> None:
    with Reader(base) as reader:
        every = replace(ClaimFilter(), hidden=True)
        assert list(shards.claims(every)) == list(reader.claims(every))
