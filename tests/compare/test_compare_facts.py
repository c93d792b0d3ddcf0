"""What a fact has only one of: a value, a place, a day, somebody in an office, and what makes it two facts."""

from collections.abc import Iterator

import pytest

from claimkb.compare.tolls import toll
from claimkb.workflow import Parts, judge_pair, split


@pytest.fixture(scope="module")
def parts() -> Iterator[Parts]:
    yield Parts()


VERDICTS = [
    # label, type, one text, the other
    # Values: all words of the thing on both sides, one time, one place.
    ("contradiction", "quantity", "Unemployment in Chad stood at 6 percent in June.",
     "The jobless rate in Chad was 9 percent in June."),
    ("contradiction", "quantity", "The new bridge will cost $90 million.",
     "The price of the new bridge will be $140 million."),
    ("none", "", "Inflation was 6 percent in June.", "Inflation was 9 percent in October."),
    ("none", "", "Turnout in Lyon was 60 percent.", "Turnout in Turin was 41 percent."),
    # Tolls: a bare figure counts the dead.
    ("contradiction", "quantity", "The train crash in Brenn left 31 passengers dead.",
     "Officials put the death toll of the train crash in Brenn at 18."),
    ("none", "", "Eleven children died in the Brenn fire.", "The Brenn fire killed 90 people."),
    ("none", "", "A tanker sank off Malta in 2004, killing 12 people.",
     "A tanker sank off Cyprus in 2011, killing 40 people."),
    ("none", "", "Chad pledged $4 million to flood victims in Lyon.",
     "Chad pledged $9 million to earthquake victims in Turin."),
    # Days: the verb and the noun made of it tell one event.
    ("contradiction", "date", "The bridge at Brenn collapsed on 3 June 2014.",
     "The collapse of the bridge at Brenn happened on 19 June 2014."),
    ("none", "", "The general's niece died on 3 June 2014.", "The general died in 1970."),
    # Places: one definite thing, verbs of one event, and no place within the other.
    ("contradiction", "place-or-person", "Police arrested the driver at a motel in Lyon.",
     "The driver was caught near Turin, police said."),
    ("contradiction", "place-or-person", "The trial of the general opened in Lyon.",
     "The general's trial began in Turin."),
    ("none", "", "Police arrested a driver in Lyon.", "A driver was arrested in Turin."),
    ("none", "", "The drivers were arrested in Lyon.", "The drivers were arrested in Turin."),
    # Offices: the same words for the post, and no other body.
    ("contradiction", "place-or-person", "Norvik Bank named Ann Lee as its new chief executive.",
     "Norvik Bank appointed Paul Roy chief executive."),
    ("contradiction", "place-or-person", "Ann Lee has been named as the next prime minister.",
     "The next prime minister will be Paul Roy."),
    ("none", "", "Ann Lee was elected president of Chad.", "Paul Roy was elected president of Mali."),
    ("none", "", "Ann Lee is a minister.", "Paul Roy is a minister."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "type_", "a", "b"), VERDICTS, ids=[f"{r[2]} / {r[3]}" for r in VERDICTS])
def test_one_fact_or_two(parts: Parts, kind: str, type_: str, a: str, b: str) -> None:
    found = judge_pair(a, b, parts=parts)
    assert (found.kind.value, found.type) == (kind, type_)


OPPOSITES = [
    ("contradiction", "The firm has scrapped its plan to move to Lyon.",
     "The firm is going ahead with its plan to move to Lyon."),
    ("contradiction", "The minister cut fuel taxes on Monday.", "Fuel taxes rose on Monday."),
    ("contradiction", "The union called off Friday's march.", "Friday's march will go ahead."),
    ("contradiction", "The council has approved the plan.", "The council is yet to approve the plan."),
    ("contradiction", "The crew handled the fire well.", "The crew handled the fire badly."),
    ("contradiction", "The siege of Brenn is over.", "The siege of Brenn continues."),
    ("none", "Most guests passed the test.", "Some guests did not pass the test."),
    ("none", "Lee's partner was nominated for a prize.", "Lee was not nominated."),
    ("none", "The fuel tax ought to be lowered.", "The fuel tax was raised."),
    ("none", "The mill has 900 workers.", "The mill laid off 70 workers."),
    ("contradiction", "The commission declared Paul Roy the winner of the July ballot.",
     "Ann Lee had won the election."),
    ("none", "The shop will stop selling petrol.", "The shop will not sell petrol any longer."),
    ("none", "The bank's revenue fell 8 percent.", "The bank's profit rose 8 percent."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "a", "b"), OPPOSITES, ids=[f"{r[1]} / {r[2]}" for r in OPPOSITES])
def test_opposites_in_other_constructions(parts: Parts, kind: str, a: str, b: str) -> None:
    found = judge_pair(a, b, parts=parts).kind.value
    assert found == kind if kind != "none" else found != "contradiction"


TOLLS = [
    ("Officials put the death toll at 48.", 48.0),
    ("The number of dead stood at 1,287.", 1287.0),
    ("The toll has reached at least 120.", 120.0),
    ("The toll of the war rose by 12 percent.", None),
    ("The mayor put the cost at 48.", None),
]


@pytest.mark.parametrize(("text", "dead"), TOLLS)
def test_a_toll_counts_people(parts: Parts, text: str, dead: float | None) -> None:
    found = toll(split(text, parts=parts).claims[0])
    assert (found.quantity.low if found else None) == dead
