"""The verdict on two texts: how they stand to each other, why, and on what evidence."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from claimkb.model import Evidence, RelationKind, Verdict
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


def comparison_page(
    compared: Iterable[tuple[str, str, Verdict, Sequence[Evidence]]],
) -> Iterator[RenderableType]:
    """The waterfall: every two claims with the gates they met, and what the first fitting rule made of them."""
    for a, b, verdict, gates in compared:
        yield Text(f"A  {safe(a)}")
        yield Text(f"B  {safe(b)}")
        for line in map(evidence_line, gates):
            yield Padding(line, (0, 0, 0, 2))
        found = f"{verdict.rule}: {verdict.label}" if verdict.rule else "no rule fits"
        yield Padding(Text(f"{verdict.kind.value} · {found}", style=styles.KINDS[verdict.kind]), (0, 0, 0, 2))
        for line in map(evidence_line, verdict.evidence if verdict.rule else ()):
            yield Padding(line, (0, 0, 0, 4))
        yield Text("")
