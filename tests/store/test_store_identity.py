"""The hashes and normal forms that make two rows the same thing."""

import pytest

from claimkb.store.identity import (
    RANK_BITS,
    day_range,
    family,
    normalised,
    pair_content,
    rank,
    relation_id,
    sentence_digest,
)


@pytest.mark.parametrize(
    ("iso", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2024-12", ("2024-12-01", "2024-12-31")),
        ("2024-05-31", ("2024-05-31", "2024-05-31")),
        ("2024-05-31T10:00:00Z", ("2024-05-31", "2024-05-31")),
        (None, (None, None)),
        ("", (None, None)),
        ("spring 2024", (None, None)),
        ("2024-13", (None, None)),
        ("20245", (None, None)),
        ("0000", (None, None)),
    ],
)
def test_a_date_has_a_first_and_a_last_day(iso: str | None, days: tuple[str | None, str | None]) -> None:
    assert day_range(iso) == days


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The quota was cut.", "the  quota was cut", True),
        ("“The quota” was cut!", "The quota was cut", True),
        ("The quota was cut", "The quota was not cut", False),
        ("$150 billion", "$15 billion", False),
    ],
)
def test_the_content_of_a_claim_is_its_words(one: str, other: str, same: bool) -> None:
    assert (normalised(one) == normalised(other)) is same


def test_a_sentence_is_told_by_its_words_if_it_has_enough() -> None:
    long = "Fishermen in Bergen lost a third of their income."
    assert sentence_digest(long) == sentence_digest(long.upper().replace(" ", "\u00a0"))
    assert sentence_digest(long) != sentence_digest(long.replace("third", "half"))
    assert sentence_digest("Share this article now!") is None


def test_ids_are_the_same_on_every_machine() -> None:
    assert relation_id("25b97fbd6c16", "ed432af94786") == "77c54d93ab03"
    assert relation_id("ed432af94786", "25b97fbd6c16") != "77c54d93ab03"
    assert pair_content("a", "b") == pair_content("b", "a")
    assert 0 <= rank("25b97fbd6c16") < 2**RANK_BITS


def test_a_tension_is_of_the_family_of_contradictions() -> None:
    assert family("contradiction") == family("tension") != family("agreement")
