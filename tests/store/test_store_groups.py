"""Agreement groups: who says it, how many voices that are, who was first, who dissents."""

from pathlib import Path

import pytest

from claimkb.records import GroupRecord, RelationFilter
from claimkb.store.queries import Reader
from claimkb.workflow import ingest

ARTICLES = {
    "echo": "Kenya signed the grain treaty with Uganda.",
    "herald": "The grain treaty with Uganda was signed by Kenya.",
    "mirror": "Kenya signed a grain treaty with Uganda.",
    "tribune": "Kenya did not sign the grain treaty with Uganda.",
    "quoting-a": "Anna Holm said that the dam in Laos is safe.",
    "quoting-b": "The dam in Laos is safe, Anna Holm said.",
    "quoting-c": "Prime Minister Anna Holm said that the dam in Laos is safe.",
    "wire-a": "The ferry Lysekil ran aground on rocks near the port of Visby in thick fog on Monday. Divers came.",
    "wire-b": "The ferry Lysekil ran aground on rocks near the port of Visby in thick fog. A tug went out to it.",
}
DATES = {"echo": "2024-05-03", "herald": "2024-05-01", "mirror": "2024-05-02", "tribune": "2024-05-04"}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("groups")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    tables = (f'[[source]]\nfile = "{name}.txt"\npublished = "{day}"\n' for name, day in DATES.items())
    (folder / "sources.toml").write_text("\n".join(tables), encoding="utf-8")
    report = ingest(folder / "claims.db", [str(folder)])
    assert not report.refused
    return folder / "claims.db"


def found(base: Path, **values: int) -> dict[str, GroupRecord]:
    with Reader(base) as reader:
        return {group.text: group for group in reader.groups(RelationFilter(), **values)}


def test_a_group_counts_its_voices_and_names_the_first_and_the_dissenters(base: Path) -> None:
    group = next(group for group in found(base).values() if "treaty" in group.text)
    assert (group.voices, group.claims, group.sources) == (3, 3, ("echo", "herald", "mirror"))
    assert (group.first_source, group.first_published) == ("herald", "2024-05-01")
    assert group.dissenters == ("tribune",)
    assert group.id in group.members and len(set(group.members)) == group.claims


def test_a_speaker_quoted_twice_is_one_voice(base: Path) -> None:
    alone = found(base, min_voices=1)
    quoted = next(group for group in alone.values() if "dam" in group.text)
    assert (quoted.claims, quoted.voices) == (3, 1)  # also under her office
    assert quoted.text not in found(base)


def test_a_passage_that_two_papers_copied_is_one_voice_and_the_shortest_claim_leads(base: Path) -> None:
    copied = next(group for group in found(base, min_voices=1).values() if "Lysekil" in group.text)
    assert (copied.claims, copied.voices) == (2, 1)
    assert "Monday" not in copied.text


def test_a_filter_and_a_limit_hold(base: Path) -> None:
    with Reader(base) as reader:
        assert reader.groups(RelationFilter(sources=("tribune",)), 1) == ()
        assert len(reader.groups(RelationFilter(limit=1), 1)) == 1
