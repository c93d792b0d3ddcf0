"""Months that come again each year: "snow falls there in January" speaks of no one January.

What is told in the plain present holds again and again, so that a month
without a year is none of the calendar's; its words stay, its interval is open.
"""

import calendar
import re
from dataclasses import replace

from claimkb.extract.clauses import Clause
from claimkb.extract.tree import AUXILIARIES
from claimkb.model import TimeRef

_BARE_MONTH = re.compile(
    rf"(?i:(?:the\s)?(?:early|mid|late|middle of|end of|beginning of|start of)[\s-](?:the\s)?)?"
    rf"(?:{'|'.join(calendar.month_name[1:])})"
)


def without_recurrent(clause: Clause, dates: tuple[TimeRef, ...]) -> tuple[TimeRef, ...]:
    """The times of a clause; a month without a year stays open where the verb is in the plain present."""
    if clause.head.tag not in {"VBZ", "VBP"} or clause.head.kids(*AUXILIARIES) or clause.governors:
        return dates
    return tuple(
        replace(d, start=None, end=None) if d.deictic and _BARE_MONTH.fullmatch(d.text) else d for d in dates
    )
