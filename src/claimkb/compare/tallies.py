"""Two texts that give an amount of one thing, in whatever words: the same amount, another, or one of a part.

"The floods killed 41 people" and "17 people lost their lives in the floods"
share neither verb nor subject. What makes them one tally: amounts in one unit
(all kinds of people are one), of one kind (the dead, the arrested, a profit)
or under one predicate, and most of the remaining words, with no other name,
time or instance beside them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claimkb.compare.alignment import Predication, align
from claimkb.compare.difference import base_form, is_number
from claimkb.compare.naming import exchanged_names, name_words, names_cross
from claimkb.compare.phrasing import in_single_words
from claimkb.compare.profile import counted_apart, profile
from claimkb.compare.quantities import Measured, Span, comparable, measured, meet, near, value_of
from claimkb.compare.statements import statements
from claimkb.compare.times import times_apart
from claimkb.compare.tolls import toll
from claimkb.compare.wordbags import core, share
from claimkb.compare.words import CLAIMS_KEPT, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import operators
from claimkb.lexicon.wordclasses import broader, canonical
from claimkb.model import Claim, Modality

# Shares of the words besides amount and predicate: of the shorter side, and of the longer one.
_FOUND, _BOTH = 0.6, 0.34
_MONEY = 3  # letters of a currency's code
_PEOPLE = "people"
_SHARE = "%"
_PLANS = frozenset({"plan", "intend", "aim", "propose", "expect", "pledge", "vow", "promise", "set"})
_VICTIMS = frozenset({"deaths", "injuries", "arrests"})  # told by their noun, whatever the verb
_SUMS = frozenset({"loss", "profit", "revenue", "fine", "votes"})  # the same of money and shares
_VOTES = frozenset({"votes"})  # "she got 43 percent": of what is said once
_WHERE = frozenset({"in", "at", "on", "among", "from", "near", "across", "outside"})


@dataclass(frozen=True, slots=True)
class Tally:
    """An amount that a claim states: in which unit, of which kinds, and what else the claim says."""

    claim: Claim
    measured: Measured
    unit: str
    kinds: frozenset[str]
    words: frozenset[str]


def tallied_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str, str] | None:
    """The rule and the two amounts of one thing that exclude each other; one of a part is no contradiction."""
    for x in _tallies(first):
        for y in _tallies(second):
            if meet(x.measured.quantity, y.measured.quantity) is not Span.DISJOINT or not _one_thing(x, y):
                continue
            if _given(second, x) or _given(first, y):
                continue
            rule = "R5-quantity-part" if _is_part(x, y) or _is_part(y, x) else "R5-quantity-disjoint"
            return rule, x.measured.quantity.text, y.measured.quantity.text
    return None


def tallied_alike(given: Sequence[Claim], claim: Claim) -> bool:
    """Whether one of the given claims gives the same amount of the same thing."""
    return any(
        near(x.measured.quantity, y.measured.quantity) and _one_thing(x, y)
        for y in _tallies((claim,))
        for x in _tallies(given)
    )


def _tallies(text: Sequence[Claim]) -> Iterator[Tally]:
    for claim in text:
        yield from _of_claim(claim)


@lru_cache(maxsize=CLAIMS_KEPT)
def _of_claim(claim: Claim) -> tuple[Tally, ...]:
    """The amounts of a claim that states one; of several, none is known to be what the words are about."""
    if any(s.denied for s in statements(claim)) or profile(claim).negated:
        return ()
    dead = toll(claim)
    found = [m for m in measured(claim) if m.quantity.unit is not None] if dead is None else [dead]
    if len(found) != 1 or found[0].rate or found[0].part:
        return ()
    spoken = in_single_words(tokens(claim.text))
    lists = comparison_words()
    forms = [(w, lists.measures.get(base_form(w)) or lists.measures.get(w)) for w in spoken]
    unit = _unit(found[0])
    own = {base_form(w) for w, kind in forms if kind} | {base_form(unit), base_form(unit.removesuffix("s"))}
    own |= {base_form(w) for w in (*lists.around_amounts, *tokens(found[0].quantity.text), *_PLANS)}
    words = frozenset(
        w
        for w in core(spoken)
        if not is_number(w) and w not in own and w != base_form(profile(claim).raw_verb)
    )
    kinds = frozenset(kind for _, kind in forms if kind) - {"rate", "size"}
    return (Tally(claim, found[0], unit, kinds, words),)


def _unit(found: Measured) -> str:
    """The unit, in which whoever is counted is a person."""
    unit = found.quantity.unit or ""
    one = canonical(unit.removesuffix("s"))
    people = one == "person" or "person" in broader(one) or unit in _CALLED or one in _FORCES
    return _PEOPLE if people else unit


_FORCES = frozenset({canonical("soldier"), canonical("rebel"), canonical("police")})


_CALLED = frozenset(
    {"people", "lives", "deaths", "residents", "workers", "employees", "passengers", "victims", "civilians"}
    | {"students", "migrants", "refugees", "soldiers", "inhabitants", "villagers", "protesters", "members"}
    | {"patients", "demonstrators", "troops", "voters", "families", "children", "fighters", "jobs", "dies"}
)
# Words for all the people that an event may touch; any other names a sort of them.
_EVERYBODY = frozenset(
    {
        "people",
        "persons",
        "lives",
        "deaths",
        "dies",
        "victims",
        "residents",
        "passengers",
        "inhabitants",
        "bodies",
    }
    | {"villagers", "casualties", "others", "fatalities", "individuals"}
)


def _one_thing(x: Tally, y: Tally) -> bool:
    if x.unit != y.unit or _certainty(x.claim) != _certainty(y.claim) or not _one_kind(x, y):
        return False
    if counted_apart(profile(x.claim), profile(y.claim)) or names_cross(x.claim, y.claim):
        return False
    if exchanged_names(x.claim, y.claim) is not None:
        return False
    if times_apart(x.claim, y.claim):
        return False  # what was lost in 2019 is not what was lost since 1950
    shorter, longer = sorted((x.words, y.words), key=len)
    victims = x.unit == _PEOPLE and bool(x.kinds & y.kinds & _VICTIMS)
    found = _FOUND if victims else 1.0
    called = _called(x.claim, y.claim)
    if not victims and shorter - longer and longer - shorter:
        return False  # "the probe Eos" is not "the Eos programme"
    left, right = shorter - called, longer - called
    return bool(left) and share(left, right) >= found and share(right, left) >= _BOTH


def _called(a: Claim, b: Claim) -> frozenset[str]:
    """The common nouns that stand before a name that both sides have: "the retailer Norvik"."""
    names = name_words(a) & frozenset(tokens(b.text)) | name_words(b) & frozenset(tokens(a.text))
    return frozenset(
        base_form(before)
        for claim in (a, b)
        for before, word in pairwise(tokens(claim.text))
        if word in names and before not in names
    )


def _one_kind(x: Tally, y: Tally) -> bool:
    """Whether the two count one kind of thing: the dead, a profit; or so many are, or do, the same."""
    if x.unit == _SHARE or len(x.unit) == _MONEY:
        if (not x.kinds & y.kinds and x.kinds | y.kinds != _VOTES) or _way(x) != _way(y):
            return False
        if x.kinds & y.kinds & _SUMS:
            return True
    if x.unit == _PEOPLE and (_other_people(x, y) or _some_of_them(x, y) or _some_of_them(y, x)):
        return False
    if x.unit == _PEOPLE and (x.kinds or y.kinds) and not x.kinds & y.kinds:
        return False
    if x.unit == _PEOPLE and x.kinds & y.kinds & _VICTIMS:
        return True
    known = align(profile(x.claim), profile(y.claim)).predicate
    return known in {Predication.SAME, Predication.ENTAILED}


def _other_people(x: Tally, y: Tally) -> bool:
    """Whether two groups are counted: so many nurses, so many teachers; fewer nurses are among so many people."""
    one, two = (canonical((t.measured.quantity.unit or "").removesuffix("s")) for t in (x, y))
    general = {"person", "people", "life", "live", "death"}
    if (one in general) != (two in general):
        group, everybody = (y, x) if one in general else (x, y)
        return (value_of(group.measured.quantity) or 0.0) < (value_of(everybody.measured.quantity) or 0.0)
    return one != two and not {one, two} & general and one not in broader(two) and two not in broader(one)


def _some_of_them(x: Tally, y: Tally) -> bool:
    """Whether the smaller number is of one sort of people and the larger of all: 19 children, 312 people."""
    one, two = (t.measured.quantity.unit or "" for t in (x, y))
    fewer = (value_of(x.measured.quantity) or 0) < (value_of(y.measured.quantity) or 0)
    return fewer and two in _EVERYBODY and one not in _EVERYBODY


def _way(x: Tally) -> tuple[bool, int]:
    """Whether an amount says by how much a thing moved, and which way."""
    signs = [operators()[w].sign for w in _spoken(x.claim) if w in operators()]
    moved = [sign for sign in signs if sign]
    return x.measured.change, moved[0] if moved and x.measured.change else 0


def _spoken(claim: Claim) -> tuple[str, ...]:
    return tuple(claim.frame.predicate)


def _certainty(claim: Claim) -> Modality:
    """The modality, by which a plan is what will be."""
    plans = claim.modality is Modality.ASSERTED and bool(_PLANS & set(claim.frame.predicate[:1]))
    return Modality.PREDICTED if plans else claim.modality


def _is_part(x: Tally, y: Tally) -> bool:
    """Whether the smaller amount is of a place or group that the other side does not name, or so marked."""
    one, two = x.measured.quantity, y.measured.quantity
    if (one.low or one.high or 0) >= (two.low or two.high or 0):
        return False
    if profile(x.claim).parts != profile(y.claim).parts:
        return True
    where = {
        w for s in profile(x.claim).slots if s.role in _WHERE for w in tokens(s.text) if not is_number(w)
    }
    where -= _WHERE
    return bool(where - set(tokens(y.claim.text)) - comparison_words().removable) and not y.words - x.words


def _given(text: Sequence[Claim], x: Tally) -> bool:
    """Whether a text has an amount that agrees with this one, or its figure."""
    unit = x.measured.quantity.unit
    figures = {w for w in tokens(x.measured.quantity.text) if is_number(w)}
    if any(figures & set(tokens(c.text)) for c in text):
        return True
    return any(
        q.unit == unit and meet(q, x.measured.quantity) is not Span.DISJOINT
        for c in text
        for q in comparable(c)
    )
