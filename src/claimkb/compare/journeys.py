"""Who goes where: "left for Hawaii on 10 August" is not "left Hawaii on 10 August".

The verb is the same, the direction is not. Counts only where both name one
day, or neither names any.
"""

import re
from collections.abc import Sequence

from claimkb.compare.leeway import same_subject
from claimkb.compare.times import named_time
from claimkb.model import Claim

_PLACE = r"(?P<place>[A-Z][\w-]*(?: [A-Z][\w-]*)?)"
_GOING = (
    r"(?<!to )\b(?:left|leaves?|leaving|departed|departs?|departing|sailed|sails?|sailing|flew|flies|flying)"
)
_TO = re.compile(rf"{_GOING} (?:for|to) {_PLACE}")
_FROM = re.compile(rf"{_GOING} (?:from )?{_PLACE}")


def journeyed_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """Two claims of one journey that go opposite ways."""
    for a in first:
        for b in second:
            if (
                a.modality is b.modality
                and a.polarity is b.polarity
                and _opposite_ways(a, b)
                and _one_day(a, b)
            ):
                return a.text, b.text
    return None


def _opposite_ways(a: Claim, b: Claim) -> bool:
    if not same_subject(a, b):
        return False
    return bool(_places(_TO, a) & _places(_FROM, b) or _places(_FROM, a) & _places(_TO, b))


def _places(pattern: re.Pattern[str], claim: Claim) -> set[str]:
    return {found["place"] for found in pattern.finditer(claim.text)}


def _one_day(a: Claim, b: Claim) -> bool:
    one, two = named_time(a), named_time(b)
    texts = ({d.text for d in a.dates}, {d.text for d in b.dates})
    if one is None or two is None:
        return bool(texts[0] & texts[1]) or not (a.dates or b.dates)
    return one.overlaps(two)
