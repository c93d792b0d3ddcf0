"""When a claim holds, and whether two claims can speak of the same time.

A claim's own dates come first; a claim in the present speaks of its
publication; a past event without a date is of unknown time.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from claimkb.compare.words import CLAIMS_KEPT, content, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim, ComparedClaim, Modality, TimeRef

# Two texts in the present tense published further apart than this may describe a world that has changed in
# between. Set at a little over a year, because sources often give no more than a year of publication.
_NEAR_DAYS = 400


class TimeMatch(StrEnum):
    """How the times of two claims stand to each other."""

    SAME = "same"  # both named, and they overlap
    NEAR = "near"  # at least one speaks of its publication, and these are near
    UNKNOWN = "unknown"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Interval:
    """Inclusive ISO dates; None is an open end."""

    start: str | None
    end: str | None

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two can share a day."""
        return not (
            (self.end is not None and other.start is not None and self.end < other.start)
            or (other.end is not None and self.start is not None and other.end < self.start)
        )

    def __str__(self) -> str:
        return self.start or "?" if self.start == self.end else f"{self.start or '?'} to {self.end or '?'}"


@lru_cache(maxsize=CLAIMS_KEPT)
def named_time(claim: Claim) -> Interval | None:
    """When the claim says it holds; None if it does not say, or only dates something it mentions."""
    return _span([d for d in claim.dates if not _is_nested(d, claim)])


def _span(dates: list[TimeRef]) -> Interval | None:
    known = [d for d in dates if d.start is not None or d.end is not None]
    if not known:
        return None
    starts, ends = [d.start for d in known], [d.end for d in known]
    start = None if None in starts else min(s for s in starts if s)
    end = None if None in ends else max(e for e in ends if e)
    return Interval(start, end)


def _is_nested(ref: TimeRef, claim: Claim) -> bool:
    """Whether the date belongs to something mentioned ("after the withdrawal in 2021"), not to what is said of it."""
    own = content(tokens(ref.text))
    figures = {w for w in tokens(ref.text) if w[0].isdigit()}
    for argument in claim.frame.arguments:
        words = tokens(argument.text)
        named = content(words) - own - content(tokens(argument.role)) - comparison_words().around_dates
        if ref.text in argument.text and named and (figures <= set(words)):
            return True
    return False


def time_match(a: ComparedClaim, b: ComparedClaim) -> TimeMatch:
    """Whether the two claims can speak of the same time."""
    if not a.claim.dates and not b.claim.dates:
        return _by_publication(a, b)
    if _dates(a.claim) and _dates(a.claim) == _dates(b.claim):
        return TimeMatch.SAME
    if _told_before(a, b) or _told_before(b, a):
        return TimeMatch.APART
    own_a, own_b = named_time(a.claim), named_time(b.claim)
    if own_a and own_b:
        return TimeMatch.SAME if own_a.overlaps(own_b) else TimeMatch.APART
    if own_a or own_b:
        return _dated_against_undated(own_a or own_b, b if own_a else a)
    any_a, any_b = _span(list(a.claim.dates)), _span(list(b.claim.dates))
    if any_a and any_b and not any_a.overlaps(any_b):
        return TimeMatch.APART  # the 2018 election is not the 2022 election
    for names in (comparison_words().months, comparison_words().weekdays):
        one, two = _named_of(names, a.claim), _named_of(names, b.claim)
        if one and two and not one & two:
            return TimeMatch.APART  # "in July" is not "in September", in whatever year
    if {_way(a.claim), _way(b.claim)} == {"back", "ahead"}:
        return TimeMatch.APART  # "last week" is not "next week"
    return _by_publication(a, b)


def times_apart(a: Claim, b: Claim) -> bool:
    """Whether two claims that are laid side by side, as of one day, speak of two times, or of two spans of time."""
    sides = (ComparedClaim(claim, name, name, _ONE_DAY) for claim, name in ((a, "first"), (b, "second")))
    if time_match(*sides) is TimeMatch.APART:
        return True
    one, two = named_time(a), named_time(b)
    return one is not None and two is not None and one != two


def _told_before(dated: ComparedClaim, other: ComparedClaim) -> bool:
    """Whether the other, without a date of its own, was published days before what the dated one says happened."""
    published = publication(other)
    happened = dated.claim.frame.tense == "past" and dated.claim.modality is Modality.ASSERTED
    if published is None or other.published_inferred or not happened or _dates(other.claim):
        return False
    when = _span(list(dated.claim.dates))
    if when is None or not when.start or not published.end or published.end >= when.start:
        return False
    return days_between(published, when) > _DAYS_AHEAD


_DAYS_AHEAD = 2  # between the clocks of two places, and of the press and the web
_ONE_DAY = "2000-01-01"


def _way(claim: Claim) -> str:
    """Whether the dates that a claim leaves open look back or ahead; "" where they do neither or both."""
    words = {w for d in claim.dates if d.start is None and d.end is None for w in tokens(d.text)}
    ways = [name for name, marks in (("back", _BACK), ("ahead", _AHEAD)) if words & marks]
    return ways[0] if len(ways) == 1 else ""


_BACK = frozenset({"last", "yesterday", "previous", "ago", "past"})
_AHEAD = frozenset({"next", "tomorrow", "coming", "upcoming"})


def _dates(claim: Claim) -> frozenset[tuple[str | None, str | None]]:
    """All dates that a claim names, whatever they belong to."""
    return frozenset((d.start, d.end) for d in claim.dates if d.start is not None or d.end is not None)


def _named_of(names: frozenset[str], claim: Claim) -> frozenset[str]:
    """The months or weekdays by which a claim says when, where the date is not known."""
    open_dates = (d for d in claim.dates if d.start is None and d.end is None and not _is_nested(d, claim))
    words = {w for d in open_dates for w in tokens(d.text)}
    return frozenset(words & (names | {"may"} if "march" in names else names))


def _dated_against_undated(own: Interval | None, other: ComparedClaim) -> TimeMatch:
    if other.claim.frame.tense in {"past", "future"} or own is None:
        return TimeMatch.UNKNOWN
    published = publication(other)
    if published is None:
        return TimeMatch.UNKNOWN
    return TimeMatch.NEAR if own.overlaps(published) else TimeMatch.APART


def _by_publication(a: ComparedClaim, b: ComparedClaim) -> TimeMatch:
    first, second = publication(a), publication(b)
    if first is None or second is None:
        return TimeMatch.UNKNOWN
    if first.overlaps(second) or days_between(first, second) <= _NEAR_DAYS:
        return TimeMatch.NEAR
    return TimeMatch.APART


def publication(side: ComparedClaim) -> Interval | None:
    """The publication date as an interval: a year is its whole span."""
    return _published(side.published) if side.published else None


@lru_cache(maxsize=CLAIMS_KEPT)
def _published(value: str) -> Interval:
    if len(value) == 4:
        return Interval(f"{value}-01-01", f"{value}-12-31")
    if len(value) == 7:
        return Interval(f"{value}-01", f"{value}-31")
    return Interval(value[:10], value[:10])


def days_between(a: Interval, b: Interval) -> int:
    """Days from the end of the earlier interval to the start of the later one; 0 if unknown."""
    first, second = sorted((a, b), key=lambda i: i.start or "")
    if first.end is None or second.start is None:
        return 0
    try:
        gap = date.fromisoformat(second.start) - date.fromisoformat(_real(first.end))
    except ValueError:
        return 0
    return max(gap.days, 0)


def _real(day: str) -> str:
    """A month's nominal 31st as a date that exists."""
    try:
        date.fromisoformat(day)
    except ValueError:
        return f"{day[:8]}28"
    return day
