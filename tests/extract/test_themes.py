"""Themes: which terms of a taxonomy a claim holds."""

import pytest

from claimkb.extract.themes import tag_themes
from claimkb.lexicon.themes import builtin_themes
from claimkb.model import Theme, ThemeTag


def terms_in(text: str, *terms: str, context: str = "") -> tuple[str, ...]:
    tags = tag_themes(text, (Theme(slug="t", label="T", terms=terms),), context=context)
    return tags[0].terms if tags else ()


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("Foreign Aid was cut.", "foreign aid", True),
        ("They raided the shop.", "aid", False),
        ("The plaid shirt", "aid", False),
        ("Two ministries’ budgets", "ministry", True),
        ("The court’s ruling", "court", True),
        ("Three crashes", "crash", True),
        ("counterterrorism", "counter-terrorism", True),
        ("counter terrorism", "counter-terrorism", True),
        ("Counter‑terrorism", "counter-terrorism", True),
        ("a cease-fire", "cease-fire", True),
        ("peace-process talks", "peace process", True),
        ("peace\nprocess", "peace process", True),
        ("anti-inflation measures", "inflation", True),
        ("He suspended it.", "suspend*", True),
        ("a suspicion", "suspend*", False),
        ("who knows", "WHO", False),
        ("the WHO's report", "WHO", True),
        ("U.N. troops", "UN", True),
        ("El Niño returned.", "El Niño", True),
    ],
)
def test_a_term_is_found_however_it_is_written(text: str, term: str, found: bool) -> None:
    assert terms_in(text, term) == ((term,) if found else ())


def test_a_term_within_a_longer_one_does_not_count() -> None:
    assert terms_in("The trade deficit grew.", "trade", "trade deficit") == ("trade deficit",)
    assert terms_in("Trade fell and the trade deficit grew.", "trade", "trade deficit") == (
        "trade",
        "trade deficit",
    )


def test_a_conjunction_needs_all_its_parts_and_context_completes_it() -> None:
    term = "aid + suspend*"
    assert terms_in("Washington suspended all aid.", term) == (term,)
    assert terms_in("Washington suspended the talks.", term) == ()
    assert terms_in("Washington suspended it.", term, context="The end of aid") == (term,)
    assert terms_in("It rained.", term, context="Aid suspended") == ()
    assert terms_in("It rained.", "aid", context="Aid suspended") == ()


@pytest.mark.parametrize(
    ("claim", "slugs"),
    [
        ("The central bank raised interest rates to 7%.", ["economy-business-and-finance"]),
        ("A magnitude 6 earthquake killed 40 people.", ["disaster-accident-and-emergency-incident"]),
        ("The striker signed for a club in the Premier League.", ["sport"]),
        ("Measles vaccination fell below 80%.", ["health"]),
        ("The supreme court struck down the election law.", ["crime-law-and-justice", "politics"]),
        ("Heavy rain fell for three days.", ["weather"]),
        ("The bishop led prayers in the cathedral.", ["religion"]),
        ("He went home.", []),
    ],
)
def test_the_general_taxonomy_tags_news(claim: str, slugs: list[str]) -> None:
    assert [tag.slug for tag in tag_themes(claim, builtin_themes())] == slugs


def test_a_tag_names_the_terms_that_earned_it() -> None:
    tags = tag_themes("Exporters fear new tariffs.", builtin_themes())
    assert tags == (ThemeTag("economy-business-and-finance", ("exporter", "tariff")),)
