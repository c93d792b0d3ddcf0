"""Who or what a pronoun or bare noun takes up: other names of one person, near clauses, comparisons, places."""

from collections.abc import Callable

import pytest

from claimkb.model import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

# (text, a claim it makes)
RESOLVED = [
    # a bare noun and the only person named are one
    (
        "Carl Webb, 16, was shot on Monday. Officers chased the teenager, and he fell.",
        "Carl Webb fell",
    ),
    # whoever is quoted under an office is not "she"
    (
        'Prosecutor Gail Moss described Ann Webb as a killer. "She came back with a gun," said ADA Moss.',
        "Ann Webb came back with a gun",
    ),
    # a noun in the singular with a verb in the plural
    ("Rescue personnel were exhausted. They had worked all night.", "Rescue personnel had worked all night"),
    # what only counts people is no thing of its own
    ("Plenty of people sold a car in spring. They needed cash.", "Plenty of people needed cash"),
    # the clause just above
    ("The act will lapse unless Congress extends it.", "The act will lapse unless Congress extends it"),
    # a possessive in a relative clause with a passive
    (
        "Matthew Hall wrote a letter about a student who was devoted to his garden.",
        "Matthew Hall wrote a letter about a student who was devoted to his garden",
    ),
    # two persons named
    ("Al Berg and Tom Kerr were sued. The two men deny it all.", "Al Berg and Tom Kerr deny it all"),
    # a place by its name
    (
        "The president spoke from Alderholm, his private golf club. He will stay at the resort until May.",
        "The president will stay at Alderholm until May",
    ),
    # what somebody decided to do
    (
        "The council voted to close the pool. The decision angered parents.",
        "The decision to close the pool angered parents",
    ),
    # the only country, told by where it lies
    (
        "Floods hit Chad on Monday. The landlocked African nation asked for help.",
        "Chad asked for help",
    ),
    # a body rather than whose it is
    (
        "Chad's electoral commission named a winner. It gave no reason.",
        "Chad's electoral commission gave no reason",
    ),
    # a list that ends in its name
    (
        "The threats to the city are many. Theft and fraud are among them.",
        "Theft and fraud are among the threats",
    ),
    # a justice is a judge
    ("Justice Al Berg read the file. The judge will rule in May.", "Justice Al Berg will rule in May"),
    # "which" only adds something
    (
        "Homes on Ossel Island were damaged. The island, which is flat, was cut off.",
        "Ossel Island was cut off",
    ),
]

# (text, a claim in which the word stays)
LEFT = [
    # of two places either may be meant
    ("She spoke at Alderholm and at Brixley. The resort was full.", "The resort was full"),
    # a place that says what it is goes by no other noun
    ("He was treated at Alder Hospital. The hotel was shut.", "The hotel was shut"),
    # what is decided once in a while is not what was decided now
    (
        "The firm appealed. There has never been an appeal on a tax decision. The decision stands.",
        "The decision stands",
    ),
    # whom a holder speaks of comes before the holder
    (
        "The watchdog says that the deal would raise Alder's lead by giving it control of ports.",
        "The deal would raise Alder's lead by giving it control of ports",
    ),
    # whom a stranger means, and what "it" was said to be
    ('Ann Lee ran. "I hoped it was a boat, but it was a log," she said.', "It was a log"),
    # police do not say "they" of themselves
    (
        'Police spoke of Tom Kerr\'s climbers. "They had hired ropes in town," police said.',
        "They had hired ropes in town",
    ),
    # two ministers are not one
    (
        "Prime Minister Ann Lee met Al Berg. The two prime ministers agreed.",
        "The two prime ministers agreed",
    ),
    # whoever is named may be the victim
    ("Carl Webb was found dead in Hull. The suspect fled.", "The suspect fled"),
    # three persons are not two
    ("Al Berg, Tom Kerr and Bo Dahl were sued. The two men deny it.", "The two men deny it"),
]


@pytest.mark.parametrize(("text", "claim"), RESOLVED, ids=[claim for _, claim in RESOLVED])
def test_names_whoever_is_meant(claims_of: ClaimsOf, text: str, claim: str) -> None:
    assert claim in [c.text for c in claims_of(text)]


@pytest.mark.parametrize(("text", "claim"), LEFT, ids=[claim for _, claim in LEFT])
def test_leaves_what_may_be_another(claims_of: ClaimsOf, text: str, claim: str) -> None:
    assert claim in [c.text for c in claims_of(text)]
