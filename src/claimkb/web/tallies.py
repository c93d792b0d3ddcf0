"""Counts over claims and findings while they stream by: by theme and source, by year, by pair of sources.

A base may hold more claims than memory should, so each tally sees a mark once
and keeps numbers and the row keys of the few best.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop

from claimkb.model import RelationKind
from claimkb.records import ClaimMark, FindingMark, ThemeMatrix, ThemeRecord


@dataclass(frozen=True, slots=True)
class Tick:
    """How many claims of a source speak of a year, or that it was published then."""

    year: int
    source: str
    claims: int
    what: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources, and how often they agree, contradict each other and pull apart."""

    a: str
    b: str
    agreements: int
    contradictions: int
    tensions: int


class Best:
    """The row keys of the claims that most others meet; `total` counts all that were seen."""

    def __init__(self, limit: int) -> None:
        self.total = 0
        self._limit = limit
        self._heap: list[tuple[int, int, int]] = []

    def add(self, claim: ClaimMark) -> None:
        """See a claim."""
        self.total += 1
        entry = (claim.agreements + 3 * claim.contradictions, -self.total, claim.key)
        if len(self._heap) < self._limit:
            heappush(self._heap, entry)
        elif self._heap:
            heappushpop(self._heap, entry)

    @property
    def keys(self) -> tuple[int, ...]:
        """The best, the most met first, among equals the one that was seen first."""
        return tuple(key for *_, key in sorted(self._heap, reverse=True))


class ClaimTally:
    """What is counted of claims; `best` are those of each theme, `years` those of each year."""

    def __init__(self, themes: Sequence[ThemeRecord], limit: int) -> None:
        self.claims = 0
        self.by_source: Counter[str] = Counter()
        self.best: dict[str, Best] = defaultdict(lambda: Best(limit))
        self.years: dict[int, Best] = defaultdict(lambda: Best(min(limit, 3)))
        self._ticks: Counter[tuple[int, str]] = Counter()
        self._published: dict[tuple[int, str], None] = {}
        self._cells: Counter[tuple[str, str]] = Counter()
        self._themes = themes
        self._above = {theme.slug: theme.broader for theme in themes}

    def add(self, claim: ClaimMark) -> None:
        """Count a claim."""
        self.claims += 1
        self.by_source[claim.source] += 1
        for theme in {above for slug in claim.themes for above in self._upwards(slug)}:
            self._cells[theme, claim.source] += 1
        for slug in claim.themes:
            self.best[slug].add(claim)
        for year in claim.years:
            self._ticks[year, claim.source] += 1
            self.years[year].add(claim)
        if claim.published:
            self._published[int(claim.published[:4]), claim.source] = None

    def matrix(self) -> ThemeMatrix:
        """Themes × sources, of what was counted."""
        sources = tuple(sorted(self.by_source))
        counted = {slug for slug, _ in self._cells}
        themes = tuple(theme for theme in self._themes if theme.slug in counted)
        counts = tuple(tuple(self._cells[theme.slug, name] for name in sources) for theme in themes)
        return ThemeMatrix(themes, sources, counts)

    def ticks(self) -> tuple[Tick, ...]:
        """The years that claims speak of and those of publication, for the timeline."""
        spoken = [
            Tick(year, source, number, "spoken of") for (year, source), number in sorted(self._ticks.items())
        ]
        return (*spoken, *(Tick(year, source, 1, "published") for year, source in sorted(self._published)))

    def _upwards(self, slug: str) -> list[str]:
        """A theme and all that are broader."""
        found: list[str] = []
        step: str | None = slug
        while step is not None and step not in found:
            found.append(step)
            step = self._above.get(step)
        return found


class PairTally:
    """Findings between each two sources."""

    def __init__(self) -> None:
        self.kinds: Counter[RelationKind] = Counter()
        self._pairs: Counter[tuple[str, str, RelationKind]] = Counter()

    def add(self, relation: FindingMark) -> None:
        """Count a finding."""
        self.kinds[relation.kind] += 1
        first, second = sorted((relation.a_source, relation.b_source))
        self._pairs[first, second, relation.kind] += 1

    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of sources that have findings, those with most first."""
        names = {(a, b) for a, b, _ in self._pairs}
        made = [
            Pair(
                a,
                b,
                self._pairs[a, b, RelationKind.AGREEMENT],
                self._pairs[a, b, RelationKind.CONTRADICTION],
                self._pairs[a, b, RelationKind.TENSION],
            )
            for a, b in names
        ]
        return tuple(sorted(made, key=lambda p: (-(p.agreements + p.contradictions + p.tensions), p.a, p.b)))
