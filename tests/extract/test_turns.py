"""Whole paragraphs with one speaker: transcripts, and quotations signed at their end."""

from collections.abc import Callable

from claimkb.model import Claim, Extraction, SentenceRole

ClaimsOf = Callable[..., tuple[Claim, ...]]

TRANSCRIPT = """The harbour's future was the topic of a radio debate between Mayor Ana Ruiz and engineer Tom Reed.

REED: The pier leaks. I think the roof will fall.

RUIZ: I do not agree. We repaired the roof in May.

The council paid for it.

REED: Rust has reached the beams.

RUIZ: The beams were replaced.
"""


def holders(claims: tuple[Claim, ...]) -> dict[str, str | None]:
    return {c.text: c.holder.text if c.holder is not None else None for c in claims}


def test_a_turn_belongs_to_its_speaker_by_his_full_name(claims_of: ClaimsOf) -> None:
    found = holders(claims_of(TRANSCRIPT))
    assert found["The pier leaks"] == "Tom Reed"
    assert found["The roof will fall"] == "Tom Reed"
    assert found["Rust has reached the beams"] == "Tom Reed"
    assert found["The beams were replaced"] == "Ana Ruiz"


def test_a_turn_goes_on_until_the_next_name(claims_of: ClaimsOf) -> None:
    council = next(c for c in claims_of(TRANSCRIPT) if "council paid" in c.text)
    assert council.holder is not None and council.holder.text == "Ana Ruiz"


def test_we_are_the_speaker_and_others(claims_of: ClaimsOf) -> None:
    assert "Ana Ruiz and others repaired the roof in May" in holders(claims_of(TRANSCRIPT))


def test_what_stands_before_the_first_turn_is_the_authors(claims_of: ClaimsOf) -> None:
    topic = next(c for c in claims_of(TRANSCRIPT) if "topic" in c.text)
    assert topic.holder is None


def test_who_disagrees_in_a_transcript_is_not_the_author(claims_of: ClaimsOf) -> None:
    assert not any("the author" in c.text for c in claims_of(TRANSCRIPT))


def test_one_label_with_a_colon_is_no_transcript(claims_of: ClaimsOf) -> None:
    found = claims_of("Lisbon: The tram stopped on Friday.\n\nThe city opened a school. It has 300 pupils.")
    assert not any(c.holder is not None for c in found)


def test_a_signed_quotation_belongs_to_who_signed_it(extract: Callable[..., Extraction]) -> None:
    found = extract("“The bus never comes. My street has no light.” ― Lena Okoro, 23, Leeds")
    assert holders(found.claims) == {
        "The bus never comes": "Lena Okoro",
        "Lena Okoro's street has no light": "Lena Okoro",
    }
    assert found.sentences[-1].role is SentenceRole.BYLINE
