"""What an ingest did: one outcome a document, refusals among them."""

from collections import Counter
from dataclasses import dataclass

from claimkb.records import DocumentOutcome

REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did: one outcome a document, in the order they were read."""

    documents: tuple[DocumentOutcome, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many documents came to each state."""
        return Counter(outcome.state for outcome in self.documents)

    @property
    def refused(self) -> tuple[DocumentOutcome, ...]:
        """The documents that could not be taken in."""
        return tuple(outcome for outcome in self.documents if outcome.state == REFUSED)

    @property
    def taken(self) -> int:
        """How many documents are in the base now, whether or not they were before."""
        return len(self.documents) - len(self.refused)
