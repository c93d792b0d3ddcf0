"""The verdict on two texts: how they stand to each other, why, and on what evidence."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from claimkb.model import Evidence, RelationKind
from claimkb.render import theme as styles
from claimkb.render.explanation import evidence_line
from claimkb.render.text import safe


def verdict_page(
    kind: RelationKind, type_: str, confidence: float, reason: str, evidence: Sequence[Evidence]
) -> Iterator[RenderableType]:
    """Kind, type and confidence, then the reason and the evidence."""
    head = Text(kind.value, style=styles.KINDS[kind])
    if type_:
        head.append(f" · {safe(type_)} · {confidence:.2f}", style="bold")
    yield head
    for line in (Text(safe(reason)), *map(evidence_line, evidence)):
        yield Padding(line, (0, 0, 0, 2))
