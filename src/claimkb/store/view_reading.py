"""The queries behind single views: a timeline, two sources side by side, statistics, a place, completions."""

from collections.abc import Iterable, Iterator

from claimkb.records import ClaimFilter, ComparisonRecord, PlaceRecord, StatRecord, TimelineRecord
from claimkb.store import views
from claimkb.store.filters import search_expression
from claimkb.store.reading import Reading

ALL_CLAIMS = ClaimFilter()


class ViewReading(Reading):
    """The queries of views that are no listing."""

    def timeline(self, chosen: ClaimFilter = ALL_CLAIMS) -> Iterator[TimelineRecord]:
        """The dates that the claims of a filter speak of, in their order."""
        with self._reading() as connection:
            yield from views.timeline(connection, chosen)

    def comparison(self, first: str, second: str) -> Iterator[ComparisonRecord]:
        """What two sources both say, where they clash, and what only one of them says."""
        with self._reading() as connection:
            yield from views.comparison(connection, first, second)

    def statistics(self) -> tuple[StatRecord, ...]:
        """How much there is of everything."""
        with self._reading() as connection:
            return tuple(views.statistics(connection))

    def place(self, claim_id: str) -> PlaceRecord:
        """Where a claim stands in its original."""
        with self._reading() as connection:
            return views.place(connection, claim_id)

    def marked(self, chosen: ClaimFilter, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Of claims that the search of a filter found: the text and the quote, the words found marked."""
        expression = search_expression(chosen)
        with self._reading() as connection:
            return views.marked(connection, expression, ids) if expression is not None else {}

    def completions(self, what: str, begins: str, limit: int) -> list[str]:
        """The names that a shell may complete, at most so many."""
        with self._reading() as connection:
            return views.completions(connection, what, begins, limit)
