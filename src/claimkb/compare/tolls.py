"""How many died, where a text says it by the toll: "the toll stood at 48", "put the number of dead at 48".

A bare figure has no unit of its own; what it counts is said by the noun that
it is the value of. Read as an amount of people, it meets "killed 63 people".
"""

import re
from functools import lru_cache

from claimkb.compare.quantities import Measured
from claimkb.compare.words import CLAIMS_KEPT
from claimkb.model import Claim, Comparator, Quantity

_TOLL = re.compile(
    r"\b(?P<of>(?:death )?toll|number of (?:the )?(?:dead|deaths|fatalities|victims|people killed)|body count)\b"
    r"[^.;]*?\b(?:at|to|was|is|reached|hit|topped|passed|exceeded|of)\s+"
    r"(?P<bound>(?:at least|more than|over|about|around|some|nearly|almost|up to|only|just)\s+)?"
    r"(?P<figure>\d{1,3}(?:,\d{3})+|\d+)(?!\s*(?:%|percent|per cent|[A-Za-z]*(?:day|month|year)s?\b))(?![\d.,-]*\d)",
    re.IGNORECASE,
)
_BOUNDS = {
    "at least": Comparator.AT_LEAST,
    "more than": Comparator.MORE_THAN,
    "over": Comparator.MORE_THAN,
    "about": Comparator.AROUND,
    "around": Comparator.AROUND,
    "some": Comparator.AROUND,
    "nearly": Comparator.NEARLY,
    "almost": Comparator.NEARLY,
    "up to": Comparator.AT_MOST,
}
_YEARS = range(1900, 2100)


@lru_cache(maxsize=CLAIMS_KEPT)
def toll(claim: Claim) -> Measured | None:
    """The number of dead that a claim gives as the toll, in people; None if it gives none so."""
    found = _TOLL.search(claim.text)
    if found is None:
        return None
    value = float(found["figure"].replace(",", ""))
    if int(value) in _YEARS and "," not in found["figure"]:
        return None  # "the toll of the attack of 2015"
    bound = _BOUNDS.get((found["bound"] or "").strip().lower(), Comparator.EXACT)
    low, high = _ends(value, bound)
    about = bound is Comparator.AROUND
    quantity = Quantity(low, high, "people", bound, about, None, found["figure"], *found.span("figure"))
    return Measured(quantity, frozenset(), frozenset({"deaths"}), part=False, rate=False, change=False)


def _ends(value: float, bound: Comparator) -> tuple[float | None, float | None]:
    if bound in {Comparator.AT_LEAST, Comparator.MORE_THAN}:
        return value, None
    return (None, value) if bound is Comparator.AT_MOST else (value, value)
