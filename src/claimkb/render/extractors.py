"""Two extractions of one text side by side: what only one of them has, and what was rejected and why."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from claimkb.assist_records import ExtractorComparison, RejectionRecord
from claimkb.model import Claim
from claimkb.render import theme as styles
from claimkb.render.text import safe


class Compared(Protocol):
    """A document's two extractions."""

    @property
    def counts(self) -> ExtractorComparison:
        """How many claims they have and share."""

    @property
    def rules_only(self) -> tuple[Claim, ...]:
        """Claims that only the rules have."""

    @property
    def model_only(self) -> tuple[Claim, ...]:
        """Claims that only the model has."""

    @property
    def rejected(self) -> tuple[RejectionRecord, ...]:
        """Claims of the model that were not taken."""


def comparison_pages(found: Iterable[Compared]) -> Iterator[RenderableType]:
    """A page a document."""
    for compared in found:
        counts = compared.counts
        yield Text(
            f"{safe(counts.document)}: {counts.shared} of {counts.model_claims} claims of "
            f"{safe(counts.extractor)} are also among the {counts.rules_claims} of the rules",
            style="bold",
        )
        yield Padding(Text(f"made with {safe(counts.made_with)}", style=styles.FAINT), (0, 0, 0, 2))
        yield from _part("only the rules", [claim.text for claim in compared.rules_only])
        yield from _part(f"only {counts.extractor}", [claim.text for claim in compared.model_only])
        refused = [f"{r.claim or r.quote} ({r.failed}: {r.reason})" for r in compared.rejected]
        yield from _part("rejected", refused)
        yield Text("")


def _part(heading: str, lines: list[str]) -> Iterator[RenderableType]:
    if lines:
        yield Padding(Text(f"{safe(heading)}, {len(lines)}", style=styles.FAINT), (0, 0, 0, 2))
    for line in lines:
        yield Padding(Text(safe(line)), (0, 0, 0, 4))
